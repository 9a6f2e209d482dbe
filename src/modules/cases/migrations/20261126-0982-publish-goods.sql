-- What other domains may read of a lot of goods: how much, of what kind, of which case; no place and nobody.
create view cases.published_goods_lot with (security_invoker = true) as
  select lot_no, case_no, area_code, kind, nature, held, held_on from cases.goods_lot;
grant select on cases.published_goods_lot to yzt_app;
