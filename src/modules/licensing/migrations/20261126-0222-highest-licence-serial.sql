-- The first number of a series follows the highest on record, whatever part of the county the decider sees: only the number is told.
create function licensing.highest_serial(prefix text) returns integer language plpgsql volatile as $$
declare
  seen text := coalesce(current_setting('app.areas', true), '');
  highest integer;
begin
  perform set_config('app.areas', '*', true);
  select coalesce(max(right(licence_no, 5)::int), 0) into highest from licensing.licence where left(licence_no, 7) = prefix;
  perform set_config('app.areas', seen, true);
  return highest;
end $$;
