-- People who act and the machines they act at: staff, terminals, citizens' sessions, consents, calls for help.
-- Scope '*' is for work that has no person of its own (signing in, the sealing of a session); everybody else sees an area.
create schema access;
grant usage on schema access to yzt_app;

-- Colleagues of one county know each other's names, whether they serve a town or the whole county.
create function access.same_county(areas text[]) returns boolean language sql stable parallel safe as $$
  select current_setting('app.areas', true) = '*' or exists (
    select from unnest(areas) as mine, unnest(string_to_array(current_setting('app.areas', true), ',')) as theirs
    where left(mine, 6) = left(theirs, 6))
$$;
create function access.everything_in_scope() returns boolean language sql stable parallel safe as $$
  select current_setting('app.areas', true) = '*'
$$;

create table access.staff (
  id uuid primary key,
  account text not null unique check (account ~ '^[a-z][a-z0-9._-]{1,39}$'),
  name text not null check (char_length(name) between 1 and 30),
  roles text[] not null check (cardinality(roles) > 0),
  areas text[] not null check (cardinality(areas) > 0),
  state text not null default 'active' check (state in ('active', 'closed')),
  demo boolean not null default false,
  created_at timestamptz not null,
  last_sign_in_at timestamptz,
  constraint staff_roles_known check (roles <@ array['window', 'reviewer', 'decider', 'head', 'verifier', 'inspector', 'courier',
    'helper', 'legal', 'analyst', 'informantDesk', 'systemAdmin', 'securityAdmin', 'auditAdmin']),
  -- 三员分立: an administrator is nothing else.
  constraint staff_roles_separate check (
    cardinality(roles) = 1 or not roles && array['systemAdmin', 'securityAdmin', 'auditAdmin'])
);

-- Apart from the staff row, so that no query for a name can ever bring a secret along.
create table access.staff_credential (
  staff_id uuid primary key references access.staff,
  password_hash text not null check (password_hash like '$argon2id$%'),
  totp_sealed text not null check (totp_sealed like 'v1.%'),
  totp_step bigint not null default 0,
  wrong_tries integer not null default 0 check (wrong_tries >= 0),
  locked_until timestamptz
);

create table access.staff_session (
  id uuid primary key,
  token_hash text not null unique check (length(token_hash) = 64),
  staff_id uuid not null references access.staff,
  opened_at timestamptz not null,
  used_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz
);
create index staff_session_open on access.staff_session (staff_id) where ended_at is null;

create table access.terminal (
  id uuid primary key,
  code text not null check (char_length(code) between 1 and 32),
  name text not null check (char_length(name) between 1 and 60),
  area_code text not null check (area_code ~ '^[1-9][0-9]{5}([0-9]{3}){0,2}$'),
  state text not null default 'proposed' check (state in ('proposed', 'confirmed', 'active', 'frozen', 'revoked')),
  proposed_by uuid not null references access.staff,
  proposed_at timestamptz not null,
  confirmed_by uuid references access.staff,
  confirmed_at timestamptz,
  public_key text check (public_key ~ '^04[0-9a-f]{128}$'),
  boot_counter bigint not null default 0 check (boot_counter >= 0),
  activated_at timestamptz,
  stopped_at timestamptz,
  stop_reason text,
  constraint terminal_two_people check (confirmed_by <> proposed_by),
  constraint terminal_active_is_whole check (state <> 'active' or (confirmed_by is not null and public_key is not null))
);
-- A revoked terminal's number may be given to the machine that replaces it.
create unique index terminal_code_live on access.terminal (code) where state <> 'revoked';

create function access.check_terminal_move() returns trigger language plpgsql as $$
begin
  if new.state <> old.state and not (old.state, new.state) in (
    ('proposed', 'confirmed'), ('proposed', 'revoked'), ('confirmed', 'active'), ('confirmed', 'revoked'),
    ('active', 'frozen'), ('active', 'revoked'), ('frozen', 'proposed'), ('frozen', 'revoked')) then
    raise exception 'a terminal never goes from % to %', old.state, new.state using errcode = '23514';
  end if;
  if new.boot_counter < old.boot_counter and new.public_key is not distinct from old.public_key then
    raise exception 'the boot counter of one key never falls' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger terminal_move before update on access.terminal for each row execute function access.check_terminal_move();

create table access.terminal_enrolment (
  id uuid primary key,
  terminal_id uuid not null references access.terminal,
  code_hash text not null unique check (length(code_hash) = 64),
  issued_by uuid not null references access.staff,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  redeemed_at timestamptz,
  voided_at timestamptz
);
create index terminal_enrolment_of_terminal on access.terminal_enrolment (terminal_id);

