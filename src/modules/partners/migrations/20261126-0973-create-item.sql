-- 协作事项: one thing given to one named contact, with the values as they were given. What was read, by whom, and what was tried beyond it
-- stand beside; nothing of it is ever altered.
create table partners.item (
  no text primary key check (no ~ '^XZ-\d{4}-\d{6}$'),
  kind text not null check (kind in ('clue', 'case', 'goods', 'facts', 'assist', 'notice', 'referral')),
  agency_id uuid not null references partners.agency,
  contact_id uuid not null references partners.contact,
  agreement_no text not null references partners.agreement,
  -- Our clue or case it came of.
  about_no text check (about_no ~ '^(XS|AJ)-\d{4}-\d{6}$'),
  area_code text not null check (area_code ~ '^\d{6}(\d{3}){0,2}$'),
  fields text[] not null check (cardinality(fields) > 0),
  values_sealed text not null check (values_sealed like 'v1.%'),
  state text not null default 'given',
  version integer not null default 1 check (version >= 1),
  proposed_by text not null,
  proposed_at timestamptz not null,
  approved_by text,
  -- The clock of the answer begins here; until then it does not exist for them.
  given_at timestamptz,
  receive_due_at timestamptz,
  answer_due_at timestamptz,
  received_at timestamptz,
  answered_at timestamptz,
  ended_at timestamptz,
  constraint item_two_people check (state <> 'proposed' or approved_by is null),
  check ((given_at is null) = (receive_due_at is null) and (given_at is null) = (answer_due_at is null))
);
create index item_of_agency on partners.item (agency_id, given_at desc);
create index item_about on partners.item (about_no) where about_no is not null;
create index item_open on partners.item (answer_due_at) where ended_at is null;

-- The state table of the program once more; a test compares both.
create table partners.item_move (from_state text not null, to_state text not null, primary key (from_state, to_state));
insert into partners.item_move (from_state, to_state)
select from_state, unnest(to_states::text[]) from (values
  ('proposed', '{given, dropped}'),
  ('given', '{received, refused, asked, withdrawn}'),
  ('received', '{answered, refused, asked, withdrawn}'),
  ('asked', '{given, refused, withdrawn}'),
  ('answered', '{received, closed}'),
  ('refused', '{closed}')
) as known (from_state, to_states);
create function partners.guard_item() returns trigger language plpgsql as $$
begin
  if old.state <> new.state and not exists (select from partners.item_move m
    where m.from_state = old.state and m.to_state = new.state)
  then raise exception 'an item cannot go from % to %', old.state, new.state
    using errcode = '23514', constraint = 'known_move'; end if;
  return new;
end $$;
create trigger guard before update on partners.item for each row execute function partners.guard_item();
create trigger never_removed before delete on partners.item for each row execute function platform.refuse_change();

create table partners.item_event (
  id bigint generated always as identity primary key,
  item_no text not null references partners.item,
  at timestamptz not null,
  event text not null,
  to_state text not null,
  side text not null check (side in ('ours', 'theirs')),
  by text not null,
  words_sealed text check (words_sealed like 'v1.%')
);
create index item_event_of_item on partners.item_event (item_no, id);
create trigger append_only before update or delete on partners.item_event for each row execute function platform.refuse_change();

-- 读取记录: our side of what they have seen. The digest is over what was sent, so that both logs can be laid side by side.
create table partners.fetch (
  id uuid primary key,
  item_no text not null references partners.item,
  agency_id uuid not null references partners.agency,
  at timestamptz not null,
  on_day date not null,
  by text not null,
  channel text not null check (channel in ('page', 'api')),
  fields text[] not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$')
);
create index fetch_of_day on partners.fetch (agency_id, on_day);
create trigger append_only before update or delete on partners.fetch for each row execute function platform.refuse_change();

-- 越界尝试: what was asked for beyond the release; an alarm until one of us has looked into it.
create table partners.reach (
  id uuid primary key,
  agency_id uuid not null references partners.agency,
  by text not null,
  at timestamptz not null,
  what text not null check (char_length(what) <= 120),
  refusal text not null,
  seen_by text,
  seen_at timestamptz,
  seen_words text check (char_length(seen_words) between 2 and 300),
  check ((seen_by is null) = (seen_at is null) and (seen_by is null) = (seen_words is null))
);
create index reach_open on partners.reach (at desc) where seen_at is null;

