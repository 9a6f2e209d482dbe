-- 已派的检查任务 (for cases): which shop, which two officers the head has sent, and when; why and what was found stay here.
create view inspection.published_sent_task with (security_invoker = true) as
  select id, licence_no, area_code, officers, visit_on, state from inspection.task where state in ('assigned', 'visiting', 'found', 'closed');
grant select on inspection.published_sent_task to yzt_app;
