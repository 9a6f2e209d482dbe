-- 期限: what is promised by which day and not yet done, for the board. Suspended and ended clocks are none.
create view licensing.published_promise with (security_invoker = true) as
  select application_no, service, area_code, clock_kind, clock_due_on as due_on
  from licensing.application where clock_due_on is not null;
grant select on licensing.published_promise to yzt_app;
create index application_promise on licensing.application (clock_due_on) where clock_due_on is not null;
