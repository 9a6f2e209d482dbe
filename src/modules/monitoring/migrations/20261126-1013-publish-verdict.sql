-- When an alert was judged: hits and false alarms belong to the day of the verdict.
create or replace view monitoring.published_alert with (security_invoker = true) as
  select id, kind, subject_kind, subject, area_code, score, reasons, evidence, state, raised_at, expires_at, triaged_at from monitoring.alert;
create index alert_raised on monitoring.alert (raised_at);
