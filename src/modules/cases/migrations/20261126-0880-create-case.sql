-- 案件 (reference §8): one row a case, its steps append-only beside it, its clocks kept whole in the row. The party is sealed; lists show a
-- masked name. 支, goods and amounts stand in tables of their own.
create schema if not exists cases;
grant usage on schema cases to yzt_app;

create table cases.number (year integer primary key, last integer not null check (last >= 1));

create table cases.case (
  no text primary key check (no ~ '^AJ-\d{4}-\d{6}$'),
  path text not null check (path in ('ordinary', 'simple')),
  state text not null,
  version integer not null default 1 check (version >= 1),
  area_code text not null check (area_code ~ '^\d{6}(\d{3}){0,2}$'),
  licence_no text check (licence_no ~ '^\d{12}$'),
  -- P01–P20 (reference §8.2), once somebody has said which.
  violation text check (violation ~ '^P\d{2}$'),
  -- 案由 in words.
  about text not null check (about <> ''),
  origin text not null check (origin in ('finding', 'credit', 'clue', 'scene', 'assigned', 'handedOver', 'other')),
  origin_ref text,
  happened_on date,
  party_sealed text,
  party_shown text not null,
  officers uuid[] not null default '{}',
  clocks jsonb not null default '[]' check (jsonb_typeof(clocks) = 'array'),
  -- The earliest running clock, for the list.
  due_on date,
  due_clock text,
  filed_on date,
  decided_on date,
  proposed_by text,
  decided_by text check (decided_by like 'staff:%' or decided_by is null),
  opened_by text not null,
  opened_on date not null,
  opened_at timestamptz not null,
  -- 两人原则: whoever proposed never decides.
  constraint case_by_two check (decided_by is null or decided_by is distinct from proposed_by)
);
-- The same finding, file of credit or clue begins a case once.
create unique index case_of_origin on cases.case (origin, origin_ref) where origin_ref is not null;
create index case_list on cases.case (state, due_on);
create index case_of_shop on cases.case (licence_no) where licence_no is not null;

-- The state table of the program once more; a test compares both.
create table cases.move (from_state text not null, to_state text not null, primary key (from_state, to_state));
insert into cases.move (from_state, to_state)
select from_state, unnest(to_states::text[]) from (values
  ('checking', '{filingAsked, notFiled, referred}'),
  ('filingAsked', '{investigating, checking, notFiled, referred}'),
  ('investigating', '{reported, suspended, terminated, withdrawn, referred, transferAsked}'),
  ('suspended', '{investigating, terminated}'),
  ('reported', '{reviewed, investigating}'),
  ('reviewed', '{noticed, proposed, investigating}'),
  ('noticed', '{hearingAsked, deliberated, proposed, investigating}'),
  ('hearingAsked', '{hearingCalled, noticed}'),
  ('hearingCalled', '{hearingHeld, noticed}'),
  ('hearingHeld', '{heard, investigating}'),
  ('heard', '{deliberated, proposed, investigating}'),
  ('deliberated', '{proposed, investigating}'),
  ('proposed', '{decided, investigating}'),
  ('decided', '{served}'),
  ('served', '{demanded, closingAsked}'),
  ('demanded', '{courtAsked, closingAsked}'),
  ('courtAsked', '{closingAsked}'),
  ('closingAsked', '{closed, served}'),
  ('closed', '{archived}'),
  ('transferAsked', '{transferApproved, investigating}'),
  ('transferApproved', '{transferSent}'),
  ('transferSent', '{policeFiled, policeRefused}'),
  ('policeRefused', '{policeAsked, investigating}'),
  ('policeAsked', '{policeFiled, policeRefused}'),
  ('policeFiled', '{transferred}'),
  ('transferred', '{investigating, archived}'),
  ('simpleOpen', '{simpleTold, checking}'),
  ('simpleTold', '{simpleDecided, checking}'),
  ('simpleDecided', '{served}'),
  ('notFiled', '{archived}'),
  ('referred', '{archived}'),
  ('withdrawn', '{archived}'),
  ('terminated', '{archived}')
) as known (from_state, to_states);

create function cases.guard_case() returns trigger language plpgsql as $$
begin
  if old.state <> new.state
    and not exists (select from cases.move m where m.from_state = old.state and m.to_state = new.state)
  then raise exception 'a case cannot go from % to %', old.state, new.state
    using errcode = '23514', constraint = 'known_move'; end if;
  -- 期限不丢: a clock that ran is kept, whatever comes of the case.
  if jsonb_array_length(new.clocks) < jsonb_array_length(old.clocks)
  then raise exception 'a clock of case % would be lost', old.no using errcode = '23514', constraint = 'clock_kept'; end if;
  return new;
end $$;
create trigger guard before update on cases.case for each row execute function cases.guard_case();
create trigger never_removed before delete on cases.case for each row execute function platform.refuse_change();

create table cases.step (
  case_no text not null references cases.case,
  n integer not null check (n >= 1),
  event text not null,
  from_state text not null,
  to_state text not null,
  by text not null,
  on_day date not null,
  at timestamptz not null,
  -- What was entered; it may name persons and is read only within the scope of the case.
  input jsonb not null check (jsonb_typeof(input) = 'object'),
  primary key (case_no, n)
);
create trigger append_only before update or delete on cases.step for each row execute function platform.refuse_change();

-- For the tables of this domain that belong to a case.
create function cases.sees_case(asked text) returns boolean language sql stable parallel safe as $$
  select exists (select from cases.case c where c.no = asked)
$$;
alter table cases.case enable row level security;
alter table cases.case force row level security;
create policy by_area on cases.case using (platform.in_scope(area_code));
alter table cases.step enable row level security;
alter table cases.step force row level security;
create policy by_case on cases.step using (cases.sees_case(case_no));

grant select on all tables in schema cases to yzt_app;
grant insert on cases.number, cases.case, cases.step to yzt_app;
grant update (last) on cases.number to yzt_app;
grant update (state, version, path, licence_no, violation, about, happened_on, party_sealed, party_shown, officers, clocks, due_on, due_clock, filed_on,
  decided_on, proposed_by, decided_by) on cases.case to yzt_app;
