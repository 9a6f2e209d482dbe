-- 会议、协作任务 (reference §8.9): who meets about what, what was said and decided, and what became of it. An agency sees the meetings it was
-- called to and the tasks that are its own.
create function partners.is_one_of(agencies uuid[]) returns boolean language sql stable parallel safe as $$
  select nullif(current_setting('app.agency', true), '')::uuid = any (agencies)
$$;

create table partners.meeting (
  id text primary key check (id ~ '^HY-\d{4}-\d{4}$'),
  kind text not null check (kind in ('joint', 'analysis', 'urgent')),
  title text not null check (char_length(title) between 2 and 60),
  place text not null check (char_length(place) between 2 and 80),
  starts_at timestamptz not null,
  area_code text not null check (area_code ~ '^\d{6}(\d{3}){0,2}$'),
  agencies uuid[] not null check (cardinality(agencies) between 0 and 30),
  state text not null default 'planned',
  version integer not null default 1 check (version >= 1),
  -- What was said beside the lines of the agenda.
  minutes text not null default '',
  minutes_by text,
  signed_by text check (signed_by is distinct from minutes_by or signed_by is null),
  signed_at timestamptz,
  created_by text not null,
  created_at timestamptz not null
);
create index meeting_by_day on partners.meeting (starts_at desc);

create table partners.meeting_guest (
  meeting_id text not null references partners.meeting,
  agency_id uuid not null references partners.agency,
  contact_id uuid references partners.contact,
  reply text check (reply in ('coming', 'notComing')),
  reply_words text not null default '',
  replied_at timestamptz,
  attended boolean,
  primary key (meeting_id, agency_id)
);
create table partners.meeting_line (
  id bigint generated always as identity primary key,
  meeting_id text not null references partners.meeting,
  n integer not null check (n >= 1),
  kind text not null check (kind in ('clue', 'hit', 'chain', 'case', 'item', 'task', 'other')),
  ref text not null default '',
  words text not null check (words <> ''),
  why text not null default '',
  said text not null default '',
  unique (meeting_id, n)
);
create table partners.meeting_event (
  id bigint generated always as identity primary key,
  meeting_id text not null references partners.meeting,
  at timestamptz not null,
  event text not null,
  by text not null,
  note text not null default ''
);
create index meeting_event_of_meeting on partners.meeting_event (meeting_id, id);
-- 会议纪要 as signed: sealed, with the digest of its words and the bureau's signature.
create table partners.meeting_paper (
  meeting_id text primary key references partners.meeting,
  number text not null unique,
  content text not null check (content like 'v1.%'),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  signature text not null,
  key_id text not null,
  issued_at timestamptz not null
);
create trigger append_only before update or delete on partners.meeting_event for each row execute function platform.refuse_change();
create trigger append_only before update or delete on partners.meeting_paper for each row execute function platform.refuse_change();

-- The state table of the program once more; a test compares both.
create table partners.known_move (machine text not null, from_state text not null, to_state text not null, primary key (machine, from_state, to_state));
insert into partners.known_move (machine, from_state, to_state)
select machine, from_state, unnest(to_states::text[]) from (values
  ('meeting', 'planned', '{called, cancelled}'),
  ('meeting', 'called', '{sitting, cancelled}'),
  ('meeting', 'sitting', '{held}'),
  ('meeting', 'held', '{minuted}'),
  ('task', 'given', '{received, refused, withdrawn}'),
  ('task', 'received', '{working, finished, refused, withdrawn}'),
  ('task', 'working', '{working, finished, withdrawn}'),
  ('task', 'finished', '{closed, working}'),
  ('task', 'refused', '{given, closed}'),
  ('action', 'draft', '{approved, dropped}'),
  ('action', 'approved', '{released, draft, dropped}'),
  ('action', 'released', '{live, dropped}'),
  ('action', 'live', '{ended}'),
  ('action', 'ended', '{evaluated}')
) as known (machine, from_state, to_states);
create function partners.guard_state() returns trigger language plpgsql as $$
begin
  if old.state <> new.state and not exists (select from partners.known_move m
    where m.machine = tg_argv[0] and m.from_state = old.state and m.to_state = new.state)
  then raise exception '% cannot go from % to %', tg_argv[0], old.state, new.state
    using errcode = '23514', constraint = 'known_move'; end if;
  return new;
