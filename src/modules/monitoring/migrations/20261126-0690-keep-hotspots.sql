-- 热点: where and when to look in the coming week, with what such forecasts were worth. Cells and counts, nothing of a person.
create table monitoring.hotspots (
  one boolean primary key default true check (one),
  day date not null,
  at timestamptz not null,
  report jsonb not null
);
grant select, insert, update on monitoring.hotspots to yzt_app;
