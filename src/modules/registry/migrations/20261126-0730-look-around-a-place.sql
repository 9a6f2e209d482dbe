-- 新办: what stands around a place that has no licence yet. The asker may not see the rows of other shops; metres, counts and
-- the position of a door leave, nothing of a person.

-- A licence that can still be traded under, in one place for the functions below.
create function registry.is_live(state text) returns boolean language sql immutable parallel safe as $$
  select state in ('valid', 'suspended', 'rectifying', 'expiredPending')
$$;

-- 同址: live licences at a door.
create function registry.live_at_address(asked_key text) returns integer
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select count(*)::integer from registry.premises p join registry.retailer r on r.id = p.retailer_id
  where p.address_key = asked_key and registry.is_live(r.licence_state)
$$;

-- The door as somebody has already placed it on the map, whoever traded there; the newest licence first.
create function registry.place_of_address(asked_key text, out lng double precision, out lat double precision)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.lng, p.lat from registry.premises p join registry.retailer r on r.id = p.retailer_id
  where p.address_key = asked_key and p.lng is not null order by r.licensed_on desc, r.licence_no desc limit 1
$$;

-- Straight-line metres to the nearest live shop within 3 km; null = none so near.
create function registry.nearest_live_shop(from_lng double precision, from_lat double precision) returns double precision
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select min(registry.metres(from_lng, from_lat, p.lng, p.lat))
  from registry.premises p join registry.retailer r on r.id = p.retailer_id
  where p.lat between from_lat - 0.028 and from_lat + 0.028 and p.lng between from_lng - 0.048 and from_lng + 0.048
    and registry.metres(from_lng, from_lat, p.lng, p.lat) <= 3000 and registry.is_live(r.licence_state)
$$;

-- How many shops a unit of the layout plan (镇街) has.
create function registry.live_in_town(town text) returns integer
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select count(*)::integer from registry.retailer r
  where r.area_code like town || '%' and registry.is_live(r.licence_state)
$$;

revoke all on function registry.live_at_address(text), registry.place_of_address(text),
  registry.nearest_live_shop(double precision, double precision), registry.live_in_town(text) from public;
grant execute on function registry.live_at_address(text), registry.place_of_address(text),
  registry.nearest_live_shop(double precision, double precision), registry.live_in_town(text) to yzt_app;
