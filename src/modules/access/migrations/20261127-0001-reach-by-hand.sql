-- 到期提醒 that reached nobody: no number on file, refused, or never delivered. An officer tells the shop and says how; once.
alter table access.message alter column phone_sealed drop not null;
alter table access.message add constraint message_has_number check (phone_sealed is not null or state = 'failed');
alter table access.message add column told_how text check (told_how in ('call', 'visit', 'counter'));
alter table access.message add column told_by text check (told_by like 'staff:%');
alter table access.message add column told_at timestamptz;
alter table access.message add constraint message_told check (num_nonnulls(told_how, told_by, told_at) in (0, 3));
grant update (told_how, told_by, told_at) on access.message to yzt_app;
create index message_unreached on access.message (kind, queued_at) where state = 'failed' and told_at is null;
