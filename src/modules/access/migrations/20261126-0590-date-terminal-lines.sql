-- A change of state always leaves its line, also one without a day of its own (a repair by hand): then it is dated by the clock of the database.
create or replace function access.note_terminal_state() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' or new.state <> old.state then
    insert into access.terminal_event (terminal_id, area_code, at, kind, detail)
    values (new.id, new.area_code,
      coalesce(case new.state when 'proposed' then new.proposed_at when 'confirmed' then new.confirmed_at
        when 'active' then new.activated_at else new.stopped_at end, now()),
      case new.state when 'active' then 'activated' else new.state end,
      left(case when new.state in ('frozen', 'revoked') then coalesce(new.stop_reason, '') else '' end, 200));
  end if;
  return null;
end $$;
