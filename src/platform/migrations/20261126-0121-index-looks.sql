-- 谁看过我的数据 asks the ledger by the numbers of one person's licences and applications.
create index audit_entry_looks on platform.audit_entry (subject, at desc) where action ~ '^[a-z]+\.read[A-Z]';
