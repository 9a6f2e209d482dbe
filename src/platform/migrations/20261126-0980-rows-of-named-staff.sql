-- Rows that only some colleagues may see, whatever their area: the planners of an action not yet released. Reads empty outside a scope, and
-- then nobody is meant.
create function platform.is_staff(staff_id text) returns boolean language sql stable parallel safe as $$
  select staff_id = nullif(current_setting('app.staff', true), '')
$$;
