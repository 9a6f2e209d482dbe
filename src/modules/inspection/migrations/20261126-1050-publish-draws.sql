-- 开放数据: the draws as they are public anyway, and their results once published; no name of a shop or a person.
create view inspection.published_draw with (security_invoker = true) as
  select id, area_code, title, state, visits_from, visits_to, (drawn_at at time zone 'Asia/Shanghai')::date as drawn_on
  from inspection.draw where frozen_at is not null;
create view inspection.published_draw_outcome with (security_invoker = true) as
  select draw_id, area_code, outcome, checked_on from inspection.draw_outcome where published_at is not null;
grant select on inspection.published_draw, inspection.published_draw_outcome to yzt_app;
