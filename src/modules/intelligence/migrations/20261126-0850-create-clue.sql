-- 线索: one intake for every source; facts offered by the machine and believed only when an officer confirmed them.
create schema if not exists intelligence;
grant usage on schema intelligence to yzt_app;

create table intelligence.clue_number (year integer primary key, last integer not null check (last >= 1));

create table intelligence.clue (
  no text primary key check (no ~ '^XS-\d{4}-\d{6}$'),
  source text not null check (source in
    ('desk', 'portal', 'kiosk', 'inspection', 'retailer', 'caseAnalysis', 'parcel', 'internet', 'partner', 'model')),
  matter text not null check (matter in ('counterfeit', 'smuggled', 'transport', 'wholesale', 'unlicensed', 'otherSource',
    'posting', 'leaf', 'minors', 'other')),
  area_code text not null check (area_code ~ '^\d{6}(\d{3}){0,2}$'),
  -- What was said, sealed: it names people.
  text_sealed text not null,
  state text not null default 'new',
  grade text check (grade in ('A', 'B', 'C')),
  version integer not null default 1 check (version >= 1),
  -- 小时取整 when a person reported it: who called when must not be read from a paper (trap of §10.1).
  received_at timestamptz not null,
  received_on date not null,
  due_on date,
  extended_to date,
  assigned_to text,
  outcome text check (outcome in ('converted', 'referred', 'monitor', 'unfounded', 'duplicate')),
  decided_on date,
  closed_on date,
  same_as text references intelligence.clue,
  agency text,
  case_no text,
  -- 代号 of whoever reported; the identity lies elsewhere (schema informant).
  informant_code text check (informant_code ~ '^XR-[0-9A-Z]{6}$'),
  -- The finding, alert or released item it came of; the same one makes one clue.
  source_ref text,
  taken_by text not null,
  -- Only a check may end in 查无实据 (行政许可法 §65): whoever decided it was not the one who checked.
  unfounded_by text,
  constraint unfounded_by_another check (unfounded_by is null or unfounded_by is distinct from assigned_to)
);
create unique index clue_of_source on intelligence.clue (source, source_ref) where source_ref is not null;
create index clue_open on intelligence.clue (state, due_on);
create index clue_closed on intelligence.clue (closed_on) where closed_on is not null;
create index clue_received on intelligence.clue (received_on desc);

-- The state table of the program once more; a test compares both.
create table intelligence.clue_move (from_state text not null, to_state text not null, primary key (from_state, to_state));
insert into intelligence.clue_move (from_state, to_state)
select from_state, unnest(to_states::text[]) from (values
  ('new', '{validated, new, duplicate, referred}'),
  ('validated', '{graded, validated, duplicate, referred}'),
  ('graded', '{assigned, graded, duplicate, referred}'),
  ('assigned', '{verifying, assigned}'),
  ('verifying', '{converted, referred, monitor, unfounded, duplicate, assigned, verifying}'),
  ('converted', '{feedback}'),
  ('referred', '{feedback}'),
  ('monitor', '{verifying, feedback}'),
  ('unfounded', '{feedback}'),
  ('duplicate', '{feedback}'),
  ('feedback', '{closed}')
) as known (from_state, to_states);
create function intelligence.guard_clue() returns trigger language plpgsql as $$
begin
  if old.state <> new.state and not exists (select from intelligence.clue_move m
    where m.from_state = old.state and m.to_state = new.state)
  then raise exception 'a clue cannot go from % to %', old.state, new.state
    using errcode = '23514', constraint = 'known_move'; end if;
  return new;
end $$;
create trigger guard before update on intelligence.clue for each row execute function intelligence.guard_clue();
create trigger never_removed before delete on intelligence.clue for each row execute function platform.refuse_change();

create table intelligence.clue_event (
  id bigint generated always as identity primary key,
  clue_no text not null references intelligence.clue,
  at timestamptz not null,
  on_day date not null,
  event text not null,
  to_state text not null,
  by text not null,
  note_sealed text
);
create index clue_event_of_clue on intelligence.clue_event (clue_no, id);
create trigger append_only before update or delete on intelligence.clue_event
  for each row execute function platform.refuse_change();

-- 要素: offered by recognition, or entered; confirmed or rejected by an officer, once.
create table intelligence.clue_fact (
  id uuid primary key,
  clue_no text not null references intelligence.clue,
  kind text not null check (kind in ('phone', 'plate', 'waybill', 'licence', 'carton', 'place', 'sticks', 'money', 'weight')),
  value_sealed text not null,
  -- Keyed fingerprint of kind and value: equal things meet without being opened.
  value_index text not null,
  offered_by text not null check (offered_by in ('text', 'officer', 'source')),
  state text not null default 'offered' check (state in ('offered', 'confirmed', 'rejected')),
  by text,
  at timestamptz,
  constraint judged_by_somebody check ((state = 'offered') = (by is null)),
  unique (clue_no, kind, value_index)
);
create index clue_fact_meets on intelligence.clue_fact (value_index) where state <> 'rejected';

create table intelligence.clue_photo (
  id uuid primary key,
  clue_no text not null references intelligence.clue,
  -- The sealed file in the store: SM3 and length of what lies there, SM3 of the picture itself.
  file_digest text not null check (file_digest ~ '^[0-9a-f]{64}$'),
  file_bytes integer not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  media text not null check (media in ('image/jpeg', 'image/png'))
);
create index clue_photo_of_clue on intelligence.clue_photo (clue_no);
create trigger append_only before update or delete on intelligence.clue_photo
  for each row execute function platform.refuse_change();

create function intelligence.sees_clue(asked text) returns boolean language sql stable parallel safe as $$
  select exists (select from intelligence.clue c where c.no = asked)
$$;
alter table intelligence.clue enable row level security;
alter table intelligence.clue force row level security;
create policy by_area on intelligence.clue using (platform.in_scope(area_code));
alter table intelligence.clue_event enable row level security;
alter table intelligence.clue_event force row level security;
create policy by_clue on intelligence.clue_event using (intelligence.sees_clue(clue_no));
alter table intelligence.clue_fact enable row level security;
alter table intelligence.clue_fact force row level security;
create policy by_clue on intelligence.clue_fact using (intelligence.sees_clue(clue_no));
alter table intelligence.clue_photo enable row level security;
alter table intelligence.clue_photo force row level security;
create policy by_clue on intelligence.clue_photo using (intelligence.sees_clue(clue_no));

grant select on intelligence.clue_number, intelligence.clue, intelligence.clue_move, intelligence.clue_event,
  intelligence.clue_fact, intelligence.clue_photo to yzt_app;
grant insert on intelligence.clue_number, intelligence.clue, intelligence.clue_event, intelligence.clue_fact,
  intelligence.clue_photo to yzt_app;
grant update (last) on intelligence.clue_number to yzt_app;
grant update (matter, state, grade, version, due_on, extended_to, assigned_to, outcome, decided_on, closed_on, same_as, agency,
  case_no, unfounded_by) on intelligence.clue to yzt_app;
grant update (state, by, at) on intelligence.clue_fact to yzt_app;

-- What reports may read: no text, no value, nobody.
create view intelligence.published_clue with (security_invoker = true) as
  select no, source, matter, area_code, state, grade, received_on, due_on, outcome, decided_on, closed_on, case_no from intelligence.clue;
grant select on intelligence.published_clue to yzt_app;
