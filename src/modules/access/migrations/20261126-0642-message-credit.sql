-- 信用事项 by SMS beside the others: records, entries, talks and their answers.
alter table access.message drop constraint message_kind_check;
alter table access.message add constraint message_kind_check check (kind in ('renewalReminder', 'decision', 'helpCall', 'receipt', 'credit'));
