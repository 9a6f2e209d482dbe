-- 联合行动 (reference §8.9; 行政处罚法 §26): the initiator leads, each agency acts within its own law, results are linked, not copied. 错时 and
-- 突击 actions are rows that only their planners have until they are released: not by a filter, by row security.
create table partners.action (
  id text primary key check (id ~ '^LH-\d{4}-\d{4}$'),
  kind text not null check (kind in ('planned', 'offHours', 'surprise')),
  hidden boolean not null check (hidden = (kind <> 'planned')),
  title text not null check (char_length(title) between 2 and 60),
  purpose text not null check (char_length(purpose) between 6 and 500),
  -- 牵头单位 = 发起单位; null is the bureau.
  lead_agency uuid references partners.agency,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  -- Corners in their order, WGS-84: [[lng, lat], …].
  area jsonb not null check (jsonb_typeof(area) = 'array' and jsonb_array_length(area) between 3 and 60),
  area_code text not null check (area_code ~ '^\d{6}(\d{3}){0,2}$'),
  -- Ids of staff.
  planners text[] not null check (cardinality(planners) between 1 and 20),
  agencies uuid[] not null check (cardinality(agencies) between 1 and 30),
  state text not null default 'draft',
  version integer not null default 1 check (version >= 1),
  created_by text not null,
  created_at timestamptz not null,
  approved_by text,
  released_at timestamptz,
  started_at timestamptz,
  ended_at timestamptz,
  evaluation text,
  evaluated_by text,
  evaluated_at timestamptz,
  constraint action_two_people check (approved_by is distinct from created_by or approved_by is null),
  constraint action_approved_first check (state in ('draft', 'dropped') or approved_by is not null),
  constraint action_released_first check (state in ('draft', 'approved', 'dropped') or released_at is not null),
  check ((evaluation is null) = (evaluated_by is null) and (evaluated_by is null) = (evaluated_at is null))
);
create index action_by_day on partners.action (starts_at desc);
-- 分组: who goes, for which agency, with which legal duty.
create table partners.action_member (
  id uuid primary key,
  action_id text not null references partners.action,
  agency_id uuid references partners.agency,
  name text not null check (char_length(name) between 1 and 40),
  duty text not null check (char_length(duty) between 1 and 200),
  staff uuid[] not null default '{}',
  contacts uuid[] not null default '{}'
);
create index action_member_of_action on partners.action_member (action_id);
create table partners.action_phase (
  action_id text not null references partners.action,
  n integer not null check (n >= 1),
  title text not null check (char_length(title) between 2 and 60),
  planned_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz check (ended_at >= started_at),
  primary key (action_id, n)
);
create table partners.action_step (
  id bigint generated always as identity primary key,
  action_id text not null references partners.action,
  member_id uuid not null references partners.action_member,
  step text not null check (step in ('assembled', 'underway', 'onSite', 'checking', 'needsHelp', 'finished', 'withdrawn')),
  lng double precision check (lng between 73 and 136),
  lat double precision check (lat between 3 and 54),
  words text not null default '',
  by text not null,
  at timestamptz not null,
  told_at timestamptz not null
);
create index action_step_of_member on partners.action_step (action_id, member_id, id desc);
create table partners.action_result (
  id bigint generated always as identity primary key,
  action_id text not null references partners.action,
  kind text not null check (kind in ('visit', 'clue', 'case', 'goods', 'find')),
  ref text not null check ((kind = 'find') = (ref = '')),
  words text not null default '' check (kind <> 'find' or words <> ''),
  agency_id uuid references partners.agency,
  by text not null,
  at timestamptz not null
);
create unique index action_result_once on partners.action_result (action_id, kind, ref) where ref <> '';
create table partners.action_event (
  id bigint generated always as identity primary key,
  action_id text not null references partners.action,
  at timestamptz not null,
  event text not null,
  by text not null,
  note text not null default ''
);
create trigger append_only before update or delete on partners.action_step for each row execute function platform.refuse_change();
create trigger append_only before update or delete on partners.action_event for each row execute function platform.refuse_change();
create trigger append_only before update or delete on partners.action_result for each row execute function platform.refuse_change();
create trigger guard before update on partners.action for each row execute function partners.guard_state('action');
create trigger never_removed before delete on partners.action for each row execute function platform.refuse_change();
-- The plan stands once it is released: what was told to the others is what is run.
create function partners.keep_plan() returns trigger language plpgsql as $$
begin
  if exists (select from partners.action a where a.id = coalesce(new.action_id, old.action_id) and a.state <> 'draft')
  then raise exception 'the plan of an action is changed as a draft only' using errcode = '23514', constraint = 'plan_kept'; end if;
  return coalesce(new, old);
end $$;
create trigger keep_plan before insert or update or delete on partners.action_member for each row execute function partners.keep_plan();

-- Without a signal from the telephone the office cannot know: an act that the rules did not take lies here as it was told.
create table partners.held_act (
  id uuid primary key,
  agency_id uuid,
  area_code text not null,
  act jsonb not null,
  why text not null,
  by text not null,
  at timestamptz not null,
  settled_by text,
  settled_at timestamptz
);

create function partners.sees_action(asked text) returns boolean language sql stable parallel safe as $$
  select exists (select from partners.action a where a.id = asked)
$$;
do $$
declare name text;
begin
  foreach name in array array['action', 'action_member', 'action_phase', 'action_step', 'action_result', 'action_event', 'held_act'] loop
    execute format('alter table partners.%I enable row level security', name);
    execute format('alter table partners.%I force row level security', name);
  end loop;
  foreach name in array array['action_member', 'action_phase', 'action_step', 'action_result', 'action_event'] loop
    execute format('create policy by_action on partners.%I using (partners.sees_action(action_id))', name);
  end loop;
end $$;
create policy planners_until_released on partners.action using (
  current_setting('app.areas', true) = '*'
  or nullif(current_setting('app.staff', true), '') = any (planners)
  or (platform.in_scope(area_code) and (not hidden or released_at is not null))
  or (released_at is not null and partners.is_one_of(agencies)));
create policy by_area_or_own on partners.held_act using (platform.in_scope(area_code) or platform.is_agency(agency_id));

grant select, insert on partners.action, partners.action_member, partners.action_phase, partners.action_step, partners.action_result,
  partners.action_event, partners.held_act to yzt_app;
grant update (title, purpose, kind, hidden, lead_agency, starts_at, ends_at, area, planners, agencies, state, version, approved_by, released_at,
  started_at, ended_at, evaluation, evaluated_by, evaluated_at) on partners.action to yzt_app;
grant update (started_at, ended_at) on partners.action_phase to yzt_app;
grant update (settled_by, settled_at) on partners.held_act to yzt_app;
