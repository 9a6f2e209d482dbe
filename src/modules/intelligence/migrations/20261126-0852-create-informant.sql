-- 举报人: who reported lies in a schema of its own. The server may put an identity in, and gets one out only through a function
-- that wants two people of two offices, a reason and an hour that has not passed. No grant on the table itself to anybody.
create schema informant;
grant usage on schema informant to yzt_app;

create table informant.identity (
  code text primary key check (code ~ '^XR-[0-9A-Z]{6}$'),
  -- Enveloped: a key of its own for each identity, wrapped by the vault key of the keyring.
  sealed text not null check (sealed like 'w1.%'),
  created_on date not null
);
-- 回执: only a slow hash; who has the number finds the clue, nobody finds the number.
create table informant.receipt (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  clue_no text not null,
  code text not null unique
);
create table informant.message (
  id bigint generated always as identity primary key,
  clue_no text not null,
  from_reporter boolean not null,
  -- Sealed by the vault key: a reporter writes of himself.
  text_sealed text not null check (text_sealed like 'w1.%'),
  -- 小时取整.
  at_hour timestamptz not null check (date_trunc('hour', at_hour) = at_hour)
);
create index message_of_clue on informant.message (clue_no, id);

create table informant.opening (
  id uuid primary key,
  clue_no text not null,
  code text not null,
  reason text not null check (length(reason) >= 5),
  asked_by text not null,
  asked_role text not null check (asked_role = 'informantDesk'),
  asked_at timestamptz not null,
  agreed_by text,
  agreed_role text check (agreed_role in ('head', 'auditAdmin')),
  agreed_at timestamptz,
  expires_at timestamptz,
  refused_by text,
  constraint opened_by_two check (agreed_by is null or agreed_by <> asked_by),
  constraint opened_for_a_day check (
    (agreed_by is null and agreed_at is null and expires_at is null)
    or (agreed_by is not null and expires_at > agreed_at and expires_at <= agreed_at + interval '24 hours'))
);
create index opening_of_clue on informant.opening (clue_no, asked_at);
create function informant.begin_opening() returns trigger language plpgsql as $$
begin
  if new.agreed_by is not null or new.refused_by is not null then
    raise exception 'an opening begins as a request' using errcode = '23514', constraint = 'opening_begins_asked'; end if;
  return new;
end $$;
create trigger begins_asked before insert on informant.opening for each row execute function informant.begin_opening();
-- 告警: an identity was opened; stands until a head other than the one who agreed has seen it.
create table informant.alarm (
  opening_id uuid primary key references informant.opening,
  raised_at timestamptz not null,
  seen_by text,
  seen_at timestamptz
);
create table informant.look (
  id bigint generated always as identity primary key,
  opening_id uuid not null references informant.opening,
  by text not null,
  at timestamptz not null
);

create table informant.reward (
  id uuid primary key,
  clue_no text not null,
  case_no text not null,
  state text not null default 'proposed' check (state in ('proposed', 'first', 'approved', 'paid', 'rejected')),
  -- What it was reckoned from, the lines, and the values it was reckoned by.
  goods jsonb not null,
  fine_fen bigint check (fine_fen >= 0),
  lines jsonb not null,
  amount_fen bigint not null check (amount_fen >= 0),
  policy_version text not null,
  proposed_by text not null,
  first_by text,
  second_by text,
  rejected_by text,
  paid_by text,
  paid_on date,
  voucher text unique,
  -- 领取码: a slow hash; the code is shown to whoever holds the receipt.
  payout_hash text check (payout_hash ~ '^[0-9a-f]{64}$'),
  constraint reward_by_two check (
    (first_by is null or first_by <> proposed_by)
    and (second_by is null or (second_by <> proposed_by and second_by <> first_by))
    and (state not in ('approved', 'paid') or (first_by is not null and second_by is not null))
    and (paid_by is null or (paid_by <> proposed_by and paid_by <> first_by and paid_by <> second_by)))
);
create unique index one_reward_of_clue on informant.reward (clue_no) where state <> 'rejected';
create table informant.voucher_number (year integer primary key, last integer not null check (last >= 1));