-- 对账: the signed digest of a day, and what came of laying their log beside ours.
create table partners.day_digest (
  agency_id uuid not null references partners.agency,
  on_day date not null,
  lines integer not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  signature text not null,
  key_id text not null,
  made_at timestamptz not null,
  primary key (agency_id, on_day)
);
create trigger append_only before update or delete on partners.day_digest for each row execute function platform.refuse_change();
create table partners.reconciliation (
  id uuid primary key,
  agency_id uuid not null references partners.agency,
  on_day date not null,
  at timestamptz not null,
  by text not null,
  ours integer not null,
  theirs integer not null,
  differences jsonb not null
);
create index reconciliation_of_agency on partners.reconciliation (agency_id, at desc);
create trigger append_only before update or delete on partners.reconciliation for each row execute function platform.refuse_change();

-- 移交包: sealed to the receiver, so the text may lie here; the receipt is signed by his key.
create table partners.package (
  id text primary key check (id ~ '^[0-9a-f]{32}$'),
  item_no text not null references partners.item,
  kind text not null check (kind in ('transfer', 'assist', 'notice')),
  number text not null unique,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  text text not null,
  made_by text not null,
  made_at timestamptz not null,
  receipt jsonb,
  receipt_at timestamptz,
  check ((receipt is null) = (receipt_at is null))
);
create index package_of_item on partners.package (item_no);

-- 通知 to their systems: says that something changed and nothing of what.
create table partners.delivery (
  id uuid primary key,
  agency_id uuid not null references partners.agency,
  key_id uuid not null,
  item_no text not null references partners.item,
  event text not null,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'dead')),
  tries integer not null default 0,
  error text,
  made_at timestamptz not null,
  settled_at timestamptz
);
create index delivery_open on partners.delivery (made_at desc) where state <> 'delivered';

create function partners.sees_item(asked text) returns boolean language sql stable parallel safe as $$
  select exists (select from partners.item i where i.no = asked)
$$;
-- Colleagues of the county see the alarm, the agency itself does not.
create function partners.is_ours(asked uuid) returns boolean language sql stable parallel safe as $$
  select exists (select from partners.agency a where a.id = asked and partners.same_county(a.areas))
$$;
do $$
declare guarded text;
begin
  foreach guarded in array array['item', 'item_event', 'fetch', 'reach', 'day_digest', 'reconciliation', 'package', 'delivery'] loop
    execute format('alter table partners.%I enable row level security', guarded);
    execute format('alter table partners.%I force row level security', guarded);
  end loop;
end $$;
create policy by_area_or_given on partners.item using (
  platform.in_scope(area_code) or (platform.is_agency(agency_id) and given_at is not null));
create policy by_item on partners.item_event using (partners.sees_item(item_no));
create policy by_item on partners.fetch using (partners.sees_item(item_no));
create policy ours on partners.reach using (partners.is_ours(agency_id));
create policy by_agency on partners.day_digest using (partners.sees_agency(agency_id));
create policy by_agency on partners.reconciliation using (partners.sees_agency(agency_id));
create policy by_item on partners.package using (partners.sees_item(item_no));
create policy ours on partners.delivery using (partners.is_ours(agency_id));

grant select, insert on partners.item, partners.item_event, partners.fetch, partners.reach, partners.day_digest, partners.reconciliation,
  partners.package, partners.delivery to yzt_app;
grant select on partners.item_move to yzt_app;
grant update (state, version, approved_by, given_at, receive_due_at, answer_due_at, received_at, answered_at, ended_at) on partners.item to yzt_app;
grant update (seen_by, seen_at, seen_words) on partners.reach to yzt_app;
grant update (receipt, receipt_at) on partners.package to yzt_app;
grant update (state, tries, error, settled_at) on partners.delivery to yzt_app;

-- Response times, for reports and the town net: no value, nobody.
create view partners.published_item with (security_invoker = true) as
  select no, kind, agency_id, contact_id, about_no, area_code, state, given_at, receive_due_at, answer_due_at, received_at, answered_at, ended_at
  from partners.item where given_at is not null;
grant select on partners.published_item to yzt_app;
