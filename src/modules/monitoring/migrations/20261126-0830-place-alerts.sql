-- 预警在哪里: where the watch last saw a vehicle or a vessel. Shops and hot places carry theirs already.
alter table monitoring.alert
  add column lng double precision check (lng between -180 and 180),
  add column lat double precision check (lat between -90 and 90),
  add constraint placed_whole check ((lng is null) = (lat is null));
grant update (lng, lat) on monitoring.alert to yzt_app;
