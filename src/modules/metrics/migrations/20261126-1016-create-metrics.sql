-- 指标: nothing that a person could type in. What is kept here is reckoned from published views and reckoned anew when they change.
create schema metrics;
grant usage on schema metrics to yzt_app;

-- Great-circle metres, the same formula as kernel/position.ts.
create function metrics.metres(lng1 double precision, lat1 double precision, lng2 double precision, lat2 double precision)
returns double precision language sql immutable parallel safe as $$
  select 2 * 6371008.8 * asin(least(1, sqrt(
    power(sin(radians(lat2 - lat1) / 2), 2)
    + cos(radians(lat1)) * cos(radians(lat2)) * power(sin(radians(lng2 - lng1) / 2), 2))))
$$;

-- 15 分钟服务圈: for every shop with a place the nearest point of the register, the nearest that works, the nearest hall; straight metres.
create table metrics.shop_reach (
  licence_no text primary key check (licence_no ~ '^\d{12}$'),
  area_code text not null check (area_code ~ '^\d{6}(\d{3}){0,2}$'),
  lng double precision not null,
  lat double precision not null,
  nearest_code text,
  nearest_metres double precision,
  working_code text,
  working_metres double precision,
  hall_metres double precision,
  reckoned_at timestamptz not null,
  check ((nearest_code is null) = (nearest_metres is null) and (working_code is null) = (working_metres is null))
);
create index shop_reach_area on metrics.shop_reach (area_code text_pattern_ops);
alter table metrics.shop_reach enable row level security;
alter table metrics.shop_reach force row level security;
create policy by_area on metrics.shop_reach using (platform.in_scope(area_code));
grant select, insert, update, delete on metrics.shop_reach to yzt_app;

-- 选址: one run of the search for the best next places; asked by a person, solved by a job, kept with what it was asked.
create table metrics.siting (
  id uuid primary key,
  areas text[] not null check (cardinality(areas) > 0),
  area_code text not null check (area_code ~ '^\d{6}$'),
  count integer not null check (count between 1 and 50),
  within_metres double precision not null check (within_metres > 0),
  points text not null check (points in ('working', 'registered')),
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'cancelled', 'failed')),
  progress integer not null default 0 check (progress between 0 and 100),
  phase text not null default '',
  result jsonb,
  asked_by text not null,
  asked_at timestamptz not null,
  ended_at timestamptz,
  check ((state = 'done') = (result is not null)),
  check ((state in ('waiting', 'running')) = (ended_at is null))
);
create index siting_newest on metrics.siting (asked_at desc);
alter table metrics.siting enable row level security;
alter table metrics.siting force row level security;
create policy by_area on metrics.siting using (platform.in_scope(area_code));
grant select, insert on metrics.siting to yzt_app;
grant update (state, progress, phase, result, ended_at) on metrics.siting to yzt_app;
