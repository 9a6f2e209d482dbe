-- 数据开放: a table of counts is made once a month and kept as it was shown. Two downloads of one month are the same, so their
-- difference tells of nobody; and the gate is not reckoned anew for every stranger.
create table metrics.open_table (
  dataset text not null,
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  -- The smallest group it was made for: a stricter one makes it anew.
  smallest integer not null check (smallest >= 5),
  published jsonb not null,
  made_at timestamptz not null,
  primary key (dataset, month, smallest)
);
grant select, insert on metrics.open_table to yzt_app;