end $$;
create trigger guard before update on partners.meeting for each row execute function partners.guard_state('meeting');
create trigger never_removed before delete on partners.meeting for each row execute function platform.refuse_change();

-- 协作任务: of an agency, or of the bureau itself (agency_id is null). The first instants are kept: response times are computed from them.
create table partners.task (
  id text primary key check (id ~ '^JB-\d{4}-\d{6}$'),
  source text not null check (source in ('meeting', 'action', 'direct')),
  source_ref text check ((source = 'direct') = (source_ref is null)),
  agency_id uuid references partners.agency,
  contact_id uuid references partners.contact,
  -- A colleague, where the task is the bureau's own.
  staff_id text check (staff_id is null or agency_id is null),
  area_code text not null check (area_code ~ '^\d{6}(\d{3}){0,2}$'),
  -- The number of what it is about, where there is one.
  about_ref text not null default '',
  words text not null check (char_length(words) between 2 and 500),
  due_on date not null,
  state text not null default 'given',
  given_by text not null,
  given_at timestamptz not null,
  received_at timestamptz check (received_at >= given_at),
  answered_at timestamptz check (answered_at >= given_at),
  finished_at timestamptz check (finished_at >= given_at),
  check (agency_id is not null or staff_id is not null)
);
create index task_open on partners.task (state, due_on);
create index task_of_agency on partners.task (agency_id, given_at desc);
create index task_of_source on partners.task (source, source_ref);
create table partners.task_event (
  id bigint generated always as identity primary key,
  task_id text not null references partners.task,
  at timestamptz not null,
  told_at timestamptz not null,
  event text not null,
  to_state text not null,
  by text not null,
  words text not null default ''
);
create index task_event_of_task on partners.task_event (task_id, id);
create trigger append_only before update or delete on partners.task_event for each row execute function platform.refuse_change();
create trigger guard before update on partners.task for each row execute function partners.guard_state('task');
create trigger never_removed before delete on partners.task for each row execute function platform.refuse_change();

create function partners.sees_meeting(asked text) returns boolean language sql stable parallel safe as $$
  select exists (select from partners.meeting m where m.id = asked)
$$;
create function partners.sees_task(asked text) returns boolean language sql stable parallel safe as $$
  select exists (select from partners.task t where t.id = asked)
$$;
do $$
declare name text;
begin
  foreach name in array array['meeting', 'meeting_guest', 'meeting_line', 'meeting_event', 'meeting_paper', 'task', 'task_event'] loop
    execute format('alter table partners.%I enable row level security', name);
    execute format('alter table partners.%I force row level security', name);
  end loop;
  foreach name in array array['meeting_line', 'meeting_event', 'meeting_paper'] loop
    execute format('create policy by_meeting on partners.%I using (partners.sees_meeting(meeting_id))', name);
  end loop;
end $$;
create policy by_area_or_called on partners.meeting using (
  platform.in_scope(area_code) or (state <> 'planned' and partners.is_one_of(agencies)));
-- Of the others at the table an agency learns nothing here.
create policy by_meeting_or_own on partners.meeting_guest using (
  partners.sees_meeting(meeting_id) and (nullif(current_setting('app.agency', true), '') is null or platform.is_agency(agency_id)));
create policy by_area_or_own on partners.task using (platform.in_scope(area_code) or platform.is_agency(agency_id));
create policy by_task on partners.task_event using (partners.sees_task(task_id));

grant select on partners.known_move to yzt_app;
grant select, insert on partners.meeting, partners.meeting_guest, partners.meeting_line, partners.meeting_event, partners.meeting_paper,
  partners.task, partners.task_event to yzt_app;
grant update (state, version, minutes, minutes_by, signed_by, signed_at) on partners.meeting to yzt_app;
grant update (reply, reply_words, replied_at, attended) on partners.meeting_guest to yzt_app;
grant update (said) on partners.meeting_line to yzt_app;
grant update (state, received_at, answered_at, finished_at, due_on) on partners.task to yzt_app;

create view partners.published_task with (security_invoker = true) as
  select id, source, source_ref, agency_id, area_code, due_on, state, given_at, received_at, answered_at, finished_at from partners.task;
grant select on partners.published_task to yzt_app;
