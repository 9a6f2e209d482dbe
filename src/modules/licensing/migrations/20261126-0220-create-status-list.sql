-- 状态清单: every list that was signed; the text of the newest only, so that the table stays small.
create table licensing.status_list (
  number integer primary key check (number >= 1),
  issued_at timestamptz not null,
  good_until timestamptz not null check (good_until > issued_at),
  entries integer not null check (entries >= 0),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  text text
);
create function licensing.list_only_fades() returns trigger language plpgsql as $$
begin
  if new.text is not null or to_jsonb(new) - 'text' <> to_jsonb(old) - 'text'
  then raise exception 'a signed list is never changed' using errcode = '42501'; end if;
  return new;
end $$;
create trigger only_fades before update on licensing.status_list
  for each row execute function licensing.list_only_fades();
create trigger never_removed before delete on licensing.status_list
  for each row execute function platform.refuse_change();
-- No person is in it: numbers of licences and their states, made to be public.
grant select, insert, update (text) on licensing.status_list to yzt_app;
