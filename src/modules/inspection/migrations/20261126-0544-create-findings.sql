-- 检查结果 of a task: noted once by one of the two officers who went; the head settles it and says whether the reason was true.
create table inspection.finding (
  task_id text primary key references inspection.task,
  licence_no text not null,
  area_code text not null,
  outcome text not null check (outcome in ('clear', 'rectify', 'filed', 'unreachable', 'closedDown')),
  checked_on date not null,
  words text not null default '',
  -- 责令改正: until when.
  rectify_by date,
  by text not null check (by like 'staff:%'),
  at timestamptz not null,
  verdict text check (verdict in ('true', 'false', 'unclear')),
  settled_by text check (settled_by like 'staff:%'),
  settled_at timestamptz,
  settled_words text not null default '',
  check ((outcome = 'rectify') = (rectify_by is not null)),
  check ((verdict is null) = (settled_by is null) and (verdict is null) = (settled_at is null)),
  constraint finding_settled_by_another check (settled_by is distinct from by or settled_by is null)
);
create function inspection.guard_finding() returns trigger language plpgsql as $$
begin
  if old.verdict is not null then raise exception 'a finding is settled once' using errcode = '23514', constraint = 'finding_once'; end if;
  return new;
end $$;
create trigger guard before update on inspection.finding for each row execute function inspection.guard_finding();
create trigger never_removed before delete on inspection.finding for each row execute function platform.refuse_change();
alter table inspection.finding enable row level security;
alter table inspection.finding force row level security;
create policy by_area on inspection.finding using (platform.in_scope(area_code));
grant select, insert on inspection.finding to yzt_app;
grant update (verdict, settled_by, settled_at, settled_words) on inspection.finding to yzt_app;

-- What reports and other domains may read: no field of a person.
create view inspection.published_finding with (security_invoker = true) as
  select f.task_id, f.licence_no, f.area_code, f.outcome, f.checked_on, f.rectify_by, f.verdict, t.kind, t.source, t.source_ref, t.reasons
  from inspection.finding f join inspection.task t on t.id = f.task_id;
grant select on inspection.published_finding to yzt_app;
