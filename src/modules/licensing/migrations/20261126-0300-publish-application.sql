-- 准时率 needs the day by which the decision was due; once decided, the running clock is the one for service.
-- Kept by the database, so that no path to a decision forgets it.
alter table licensing.application add column decide_by date;

create function licensing.keep_decision_day() returns trigger language plpgsql as $$
begin
  if old.decided_on is null and new.decided_on is not null and old.clock_kind in ('accept', 'decide', 'expiry')
  then new.decide_by := old.clock_due_on; end if;
  return new;
end $$;
create trigger keep_decision_day before update on licensing.application
  for each row execute function licensing.keep_decision_day();

-- What figures may read: no field of a person. The invoker's rights keep row security in force.
create view licensing.published_application with (security_invoker = true) as
  select a.application_no, a.service, a.licence_no, a.area_code, a.channel, a.terminal_id, a.state, a.started_at, a.captured_at,
    a.received_on, a.accepted_on, a.decided_on, a.decide_by, a.deliver_mode, a.helper_id is not null as assisted,
    a.correction_asked_on is not null as corrected, d.decided_as, d.result
  from licensing.application a left join licensing.decision d on d.application_no = a.application_no;
grant select on licensing.published_application to yzt_app;
create index application_received on licensing.application (received_on);
create index application_decided on licensing.application (decided_on);
