-- 预约 of a shop for its page (registry): when, where, about what and what became of it; no field of the person who booked.
create view delivery.published_booking with (security_invoker = true) as
  select b.id, b.licence_no, b.area_code, b.topic, b.state, b.booked_at, b.reminded_on, v.kind, v.place, v.day, v.from_minute, v.to_minute
  from delivery.booking b join delivery.visit v on v.id = b.visit_id;
grant select on delivery.published_booking to yzt_app;
