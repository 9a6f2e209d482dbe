-- 终端运维: what the bureau wants of each terminal, what happened to it, and what somebody must look at.

-- Fields of the heartbeat that came later; the row is written anew within half a minute.
alter table access.terminal_pulse
  add column settings_version integer not null default 0,
  add column fault_since timestamptz,
  -- Set by the watch, taken away by the next word of the terminal.
  add column silent_since timestamptz;

-- 终端设置: the order of the bureau, whole and numbered; the terminal says which number it obeys.
create table access.terminal_settings (
  terminal_id uuid primary key references access.terminal,
  area_code text not null,
  version integer not null check (version >= 1),
  settings jsonb not null,
  set_by uuid not null references access.staff,
  set_at timestamptz not null,
  applied_version integer not null default 0 check (applied_version >= 0),
  applied_at timestamptz
);

-- 终端经过: append only; a machine's life is read here, not remembered.
create table access.terminal_event (
  id bigint generated always as identity primary key,
  terminal_id uuid not null references access.terminal,
  area_code text not null,
  at timestamptz not null,
  kind text not null check (kind in ('proposed', 'confirmed', 'activated', 'frozen', 'revoked', 'faultBegan', 'faultEnded',
    'versionChanged', 'settingsSet', 'settingsApplied', 'fellSilent', 'heardAgain')),
  detail text not null default '' check (char_length(detail) <= 200)
);
create index terminal_event_of_terminal on access.terminal_event (terminal_id, at desc);
create trigger append_only before update or delete on access.terminal_event
  for each row execute function platform.refuse_change();

-- Every change of state leaves its line, whoever makes it.
create function access.note_terminal_state() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' or new.state <> old.state then
    insert into access.terminal_event (terminal_id, area_code, at, kind, detail)
    values (new.id, new.area_code,
      case new.state when 'proposed' then new.proposed_at when 'confirmed' then new.confirmed_at
        when 'active' then new.activated_at else new.stopped_at end,
      case new.state when 'active' then 'activated' else new.state end,
      left(case when new.state in ('frozen', 'revoked') then coalesce(new.stop_reason, '') else '' end, 200));
  end if;
  return null;
end $$;
create trigger note_state after insert or update of state on access.terminal
  for each row execute function access.note_terminal_state();

-- 告警: one thing somebody must look at. `key` says what it is about: while one is open there is no second.
create table access.alarm (
  id uuid primary key,
  key text not null,
  kind text not null check (kind in ('silent', 'silentTown', 'silentNetwork', 'cloned', 'revoked', 'actHeld', 'helpWaiting')),
  terminal_id uuid references access.terminal,
  area_code text not null,
  -- How many terminals it stands for; their names are found by the list's filter.
  terminals integer not null default 1 check (terminals >= 1),
  began_at timestamptz not null,
  acknowledged_at timestamptz,
  acknowledged_by uuid references access.staff,
  acknowledged_note text check (char_length(acknowledged_note) <= 200),
  ended_at timestamptz,
  -- Null when it ended by itself (the terminal was heard again).
  ended_by uuid references access.staff,
  ended_note text check (char_length(ended_note) <= 200),
  check ((acknowledged_at is null) = (acknowledged_by is null)),
  check (ended_by is null or ended_at is not null)
);
create unique index alarm_open on access.alarm (key) where ended_at is null;
create index alarm_of_terminal on access.alarm (terminal_id, began_at desc);

-- 短信 to the helper on duty: one more kind of message, and where a colleague can be reached.
alter table access.message drop constraint message_kind_check;
alter table access.message add constraint message_kind_check check (kind in ('renewalReminder', 'decision', 'helpCall'));

-- When the watch last looked: after the house itself was away, silence counts from its return.
create table access.terminal_watch (
  single boolean primary key default true check (single),
  looked_at timestamptz not null,
  back_at timestamptz not null
);

create index card_session_of_terminal on access.card_session (terminal_id, opened_at desc);

