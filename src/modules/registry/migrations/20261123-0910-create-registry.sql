-- 零售户、场所、镇街、学校、服务点: who sells where, and what stands around.
create schema registry;
grant usage on schema registry to yzt_app;

create table registry.area (
  code text primary key check (code ~ '^\d{6}(\d{3}){0,2}$'),
  name text not null,
  kind text not null check (kind in ('county', 'town', 'village', 'grid')),
  parent_code text references registry.area deferrable initially deferred,
  lng double precision,
  lat double precision,
  updated_at timestamptz not null default now(),
  check ((lng is null) = (lat is null))
);

create table registry.retailer (
  id uuid primary key default gen_random_uuid(),
  licence_no text not null unique check (licence_no ~ '^\d{12}$'),
  shop_name text not null,
  -- The name stands on the displayed licence; number and phone are sealed and found again by their keyed indexes.
  operator_name text not null,
  operator_index text not null,
  operator_id_sealed text not null,
  operator_id_masked text not null,
  phone_index text,
  phone_sealed text,
  phone_masked text,
  credit_code text,
  area_code text not null references registry.area,
  business_format text not null,
  market_type text not null check (market_type in ('urban', 'rural', 'unknown')),
  grade smallint check (grade between 1 and 30),
  subject_kind text not null check (subject_kind in ('individual', 'enterprise', 'other')),
  scope text[] not null check (cardinality(scope) > 0),
  supplier text,
  licensed_on date not null,
  -- A copy as announced by licensing, which owns the licence.
  licence_state text not null
    check (licence_state in ('valid', 'suspended', 'rectifying', 'expiredPending', 'expired', 'cancelled')),
  valid_from date not null,
  valid_to date not null,
  bank_account_hash text,
  order_device_hash text,
  -- What the last file said, so that reading it again changes nothing that happened here since.
  imported_digest text,
  imported_phone_index text,
  updated_at timestamptz not null default now(),
  unique (id, area_code, operator_index)
);
create index retailer_operator on registry.retailer (operator_index);
create index retailer_area on registry.retailer (area_code text_pattern_ops);
create index retailer_valid_to on registry.retailer (valid_to);

-- 经营场所, one a retailer. Area and person are copies that the key keeps equal: row security reads them without a join.
create table registry.premises (
  retailer_id uuid primary key,
  area_code text not null,
  operator_index text not null,
  address text not null,
  address_key text not null,
  lng double precision,
  lat double precision,
  foreign key (retailer_id, area_code, operator_index)
    references registry.retailer (id, area_code, operator_index) on update cascade,
  check ((lng is null) = (lat is null))
);
create index premises_address on registry.premises (address_key);

create table registry.school (
  id text primary key,
  name text not null,
  kind text not null check (kind in ('kindergarten', 'primary', 'secondary', 'vocational', 'special')),
  area_code text references registry.area
);
create table registry.school_gate (
  school_id text not null references registry.school,
  name text not null,
  lng double precision not null,
  lat double precision not null,
  primary key (school_id, name)
);
create index school_gate_place on registry.school_gate (lat, lng);

create table registry.service_point (
  code text primary key,
  name text not null,
  kind text not null check (kind in ('kiosk', 'hall', 'village')),
  area_code text not null references registry.area,
  lng double precision not null,
  lat double precision not null,
  opened_on date
);
create index service_point_place on registry.service_point (lat, lng);

alter table registry.retailer enable row level security;
alter table registry.premises enable row level security;
-- For the owner of the tables too; only the policies `of_functions` open them to its functions (decision 0004).
alter table registry.retailer force row level security;
alter table registry.premises force row level security;
create policy by_area_or_person on registry.retailer
  using (platform.in_scope(area_code) or platform.is_person(operator_index));
create policy by_area_or_person on registry.premises
  using (platform.in_scope(area_code) or platform.is_person(operator_index));

-- For the functions below, which run with the rights of the migrations' role and give out licence numbers only.
create policy of_functions on registry.retailer for select to current_user using (true);
create policy of_functions on registry.premises for select to current_user using (true);

-- Rows are never removed: a licence number is never given out twice.
grant select, insert, update on all tables in schema registry to yzt_app;

-- Great-circle metres, the same formula as kernel/position.ts.
create function registry.metres(lng1 double precision, lat1 double precision, lng2 double precision, lat2 double precision)
returns double precision language sql immutable parallel safe as $$
  select 2 * 6371008.8 * asin(least(1, sqrt(
    power(sin(radians(lat2 - lat1) / 2), 2)
    + cos(radians(lat1)) * cos(radians(lat2)) * power(sin(radians(lng2 - lng1) / 2), 2))))
$$;

-- 同址、同一经营者: the rules must know of other licences even where the asker may not see their rows.
-- Licence numbers leave, nothing else. A licence that can still be traded under counts as live.
create function registry.others_at_address(asked text) returns text[]
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(other.licence_no order by other.licence_no), '{}')
  from registry.retailer mine
  join registry.premises here on here.retailer_id = mine.id
  join registry.premises there on there.address_key = here.address_key and there.retailer_id <> here.retailer_id
  join registry.retailer other on other.id = there.retailer_id
  where mine.licence_no = asked and other.licence_state in ('valid', 'suspended', 'rectifying', 'expiredPending')
$$;
create function registry.others_of_operator(asked text) returns text[]
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(other.licence_no order by other.licence_no), '{}')
  from registry.retailer mine
  join registry.retailer other on other.operator_index = mine.operator_index and other.id <> mine.id
  where mine.licence_no = asked and other.licence_state in ('valid', 'suspended', 'rectifying', 'expiredPending')
$$;
revoke all on function registry.others_at_address(text), registry.others_of_operator(text) from public;
grant execute on function registry.others_at_address(text), registry.others_of_operator(text) to yzt_app;

-- What other domains may read: no field of a person. The invoker's rights keep row security in force.
create view registry.published_area with (security_invoker = true) as
  select code, name, kind, parent_code, lng, lat from registry.area;
create view registry.published_retailer with (security_invoker = true) as
  select r.licence_no, r.shop_name, r.area_code, left(r.area_code, 9) as town_code, r.business_format, r.market_type,
    r.grade, r.subject_kind, r.scope, r.licensed_on, r.licence_state, r.valid_from, r.valid_to,
    p.address, p.lng, p.lat
  from registry.retailer r join registry.premises p on p.retailer_id = r.id;
create view registry.published_school_gate with (security_invoker = true) as
  select s.id as school_id, s.name as school, s.kind, s.area_code, g.name as gate, g.lng, g.lat
  from registry.school s join registry.school_gate g on g.school_id = s.id;
create view registry.published_service_point with (security_invoker = true) as
  select code, name, kind, area_code, lng, lat, opened_on from registry.service_point;
grant select on registry.published_area, registry.published_retailer, registry.published_school_gate,
  registry.published_service_point to yzt_app;
