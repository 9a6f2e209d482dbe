-- 窗口接待: the person before an officer, as the card says; never the number itself, the name only sealed.
create table access.counter_session (
  id uuid primary key,
  staff_id uuid not null references access.staff,
  area_code text not null,
  person_index text not null check (length(person_index) = 64),
  name_sealed text not null check (name_sealed like 'v1.%'),
  id_no_masked text not null check (id_no_masked ~ '^\*{14}[0-9X]{4}$'),
  -- Read by a machine, or typed by the officer from the card in his hand.
  card_read text not null check (card_read in ('reader', 'typed')),
  opened_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz
);
create index counter_session_of_staff on access.counter_session (staff_id, opened_at desc);

-- 到场码: a helper takes it from his own account and types it at the terminal, where he sits beside the person.
create table access.presence_code (
  id uuid primary key,
  staff_id uuid not null references access.staff,
  code_index text not null check (length(code_index) = 64),
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index presence_code_live on access.presence_code (code_index) where used_at is null;

-- 帮办: who sat beside whose session. Append only: an assisted session stays an assisted session.
create table access.assistance (
  id uuid primary key,
  session_id uuid not null unique references access.card_session,
  staff_id uuid not null references access.staff,
  person_index text not null,
  terminal_id uuid not null references access.terminal,
  area_code text not null,
  began_at timestamptz not null
);
create index assistance_of_staff on access.assistance (staff_id, began_at desc);
create trigger append_only before update or delete on access.assistance
  for each row execute function platform.refuse_change();

do $$
declare guarded text;
begin
  foreach guarded in array array['counter_session', 'presence_code', 'assistance'] loop
    execute format('alter table access.%I enable row level security', guarded);
    execute format('alter table access.%I force row level security', guarded);
  end loop;
end $$;
create policy by_area_or_own on access.counter_session
  using (platform.in_scope(area_code) or platform.is_person(person_index));
create policy nobody on access.presence_code using (access.everything_in_scope());
create policy by_area_or_own on access.assistance
  using (platform.in_scope(area_code) or platform.is_person(person_index));

grant select, insert on access.counter_session, access.presence_code, access.assistance to yzt_app;
grant update (ended_at) on access.counter_session to yzt_app;
grant update (used_at) on access.presence_code to yzt_app;
