-- 实地测量 confirmed by the second officer, with how far door or gate have moved on the map since: whoever reads decides with the
-- error of positions (policy school.positionErrorMetres) whether the walk still counts.
create view registry.published_school_walk with (security_invoker = true) as
  select w.licence_no, w.area_code, w.school_id, s.kind, w.gate, w.metres::float8 as metres, w.measured_on, w.recorded_at,
    greatest(registry.metres(g.lng, g.lat, w.gate_lng, w.gate_lat),
      coalesce(registry.metres(p.lng, p.lat, w.door_lng, w.door_lat), 0)) as moved_metres
  from registry.school_walk w
  join registry.school s on s.id = w.school_id
  join registry.school_gate g on g.school_id = w.school_id and g.name = w.gate
  join registry.retailer r on r.licence_no = w.licence_no
  join registry.premises p on p.retailer_id = r.id
  where w.confirmed_by is not null;
grant select on registry.published_school_walk to yzt_app;