do $$ declare guarded text; begin
  foreach guarded in array array['identity', 'receipt', 'message', 'opening', 'alarm', 'look', 'reward'] loop
    execute format('alter table informant.%I enable row level security', guarded);
    execute format('alter table informant.%I force row level security', guarded);
    if guarded in ('identity', 'receipt') then
      -- Only the functions below, which run as the owner; the server's own role has no grant and no policy.
      execute format('create policy of_functions on informant.%I to current_user using (true) with check (true)', guarded);
    elsif guarded in ('message', 'opening', 'reward') then
      execute format('create policy by_clue on informant.%I using (intelligence.sees_clue(clue_no))', guarded);
    end if;
  end loop;
end $$;
create policy of_functions on informant.opening for select to current_user using (true);
create policy of_functions on informant.look for insert to current_user with check (true);
create policy by_opening on informant.alarm using (exists (select from informant.opening o where o.id = opening_id));
create policy by_opening on informant.look for select using (exists (select from informant.opening o where o.id = opening_id));
create trigger append_only before update or delete on informant.identity for each row execute function platform.refuse_change();
create trigger append_only before update or delete on informant.receipt for each row execute function platform.refuse_change();
create trigger append_only before update or delete on informant.message for each row execute function platform.refuse_change();
create trigger append_only before update or delete on informant.look for each row execute function platform.refuse_change();
create trigger never_removed before delete on informant.opening for each row execute function platform.refuse_change();
create trigger never_removed before delete on informant.reward for each row execute function platform.refuse_change();

create function informant.put_identity(given_code text, given_sealed text, given_on date) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  insert into informant.identity (code, sealed, created_on) values (given_code, given_sealed, given_on)
$$;
create function informant.put_receipt(given_hash text, given_clue text, given_code text) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  insert into informant.receipt (hash, clue_no, code) values (given_hash, given_clue, given_code)
$$;
create function informant.clue_of_receipt(asked text) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select r.clue_no from informant.receipt r where r.hash = asked
$$;
create function informant.is_named(asked text) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from informant.identity i where i.code = asked)
$$;
-- 启封后看一次: only who asked, only after somebody else agreed, only while it is open; each look is a row first.
create function informant.open_identity(asked uuid, reader text, moment timestamptz) returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare found_sealed text;
begin
  select i.sealed into found_sealed from informant.opening o join informant.identity i on i.code = o.code
    where o.id = asked and o.asked_by = reader and o.agreed_by is not null and o.agreed_by <> o.asked_by
      and o.refused_by is null and moment >= o.agreed_at and moment < o.expires_at;
  if found_sealed is null then return null; end if;
  insert into informant.look (opening_id, by, at) values (asked, reader, moment);
  return found_sealed;
end $$;
revoke all on function informant.put_identity(text, text, date), informant.put_receipt(text, text, text),
  informant.clue_of_receipt(text), informant.is_named(text), informant.open_identity(uuid, text, timestamptz) from public;
grant execute on function informant.put_identity(text, text, date), informant.put_receipt(text, text, text),
  informant.clue_of_receipt(text), informant.is_named(text), informant.open_identity(uuid, text, timestamptz) to yzt_app;

grant select, insert on informant.message, informant.opening, informant.alarm, informant.reward, informant.voucher_number to yzt_app;
grant select on informant.look to yzt_app;
grant update (agreed_by, agreed_role, agreed_at, expires_at, refused_by) on informant.opening to yzt_app;
grant update (seen_by, seen_at) on informant.alarm to yzt_app;
grant update (state, first_by, second_by, rejected_by, paid_by, paid_on, voucher, payout_hash) on informant.reward to yzt_app;
grant update (last) on informant.voucher_number to yzt_app;
