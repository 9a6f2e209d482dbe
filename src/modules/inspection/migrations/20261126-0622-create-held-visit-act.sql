-- 外勤检查动作 that the rules did not take, as the officer's telephone had it: nothing of a visit is lost, a person looks at it.
create table inspection.held_act (
  id uuid primary key,
  task_id text not null references inspection.task,
  area_code text not null,
  kind text not null,
  why text not null,
  sealed text not null,
  by text not null,
  held_at timestamptz not null,
  settled_by text,
  settled_at timestamptz,
  settled_note text,
  check ((settled_by is null) = (settled_at is null))
);
create index held_act_open on inspection.held_act (held_at) where settled_at is null;
create trigger never_removed before delete on inspection.held_act for each row execute function platform.refuse_change();
alter table inspection.held_act enable row level security;
alter table inspection.held_act force row level security;
create policy by_area on inspection.held_act using (platform.in_scope(area_code));
grant select, insert on inspection.held_act to yzt_app;
grant update (settled_by, settled_at, settled_note) on inspection.held_act to yzt_app;
