-- 协作单位: a partner's transaction names its agency and no area, so that it sees the rows of that agency and nothing of ours.
create function platform.is_agency(agency uuid) returns boolean language sql stable parallel safe as $$
  select current_setting('app.areas', true) = '*'
    or (coalesce(current_setting('app.agency', true), '') <> '' and current_setting('app.agency', true) = agency::text)
$$;
