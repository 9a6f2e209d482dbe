-- 本局参数的发布: values that the bureau published over the shipped ones, by effective date. Append only: rolling back is
-- one more publication. Nobody publishes what he drafted himself.
create table platform.policy_entry (
  publication bigint generated always as identity primary key,
  key text not null check (key ~ '^[a-z]+\.[a-zA-Z]+$'),
  value jsonb not null check (jsonb_typeof(value) in ('number', 'string', 'boolean')),
  unit text not null,
  basis text not null check (basis <> ''),
  note text not null,
  effective date not null,
  drafted_by text not null check (drafted_by like 'staff:%'),
  published_by text not null check (published_by like 'staff:%'),
  published_at timestamptz not null,
  constraint policy_by_two check (published_by <> drafted_by),
  -- 不溯及既往: the day in China on which it was published, or later.
  constraint policy_never_past check (effective >= (published_at at time zone 'Asia/Shanghai')::date)
);
create index policy_entry_key on platform.policy_entry (key, effective);
create trigger append_only before update or delete on platform.policy_entry
  for each row execute function platform.refuse_change();
grant select, insert on platform.policy_entry to yzt_app;
