-- What was done at each terminal, by day: counts only.
create view licensing.published_terminal_use with (security_invoker = true) as
  select terminal_id, received_on as day, service, count(*)::int as count from licensing.application
    where terminal_id is not null group by 1, 2, 3
  union all
  select terminal_id, (reserved_at at time zone 'Asia/Shanghai')::date, 'print', count(*)::int from licensing.print
    where terminal_id is not null group by 1, 2;
grant select on licensing.published_terminal_use to yzt_app;
