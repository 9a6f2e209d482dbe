-- 检查任务: proposed by the machine or a person, sent by another person (国办发〔2024〕54号 as read in excerpts: prior approval, a yearly
-- limit per shop, certified officers). Shops are named by their licence number; no field of a person stands here but the officers' ids.
create table inspection.task_number (year integer primary key, last integer not null check (last >= 1));

create table inspection.task (
  id text primary key check (id ~ '^RW-\d{4}-\d{6}$'),
  licence_no text not null check (licence_no ~ '^\d{12}$'),
  area_code text not null check (area_code ~ '^\d{6}(\d{3}){0,2}$'),
  kind text not null check (kind in ('regular', 'random', 'offHours', 'joint', 'surprise', 'campaign', 'report', 'licenceCheck', 'followUp')),
  source text not null check (source in ('alert', 'draw', 'person')),
  -- The alert or the draw's group it comes from; the same one is never proposed twice.
  source_ref text,
  reasons text[] not null check (cardinality(reasons) > 0),
  why text not null default '',
  checklist text[] not null check (cardinality(checklist) > 0),
  basis jsonb not null,
  hours text not null check (hours in ('office', 'off')),
  due_by date not null,
  partner text,
  no_notice_reason text,
  state text not null default 'proposed',
  version integer not null default 1 check (version >= 1),
  visit_on date,
  officers uuid[] not null default '{}',
  proposed_by text not null,
  proposed_at timestamptz not null,
  approved_by text check (approved_by like 'staff:%'),
  approved_at timestamptz,
  constraint task_approved_by_another check (approved_by is distinct from proposed_by or approved_by is null),
  -- 行政处罚法第四十二条: two or more.
  constraint task_two_officers check (state not in ('assigned', 'visiting', 'found') or (cardinality(officers) = 2 and officers[1] <> officers[2] and visit_on is not null and approved_by is not null)),
  constraint task_surprise_reason check (kind <> 'surprise' or no_notice_reason <> '')
);
create unique index task_of_source on inspection.task (source, source_ref, licence_no) where source_ref is not null;
create index task_of_shop on inspection.task (licence_no, visit_on);
create index task_open on inspection.task (state, due_by);

-- The state table of the program once more (rules/task/moves.ts); a test compares both.
create table inspection.task_move (from_state text not null, to_state text not null, primary key (from_state, to_state));
insert into inspection.task_move (from_state, to_state)
select from_state, unnest(to_states::text[]) from (values
  ('proposed', '{assigned, rejected, lapsed}'),
  ('assigned', '{proposed, visiting, found}'),
  ('visiting', '{found}'),
  ('found', '{closed}')
) as known (from_state, to_states);

create function inspection.guard_task() returns trigger language plpgsql as $$
begin
  if new.state is distinct from old.state and not exists (
    select from inspection.task_move m where m.from_state = old.state and m.to_state = new.state)
  then raise exception 'a task cannot go from % to %', old.state, new.state using errcode = '23514', constraint = 'known_move'; end if;
  return new;
end $$;
create trigger guard before update on inspection.task for each row execute function inspection.guard_task();
create trigger never_removed before delete on inspection.task for each row execute function platform.refuse_change();

create table inspection.task_event (
  id bigint generated always as identity primary key,
  task_id text not null references inspection.task,
  at timestamptz not null,
  event text not null,
  from_state text,
  to_state text not null,
  by text not null,
  note text not null default ''
);
create index task_event_of_task on inspection.task_event (task_id, id);
create trigger append_only before update or delete on inspection.task_event
  for each row execute function platform.refuse_change();

create function inspection.sees_task(asked text) returns boolean language sql stable parallel safe as $$
  select exists (select from inspection.task t where t.id = asked)
$$;
alter table inspection.task enable row level security;
alter table inspection.task force row level security;
alter table inspection.task_event enable row level security;
alter table inspection.task_event force row level security;
create policy by_area on inspection.task using (platform.in_scope(area_code));
create policy by_task on inspection.task_event using (inspection.sees_task(task_id));

grant select on inspection.task_number, inspection.task, inspection.task_move, inspection.task_event to yzt_app;
grant insert on inspection.task_number, inspection.task, inspection.task_event to yzt_app;
grant update (last) on inspection.task_number to yzt_app;
grant update (state, version, visit_on, officers, approved_by, approved_at, hours, no_notice_reason) on inspection.task to yzt_app;
