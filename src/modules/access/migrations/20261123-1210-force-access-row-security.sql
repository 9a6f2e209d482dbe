-- Row security holds for the owner of the tables too. Whoever works as owner (the check before production starts) sets
-- the scope first: select set_config('app.areas', '*', true).
do $$
declare guarded text;
begin
  foreach guarded in array array['staff', 'staff_credential', 'staff_session', 'terminal', 'terminal_enrolment',
    'card_session', 'consent', 'help_call', 'held_act'] loop
    execute format('alter table access.%I force row level security', guarded);
  end loop;
end $$;

-- With the owner bound, the two functions of the door widen the scope themselves, for their own statements only: they run
-- with the caller's rights and leave the caller's scope as they found it.
create or replace function access.admit_request(
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

create or replace function access.admit_staff(asked_token text, at timestamptz, idle interval)
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
