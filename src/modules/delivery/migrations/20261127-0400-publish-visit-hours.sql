-- 帮办时段 stand on the public page of service points: from when to when, of whom nothing.
create or replace view delivery.published_visit with (security_invoker = true) as
  select id, kind, area_code, place, day, capacity, state, from_minute, to_minute from delivery.visit;
