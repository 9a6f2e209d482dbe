-- R19 counts over everybody the helper sat beside, while the row security of the citizen's own request shows only the
-- citizen's files. The function widens the scope for its own statement and leaves the caller's as it found it.
create index application_of_helper on licensing.application (helper_id, received_on) where helper_id is not null;
create function licensing.count_assisted(asked_helper text, on_day date) returns integer language plpgsql as $$
declare
  scope_of_caller text := coalesce(current_setting('app.areas', true), '');
  counted integer;
begin
  perform set_config('app.areas', '*', true);
  select count(*) into counted from licensing.application where helper_id = asked_helper and received_on = on_day;
  perform set_config('app.areas', scope_of_caller, true);
  return counted;
end $$;
