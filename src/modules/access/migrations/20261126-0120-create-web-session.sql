-- 手机和网页办理: citizens without a terminal. A session knows a person as a card session does; the way of proof is kept with it.
create table access.web_session (
  id uuid primary key,
  token_hash text not null unique check (length(token_hash) = 64),
  person_index text not null check (length(person_index) = 64),
  name_sealed text not null check (name_sealed like 'v1.%'),
  id_no_masked text not null check (id_no_masked ~ '^\*{14}[0-9X]{4}$'),
  method text not null check (method in ('code', 'oidc')),
  area_code text not null,
  opened_at timestamptz not null,
  used_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz
);
create index web_session_of_person on access.web_session (person_index);

-- 一次性验证码. The code itself is nowhere: it is derived from the id by the keyring. A number the register does not know gets
-- a row too, without a person, so that known and unknown numbers are counted, limited and answered alike.
create table access.sign_in_code (
  id uuid primary key,
  phone_index text not null check (length(phone_index) = 64),
  person_index text,
  name_sealed text,
  id_no_masked text,
  area_code text,
  phone_sealed text,
  tries integer not null default 0 check (tries >= 0),
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint sign_in_code_of_somebody check (
    num_nonnulls(person_index, name_sealed, id_no_masked, area_code, phone_sealed) in (0, 5))
);
create index sign_in_code_of_phone on access.sign_in_code (phone_index, asked_at desc);
create index sign_in_code_asked on access.sign_in_code (asked_at);

alter table access.web_session enable row level security;
alter table access.web_session force row level security;
alter table access.sign_in_code enable row level security;
alter table access.sign_in_code force row level security;
create policy by_area_or_own on access.web_session using (platform.in_scope(area_code) or platform.is_person(person_index));
create policy nobody on access.sign_in_code using (access.everything_in_scope());
grant select, insert on access.web_session, access.sign_in_code to yzt_app;
grant update (used_at, ended_at) on access.web_session to yzt_app;
grant update (tries, used_at) on access.sign_in_code to yzt_app;

-- A consent may be given in a session of either kind; both keep their rows for good.
alter table access.consent drop constraint consent_session_id_fkey;

-- One statement for each request of a citizen's browser, as for staff.
create function access.admit_citizen(asked_token text, at timestamptz, idle interval)
returns table (session_id uuid, person_index text, method text)
language plpgsql as $$
declare scope_of_caller text := coalesce(current_setting('app.areas', true), '');
begin
  perform set_config('app.areas', '*', true);
  return query
    with live as (
      select s.id, s.person_index, s.method from access.web_session s
      where s.token_hash = asked_token and s.ended_at is null and s.ends_at > at and s.used_at + idle > at),
    noted as (
      update access.web_session s set used_at = at from live
      where s.id = live.id and s.used_at < at - interval '10 seconds')
    select live.id, live.person_index, live.method from live;
  perform set_config('app.areas', scope_of_caller, true);
end $$;
