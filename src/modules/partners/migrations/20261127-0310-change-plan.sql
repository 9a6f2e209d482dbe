-- 修改行动方案: every version of a plan stands with its reason and its writer; whoever wrote the plan as it stands does not approve it. A
-- version is a row of its action, so that a plan hidden until its release is hidden in every version.
create table partners.action_plan (
  action_id text not null references partners.action,
  n integer not null check (n >= 1),
  plan jsonb not null,
  reason text not null check (char_length(reason) <= 300 and (n = 1) = (reason = '')),
  by text not null,
  at timestamptz not null,
  primary key (action_id, n)
);
create trigger append_only before update or delete on partners.action_plan for each row execute function platform.refuse_change();
-- What was planned before versions were kept becomes the first one.
select set_config('app.areas', '*', true);
insert into partners.action_plan (action_id, n, plan, reason, by, at)
select a.id, 1, jsonb_build_object('title', a.title, 'purpose', a.purpose, 'leadAgency', a.lead_agency, 'startsAt', a.starts_at,
    'endsAt', a.ends_at, 'area', a.area, 'planners', to_jsonb(a.planners),
    'members', (select jsonb_agg(jsonb_build_object('agencyId', m.agency_id, 'name', m.name, 'duty', m.duty, 'staff', to_jsonb(m.staff),
      'contacts', to_jsonb(m.contacts)) order by m.name) from partners.action_member m where m.action_id = a.id),
    'phases', (select jsonb_agg(jsonb_build_object('title', p.title, 'plannedAt', p.planned_at) order by p.n)
      from partners.action_phase p where p.action_id = a.id)), '', a.created_by, a.created_at
from partners.action a;
alter table partners.action_plan enable row level security;
alter table partners.action_plan force row level security;
create policy by_action on partners.action_plan using (partners.sees_action(action_id));
grant select, insert on partners.action_plan to yzt_app;

alter table partners.action add column written_by text;
update partners.action set written_by = created_by;
alter table partners.action alter column written_by set not null;
alter table partners.action drop constraint action_two_people;
alter table partners.action add constraint action_two_people check (approved_by is null or approved_by <> written_by);
grant update (written_by) on partners.action to yzt_app;

-- Groups and phases are replaced together with the draft they belong to.
create trigger keep_plan before insert or delete on partners.action_phase for each row execute function partners.keep_plan();
grant delete on partners.action_member, partners.action_phase to yzt_app;