-- 信道, one for a terminal. Unlogged: written with every request, and worth nothing after a crash (terminals make a new one).
-- The key is not here: it is derived from the channel's id by the keyring.
create unlogged table access.channel (
  terminal_id uuid primary key references access.terminal,
  id uuid not null unique,
  counter bigint not null default 0,
  opened_at timestamptz not null,
  expires_at timestamptz not null,
  session_id uuid,
  session_used_at timestamptz
) with (fillfactor = 70);

-- The last heartbeat of each terminal; the next one comes within the minute.
create unlogged table access.terminal_pulse (
  terminal_id uuid primary key references access.terminal,
  seen_at timestamptz not null,
  version text not null,
  reader text not null,
  printer text not null,
  paper text not null,
  pending_acts integer not null,
  disk_free_mb integer not null,
  faults text[] not null
) with (fillfactor = 70);

-- What an act needs as proof of who stood there; never the number itself, the name only sealed.
create table access.card_session (
  id uuid primary key,
  token_hash text not null unique check (length(token_hash) = 64),
  person_index text not null check (length(person_index) = 64),
  name_sealed text not null check (name_sealed like 'v1.%'),
  id_no_masked text not null check (id_no_masked ~ '^\*{14}[0-9X]{4}$'),
  method text not null check (method in ('card', 'face', 'code')),
  terminal_id uuid not null references access.terminal,
  terminal_name text not null,
  area_code text not null,
  channel_id uuid not null,
  clock_wrong boolean not null,
  opened_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  ended_because text check (ended_because in ('person', 'idle', 'time', 'nextCard', 'newChannel', 'terminalStopped')),
  check ((ended_at is null) = (ended_because is null))
);
create index card_session_open on access.card_session (terminal_id) where ended_at is null;
create index card_session_of_person on access.card_session (person_index);

create table access.consent (
  id uuid primary key,
  person_index text not null check (length(person_index) = 64),
  kind text not null,
  version text not null,
  session_id uuid references access.card_session,
  given_at timestamptz not null,
  withdrawn_at timestamptz check (withdrawn_at >= given_at)
);
create unique index consent_live on access.consent (person_index, kind) where withdrawn_at is null;

create table access.help_call (
  id uuid primary key,
  terminal_id uuid not null references access.terminal,
  area_code text not null,
  session_id uuid references access.card_session,
  step text not null check (char_length(step) between 1 and 60),
  called_at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid references access.staff,
  check ((answered_at is null) = (answered_by is null))
);
create index help_call_open on access.help_call (area_code, called_at) where answered_at is null;
create index help_call_of_terminal on access.help_call (terminal_id, answered_at);

-- 待人工处理的办理动作: an act the machine could not place is kept as it came, sealed to the server's key.
create table access.held_act (
  id uuid primary key,
  terminal_id uuid not null references access.terminal,
  area_code text not null,
  act_key text not null,
  envelope jsonb not null,
  reason text not null,
  received_at timestamptz not null,
  settled_at timestamptz,
  settled_by uuid references access.staff,
  settled_note text,
  unique (terminal_id, act_key),
  check ((settled_at is null) = (settled_by is null))
);
create index held_act_open on access.held_act (area_code, received_at) where settled_at is null;

do $$
declare guarded text;
begin
  foreach guarded in array array['staff', 'staff_credential', 'staff_session', 'terminal', 'terminal_enrolment',
    'card_session', 'consent', 'help_call', 'held_act'] loop
    execute format('alter table access.%I enable row level security', guarded);
    -- The owner of the tables is bound too (decision 0004).
    execute format('alter table access.%I force row level security', guarded);
  end loop;
end $$;

create policy colleagues on access.staff using (access.same_county(areas));
create policy nobody on access.staff_credential using (access.everything_in_scope());
create policy nobody on access.staff_session using (access.everything_in_scope());
create policy by_area on access.terminal using (platform.in_scope(area_code));
create policy by_terminal on access.terminal_enrolment
  using (exists (select from access.terminal t where t.id = terminal_id));
create policy by_area_or_own on access.card_session using (platform.in_scope(area_code) or platform.is_person(person_index));
create policy own on access.consent using (access.everything_in_scope() or platform.is_person(person_index));
create policy by_area on access.help_call using (platform.in_scope(area_code));
create policy by_area on access.held_act using (platform.in_scope(area_code));

