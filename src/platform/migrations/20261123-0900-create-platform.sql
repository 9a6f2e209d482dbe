-- Words every schema uses: who sees a row, what was already answered, what was announced.
create schema platform;
grant usage on schema platform to yzt_app;

-- A row is in scope when the transaction's areas cover its area (county 6 digits or town 9 digits), or for jobs ('*').
create function platform.in_scope(area_code text) returns boolean language sql stable parallel safe as $$
  select current_setting('app.areas', true) = '*'
      or left(area_code, 6) = any(string_to_array(current_setting('app.areas', true), ','))
      or left(area_code, 9) = any(string_to_array(current_setting('app.areas', true), ','))
$$;
create function platform.is_person(person_index text) returns boolean language sql stable parallel safe as $$
  select person_index = nullif(current_setting('app.person', true), '')
$$;
create function platform.refuse_change() returns trigger language plpgsql as $$
begin raise exception 'rows of %.% are never changed or removed', tg_table_schema, tg_table_name using errcode = '42501'; end $$;

-- The reply to each key, kept as long as the matter itself: the same question gets the same answer, once done.
create table platform.idempotency (
  key text not null check (length(key) between 8 and 100),
  owner text not null,
  request_digest text not null,
  status smallint not null,
  reply jsonb,
  created_at timestamptz not null default now(),
  primary key (owner, key)
);
grant select, insert on platform.idempotency to yzt_app;

-- Announcements: facts written in the transaction of the change; reactions run from here, each effect once.
create table platform.announcement (
  id bigint generated always as identity primary key,
  event text not null,
  payload jsonb not null,
  announced_at timestamptz not null default now()
);
create table platform.reaction_done (
  announcement_id bigint not null references platform.announcement,
  reaction text not null,
  done_at timestamptz not null default now(),
  primary key (announcement_id, reaction)
);
grant select, insert on platform.announcement, platform.reaction_done to yzt_app;
