-- 信用与处置: files of eight kinds (rules/kinds.ts), each with its table of states, its history and its clock; the grades that
-- follow from confirmed records; papers of talks; alarms of clocks that ran out.
create schema if not exists credit;
grant usage on schema credit to yzt_app;

create table credit.number (
  prefix text not null check (prefix ~ '^[A-Z]{2}$'),
  year integer not null,
  last integer not null check (last >= 1),
  primary key (prefix, year)
);

create table credit.file (
  id text primary key check (id ~ '^[A-Z]{2}-\d{4}-\d{6}$'),
  kind text not null check (kind in ('disposal', 'record', 'objection', 'repair', 'watch', 'suspicion', 'talk', 'model')),
  licence_no text not null check (licence_no ~ '^\d{12}$'),
  area_code text not null check (area_code ~ '^\d{6}(\d{3}){0,2}$'),
  -- Keyed index of the holder when the file was begun; null where it is about no single person.
  person_index text,
  state text not null,
  version integer not null default 1 check (version >= 1),
  data jsonb not null check (jsonb_typeof(data) = 'object'),
  due_on date,
  -- The visit, alert or finding of the register it came from; the same one begins a file once.
  source_ref text,
  opened_by text not null,
  opened_on date not null,
  opened_at timestamptz not null,
  proposed_by text,
  decided_by text check (decided_by like 'staff:%' or decided_by is null),
  -- 两人原则: whoever proposed never decides.
  constraint file_by_two check (decided_by is null or decided_by is distinct from proposed_by),
  -- reference §6.7: an entry in the archive is looked at again within ninety days, always.
  constraint watch_reviewed check (kind <> 'watch' or state not in ('open', 'leaving') or due_on is not null)
);
create unique index file_of_source on credit.file (kind, source_ref) where source_ref is not null;
-- One open objection and one open repair about a record.
create unique index one_request_about on credit.file (kind, (data ->> 'about')) where state in ('received', 'examined');
create unique index one_watch_of_reason on credit.file (licence_no, (data ->> 'reason'))
  where kind = 'watch' and state in ('proposed', 'open', 'leaving');
create unique index one_model_of_shop on credit.file (licence_no)
  where kind = 'model' and state in ('nominated', 'public', 'named');
create index file_of_shop on credit.file (licence_no, kind);
create index file_list on credit.file (kind, state, opened_at desc);
create index file_due on credit.file (due_on) where due_on is not null;
create index file_of_person on credit.file (person_index) where person_index is not null;

-- The state tables of the program once more; a test compares both.
create table credit.file_move (
  kind text not null, from_state text not null, to_state text not null, primary key (kind, from_state, to_state));
insert into credit.file_move (kind, from_state, to_state)
select kind, from_state, unnest(to_states::text[]) from (values
  ('disposal', 'rectifying', '{closed, failed, rectifying}'),
  ('disposal', 'failed', '{rectifying, handedOver, closed}'),
  ('disposal', 'handedOver', '{filed, closed}'),
  ('disposal', 'filed', '{closed}'),
  ('record', 'proposed', '{counted, rejected}'),
  ('record', 'counted', '{corrected, repaired}'),
  ('objection', 'received', '{examined}'),
  ('objection', 'examined', '{granted, denied, received}'),
  ('repair', 'received', '{examined}'),
  ('repair', 'examined', '{granted, denied, received}'),
  ('watch', 'proposed', '{open, rejected}'),
  ('watch', 'open', '{open, leaving, left}'),
  ('watch', 'leaving', '{left, open}'),
  ('suspicion', 'open', '{confirmed, dismissed}'),
  ('talk', 'proposed', '{noticed, cancelled}'),
  ('talk', 'noticed', '{held, missed, cancelled}'),
  ('talk', 'missed', '{noticed, closed}'),
  ('talk', 'held', '{closed}'),
  ('model', 'nominated', '{public, rejected}'),
  ('model', 'public', '{public, named, rejected}'),
  ('model', 'named', '{named, removed}')
) as known (kind, from_state, to_states);