do $$
declare guarded text;
begin
  foreach guarded in array array['terminal_settings', 'terminal_event', 'alarm'] loop
    execute format('alter table access.%I enable row level security', guarded);
    execute format('alter table access.%I force row level security', guarded);
    execute format('create policy by_area on access.%I using (platform.in_scope(area_code))', guarded);
  end loop;
end $$;
grant select, insert on access.terminal_settings, access.terminal_event, access.alarm, access.terminal_watch to yzt_app;
grant update (version, settings, set_by, set_at, applied_version, applied_at) on access.terminal_settings to yzt_app;
grant update (terminals, acknowledged_at, acknowledged_by, acknowledged_note, ended_at, ended_by, ended_note)
  on access.alarm to yzt_app;
grant update (looked_at, back_at) on access.terminal_watch to yzt_app;

-- 心跳 in one statement: 1,400 terminals say every half minute how they are. Keeps the pulse, writes a line for what is new
-- since the last one, and answers what the terminal must know. Widens the scope for itself only, like the other doors.
create function access.take_pulse(
  asked_terminal uuid, at timestamptz, told jsonb, answered_since timestamptz)
returns table (help_answered boolean, settings_version integer, settings jsonb)
language plpgsql as $$
declare
  scope_of_caller text := coalesce(current_setting('app.areas', true), '');
  told_faults text[] := array(select jsonb_array_elements_text(told -> 'faults'));
begin
  perform set_config('app.areas', '*', true);
  return query
    with place as (select t.area_code from access.terminal t where t.id = asked_terminal),
    old as (select p.version, p.faults, p.silent_since from access.terminal_pulse p where p.terminal_id = asked_terminal),
    wanted as (select w.version, w.settings, w.applied_version from access.terminal_settings w
      where w.terminal_id = asked_terminal),
    pulse as (
      insert into access.terminal_pulse as p (terminal_id, seen_at, version, reader, printer, paper, pending_acts, disk_free_mb,
        faults, settings_version, fault_since)
      values (asked_terminal, at, told ->> 'version', told ->> 'reader', told ->> 'printer', told ->> 'paper',
        (told ->> 'pendingActs')::integer, (told ->> 'diskFreeMb')::integer, told_faults,
        coalesce((told ->> 'settingsVersion')::integer, 0), case when told_faults = '{}' then null else at end)
      on conflict (terminal_id) do update set seen_at = excluded.seen_at, version = excluded.version,
        reader = excluded.reader, printer = excluded.printer, paper = excluded.paper,
        pending_acts = excluded.pending_acts, disk_free_mb = excluded.disk_free_mb, faults = excluded.faults,
        settings_version = excluded.settings_version, silent_since = null,
        fault_since = case when excluded.faults = '{}' then null else coalesce(p.fault_since, excluded.seen_at) end),
    news as (
      select 'faultBegan' as kind, f as detail from unnest(told_faults) f
        where not exists (select from old where f = any(old.faults))
      union all select 'faultEnded', f from old, unnest(old.faults) f where f <> all(told_faults)
      union all select 'versionChanged', old.version || ' → ' || (told ->> 'version') from old
        where old.version <> told ->> 'version'
      union all select 'heardAgain', '' from old where old.silent_since is not null
      union all select 'settingsApplied', wanted.version::text from wanted
        where (told ->> 'settingsVersion')::integer = wanted.version and wanted.applied_version < wanted.version),
    written as (
      insert into access.terminal_event (terminal_id, area_code, at, kind, detail)
      select asked_terminal, place.area_code, take_pulse.at, news.kind, left(news.detail, 200) from news, place),
    applied as (
      update access.terminal_settings w set applied_version = w.version, applied_at = take_pulse.at
      where w.terminal_id = asked_terminal and (told ->> 'settingsVersion')::integer = w.version
        and w.applied_version < w.version)
    select exists (select from access.help_call h where h.terminal_id = asked_terminal and h.answered_at > answered_since),
      coalesce((select wanted.version from wanted), 0), (select wanted.settings from wanted);
  perform set_config('app.areas', scope_of_caller, true);
end $$;
