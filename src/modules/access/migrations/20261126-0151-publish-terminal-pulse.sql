-- How each terminal last was, for reports: no field of a person.
create view access.published_terminal_pulse with (security_invoker = true) as
  select terminal_id, seen_at, version, reader, printer, paper, pending_acts, faults from access.terminal_pulse;
grant select on access.published_terminal_pulse to yzt_app;
