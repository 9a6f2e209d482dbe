-- 现场检查笔录 for the case that follows from it: still sealed, still within the scope of the visit.
create view inspection.published_visit_record with (security_invoker = true) as
  select task_id, number, content, digest, signature, key_id, issued_at from inspection.visit_record;
grant select on inspection.published_visit_record to yzt_app;
