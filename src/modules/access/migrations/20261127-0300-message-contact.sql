-- 协作单位联系人 told that something waits for them. Whatever kinds the list has by now stay in it.
do $$ declare known text; begin
  select pg_get_constraintdef(oid) into known from pg_constraint
    where conname = 'message_kind_check' and conrelid = 'access.message'::regclass;
  alter table access.message drop constraint message_kind_check;
  execute format('alter table access.message add constraint message_kind_check check ((%s) or kind = ''contactAwaited'')',
    regexp_replace(known, '^CHECK ', ''));
end $$;

-- How far a message about a matter is: no number, no words.
create view access.published_message with (security_invoker = true) as
  select about, kind, area_code, state, queued_at, sent_at, settled_at from access.message;
grant select on access.published_message to yzt_app;