grant select, insert on access.staff, access.staff_credential, access.staff_session, access.terminal, access.terminal_enrolment,
  access.card_session, access.consent, access.help_call, access.held_act to yzt_app;
grant select, insert, update, delete on access.channel to yzt_app;
grant select, insert, update on access.terminal_pulse to yzt_app;
-- Who was where and when is never rewritten; only the ends of things are.
grant update (name, roles, areas, state, last_sign_in_at) on access.staff to yzt_app;
grant update (password_hash, totp_sealed, totp_step, wrong_tries, locked_until) on access.staff_credential to yzt_app;
grant update (used_at, ended_at) on access.staff_session to yzt_app;
grant update (name, state, proposed_by, proposed_at, confirmed_by, confirmed_at, public_key, boot_counter, activated_at,
  stopped_at, stop_reason) on access.terminal to yzt_app;
grant update (redeemed_at, voided_at) on access.terminal_enrolment to yzt_app;
grant update (ends_at, ended_at, ended_because) on access.card_session to yzt_app;
grant update (withdrawn_at) on access.consent to yzt_app;
grant update (answered_at, answered_by) on access.help_call to yzt_app;
grant update (settled_at, settled_by, settled_note) on access.held_act to yzt_app;

-- One statement for each request of a terminal whose code is right: is the terminal still ours, is the counter new, and
-- whose session is it. The row lock makes two requests with one counter meet; revocation counts from the next request.
-- The functions of the door widen the scope for their own statements only and leave the caller's scope as they found it.
create function access.admit_request(
  asked_terminal uuid, asked_channel uuid, asked_counter bigint, asked_token text, at timestamptz, idle interval)
returns table (verdict text, session_id uuid, person_index text, method text)
language plpgsql as $$
declare
  open_session record;
  scope_of_caller text := coalesce(current_setting('app.areas', true), '');
begin
  perform set_config('app.areas', '*', true);
  select s.id, s.person_index, s.method into open_session
    from access.channel c join access.card_session s on s.id = c.session_id
    where c.terminal_id = asked_terminal and c.id = asked_channel and s.token_hash = asked_token
      and s.ended_at is null and s.ends_at > at and c.session_used_at + idle > at;
  update access.channel c
    set counter = asked_counter,
        session_used_at = case when open_session.id is null then c.session_used_at else at end
    from access.terminal t
    where c.terminal_id = asked_terminal and c.id = asked_channel and c.counter < asked_counter and c.expires_at > at
      and t.id = c.terminal_id and t.state = 'active';
  if found then
    return query select case when asked_token is null or open_session.id is not null then 'admitted' else 'sessionEnded' end,
      open_session.id, open_session.person_index, open_session.method;
  else
    return query select case
        when t.state = 'revoked' then 'terminalRevoked'
        when t.state in ('frozen', 'proposed') then 'terminalFrozen'
        when c.id is null or c.expires_at <= at then 'channelUnknown'
        else 'counterReplayed' end, null::uuid, null::text, null::text
      from (values (1)) one (row)
      left join access.terminal t on t.id = asked_terminal
      left join access.channel c on c.terminal_id = asked_terminal and c.id = asked_channel;
  end if;
  perform set_config('app.areas', scope_of_caller, true);
end $$;

-- One statement for each request of staff. Use is noted every ten seconds at most: reading a list is not worth a disk write.
create function access.admit_staff(asked_token text, at timestamptz, idle interval)
returns table (session_id uuid, staff_id uuid, roles text[], areas text[])
language plpgsql as $$
declare scope_of_caller text := coalesce(current_setting('app.areas', true), '');
begin
  perform set_config('app.areas', '*', true);
  return query
    with live as (
      select s.id, s.staff_id, p.roles, p.areas from access.staff_session s join access.staff p on p.id = s.staff_id
      where s.token_hash = asked_token and s.ended_at is null and s.ends_at > at and s.used_at + idle > at
        and p.state = 'active'),
    noted as (
      update access.staff_session s set used_at = at from live
      where s.id = live.id and s.used_at < at - interval '10 seconds')
    select live.id, live.staff_id, live.roles, live.areas from live;
  perform set_config('app.areas', scope_of_caller, true);
end $$;

-- What other domains and reports may see.
create view access.published_staff with (security_invoker = true) as
  select id, account, name, roles, areas, state from access.staff;
create view access.published_terminal with (security_invoker = true) as
  select id, code, name, area_code, state from access.terminal;
grant select on access.published_staff, access.published_terminal to yzt_app;
