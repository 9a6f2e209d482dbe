-- Whether the rules granted it at once, from the application itself: the row security of decisions looks up a licence for each row, and a year of
-- a prefecture has tens of thousands.
create or replace view licensing.published_application with (security_invoker = true) as
  select a.application_no, a.service, a.licence_no, a.area_code, a.channel, a.terminal_id, a.state, a.started_at, a.captured_at,
    a.received_on, a.accepted_on, a.decided_on, a.decide_by, a.deliver_mode, a.helper_id is not null as assisted,
    a.correction_asked_on is not null as corrected, d.decided_as, d.result, d.decided_at, a.outcome = 'grant' as by_rules
  from licensing.application a left join licensing.decision d on d.application_no = a.application_no;
