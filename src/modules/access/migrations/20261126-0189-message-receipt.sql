-- 收件回执 by SMS beside the others. After 0170, which sets the same list: migrations run in the order of their names.
alter table access.message drop constraint message_kind_check;
alter table access.message add constraint message_kind_check check (kind in ('renewalReminder', 'decision', 'helpCall', 'receipt'));
