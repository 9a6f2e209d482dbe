-- The state tables of the program once more, so that no road leads past them. A test compares both.
create table licensing.move (
  subject text not null check (subject in ('application', 'licence')),
  from_state text not null,
  to_state text not null,
  primary key (subject, from_state, to_state)
);
insert into licensing.move (subject, from_state, to_state)
select subject, from_state, unnest(to_states) from (values
  ('application', 'draft', '{submitted}'),
  ('application', 'submitted', '{accepted, correctionRequested, notRequired, rejectedAcceptance, withdrawn, deemedGranted}'),
  ('application', 'correctionRequested', '{accepted, lapsed, withdrawn}'),
  ('application', 'accepted', '{proposed, reviewing, withdrawn, deemedGranted}'),
  ('application', 'reviewing', '{siteCheck, hearing, heardStatement, proposed, withdrawn, deemedGranted, extended}'),
  ('application', 'extended', '{siteCheck, hearing, heardStatement, proposed, withdrawn, deemedGranted}'),
  ('application', 'siteCheck', '{reviewing, withdrawn, deemedGranted}'),
  ('application', 'hearing', '{reviewing, withdrawn, deemedGranted}'),
  ('application', 'heardStatement', '{reviewing, withdrawn, deemedGranted}'),
  ('application', 'proposed', '{granted, denied, reviewing, withdrawn, deemedGranted}'),
  ('application', 'granted', '{serving, served}'),
  ('application', 'denied', '{serving, served}'),
  ('application', 'deemedGranted', '{granted}'),
  ('application', 'serving', '{served}'),
  ('application', 'served', '{reconsideration, archived}'),
  ('application', 'reconsideration', '{served, reversed}'),
  ('application', 'reversed', '{archived}'),
  ('licence', 'none', '{valid}'),
  ('licence', 'valid', '{suspended, rectifying, expiredPending, expired, cancelled, rescinded, takenBack, revoked}'),
  ('licence', 'suspended', '{valid, reclaimed, expiredPending, expired, cancelled, rescinded, takenBack, revoked}'),
  ('licence', 'rectifying', '{valid, disqualified, expiredPending, expired, cancelled, rescinded, takenBack, revoked}'),
  ('licence', 'expiredPending', '{valid, expired, cancelled, rescinded, takenBack, revoked}'),
  ('licence', 'expired', '{valid, cancelled}'),
  ('licence', 'rescinded', '{cancelled}'),
  ('licence', 'takenBack', '{cancelled}'),
  ('licence', 'revoked', '{cancelled}'),
  ('licence', 'disqualified', '{cancelled}'),
  ('licence', 'reclaimed', '{cancelled}')
) as known (subject, from_state, to_states_text), lateral (select to_states_text::text[] as to_states) states;
grant select on licensing.move to yzt_app;

create function licensing.refuse_unknown_move() returns trigger language plpgsql as $$
begin
  if new.state is distinct from old.state and not exists (
    select from licensing.move m where m.subject = tg_argv[0] and m.from_state = old.state and m.to_state = new.state)
  then raise exception '% cannot go from % to %', tg_argv[0], old.state, new.state using errcode = '23514', constraint = 'known_move'; end if;
  -- Nested, because PL/pgSQL looks the columns of a whole condition up at once and a licence has no application number.
  if tg_argv[0] = 'application' then
    if new.state in ('denied', 'granted', 'deemedGranted') and new.state <> old.state and not exists (
      select from licensing.decision d where d.application_no = new.application_no
        and d.result = case new.state when 'denied' then 'deny' else 'grant' end)
    then raise exception 'no decision on file' using errcode = '23514', constraint = 'decision_on_file'; end if;
  end if;
  return new;
end $$;
create trigger known_move before update on licensing.application
  for each row execute function licensing.refuse_unknown_move('application');
create trigger known_move before update on licensing.licence
  for each row execute function licensing.refuse_unknown_move('licence');

-- An application enters as received, or as granted by the machine in the same breath; in no other state.
create function licensing.refuse_strange_entry() returns trigger language plpgsql as $$
begin
  if not (new.state = 'submitted' or (new.state = 'granted' and new.outcome = 'grant'))
  then raise exception 'an application does not begin as %', new.state using errcode = '23514', constraint = 'known_entry'; end if;
  return new;
end $$;
create trigger known_entry before insert on licensing.application
  for each row execute function licensing.refuse_strange_entry();

-- Staff decide on the last proposal before them, never on their own.
create function licensing.refuse_own_proposal() returns trigger language plpgsql as $$
declare last_proposal record;
begin
  if new.decided_as <> 'staff' then return new; end if;
  select p.result, p.proposed_by into last_proposal from licensing.proposal p
    where p.application_no = new.application_no order by p.id desc limit 1;
  if last_proposal.result is distinct from new.result or last_proposal.proposed_by is distinct from new.proposed_by
  then raise exception 'the decision does not follow the proposal' using errcode = '23514', constraint = 'decision_follows_proposal'; end if;
  return new;
end $$;
create trigger follows_proposal before insert on licensing.decision
  for each row execute function licensing.refuse_own_proposal();
