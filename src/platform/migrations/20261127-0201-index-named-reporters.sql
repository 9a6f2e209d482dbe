-- 告警: heads ask the ledger who wrote of a reporter where he must not be named (refusal `reporterNamed`).
create index audit_entry_reporter_named on platform.audit_entry (at desc) where outcome = 'refused' and reason = 'reporterNamed';