create function credit.guard_file() returns trigger language plpgsql as $$
begin
  if not exists (select from credit.file_move m
    where m.kind = old.kind and m.from_state = old.state and (m.to_state = new.state or (old.state = new.state)))
  then raise exception 'a % cannot go from % to %', old.kind, old.state, new.state
    using errcode = '23514', constraint = 'known_move'; end if;
  return new;
end $$;
create trigger guard before update on credit.file for each row execute function credit.guard_file();
create trigger never_removed before delete on credit.file for each row execute function platform.refuse_change();

create table credit.file_event (
  id bigint generated always as identity primary key,
  file_id text not null references credit.file,
  at timestamptz not null,
  event text not null,
  to_state text not null,
  by text not null,
  note text not null default ''
);
create index file_event_of_file on credit.file_event (file_id, id);
create trigger append_only before update or delete on credit.file_event
  for each row execute function platform.refuse_change();

-- 信用等级: one row whenever grade or points changed, with the reasons and the values it was reckoned by. The last one counts.
create table credit.grade (
  id bigint generated always as identity primary key,
  licence_no text not null check (licence_no ~ '^\d{12}$'),
  area_code text not null,
  person_index text not null,
  grade text not null check (grade in ('A', 'B', 'C', 'D')),
  points integer not null,
  lines jsonb not null,
  -- The confirmed records it was reckoned from, so that it can be reckoned again.
  records jsonb not null,
  next_change date,
  policy_version text not null,
  graded_on date not null,
  at timestamptz not null,
  last boolean not null default true
);
create unique index grade_last on credit.grade (licence_no) where last;
create index grade_of_shop on credit.grade (licence_no, id desc);
create index grade_changes on credit.grade (next_change) where last and next_change is not null;
create trigger never_removed before delete on credit.grade for each row execute function platform.refuse_change();

create table credit.paper_number (year integer primary key, last integer not null check (last >= 1));
create table credit.paper (
  id uuid primary key,
  file_id text not null references credit.file,
  title text not null,
  number text not null,
  -- The words as issued, sealed: a talk names a person.
  content text not null,
  digest text not null,
  signature text not null,
  key_id text not null,
  issued_at timestamptz not null
);
create index paper_of_file on credit.paper (file_id, issued_at);
create trigger append_only before update or delete on credit.paper for each row execute function platform.refuse_change();

-- 到期告警: a clock that ran out, told once; gone when the file has moved on.
create table credit.alarm (
  file_id text not null references credit.file,
  due_on date not null,
  raised_at timestamptz not null,
  primary key (file_id, due_on)
);

create function credit.sees_file(asked text) returns boolean language sql stable parallel safe as $$
  select exists (select from credit.file f where f.id = asked)
$$;
alter table credit.file enable row level security;
alter table credit.file force row level security;
-- The holder sees his own files, but no suspicion and nothing that is only proposed against him.
create policy by_area_or_person on credit.file using (platform.in_scope(area_code)
  or (platform.is_person(person_index) and kind in ('record', 'objection', 'repair', 'watch', 'talk', 'model')
    and (state <> 'proposed')));
alter table credit.file_event enable row level security;
alter table credit.file_event force row level security;
create policy by_file on credit.file_event using (credit.sees_file(file_id));
alter table credit.grade enable row level security;
alter table credit.grade force row level security;
create policy by_area_or_person on credit.grade using (platform.in_scope(area_code) or platform.is_person(person_index));
alter table credit.paper enable row level security;
alter table credit.paper force row level security;
create policy by_file on credit.paper using (credit.sees_file(file_id));
alter table credit.alarm enable row level security;
alter table credit.alarm force row level security;
create policy by_file on credit.alarm using (credit.sees_file(file_id));

grant select on all tables in schema credit to yzt_app;
grant insert on credit.number, credit.file, credit.file_event, credit.grade, credit.paper_number, credit.paper, credit.alarm to yzt_app;
grant update (last) on credit.number to yzt_app;
grant update (last) on credit.paper_number to yzt_app;
grant update (last) on credit.grade to yzt_app;
grant update (state, version, data, due_on, proposed_by, decided_by) on credit.file to yzt_app;
