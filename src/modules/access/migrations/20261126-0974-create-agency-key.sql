-- 接口密钥 of a partner's system: its public key, proposed by one and confirmed by another. It signs each request with a time and a nonce.
create table access.agency_key (
  id uuid primary key,
  agency_id uuid not null,
  areas text[] not null check (cardinality(areas) > 0),
  name text not null check (char_length(name) between 1 and 60),
  public_key text not null check (public_key ~ '^04[0-9a-f]{128}$'),
  -- 通知地址; without it the system asks by itself.
  webhook_url text check (webhook_url ~ '^https?://' and char_length(webhook_url) <= 300),
  state text not null default 'proposed' check (state in ('proposed', 'active', 'revoked')),
  proposed_by uuid not null references access.staff,
  proposed_at timestamptz not null,
  confirmed_by uuid references access.staff,
  confirmed_at timestamptz,
  revoked_by uuid references access.staff,
  revoked_at timestamptz,
  constraint agency_key_two_people check (confirmed_by <> proposed_by),
  constraint agency_key_active_is_whole check (state <> 'active' or confirmed_by is not null)
);
create unique index agency_key_live on access.agency_key (public_key) where state <> 'revoked';
-- Each nonce once within the window of time; older ones are removed, their requests are refused by their time.
create table access.agency_nonce (
  key_id uuid not null references access.agency_key,
  nonce text not null check (char_length(nonce) between 16 and 64),
  at timestamptz not null,
  primary key (key_id, nonce)
);
create index agency_nonce_at on access.agency_nonce (at);

alter table access.agency_key enable row level security;
alter table access.agency_key force row level security;
create policy colleagues on access.agency_key using (access.same_county(areas));
alter table access.agency_nonce enable row level security;
alter table access.agency_nonce force row level security;
create policy nobody on access.agency_nonce using (access.everything_in_scope());
grant select, insert on access.agency_key, access.agency_nonce to yzt_app;
grant delete on access.agency_nonce to yzt_app;
grant update (state, confirmed_by, confirmed_at, revoked_by, revoked_at) on access.agency_key to yzt_app;

create view access.published_agency_key with (security_invoker = true) as
  select id, agency_id, name, webhook_url, state from access.agency_key;
grant select on access.published_agency_key to yzt_app;

-- People of one agency know each other's names, and nobody else's.
create policy own_agency on access.staff for select using (agency_id is not null and platform.is_agency(agency_id));
