-- What the circle asks of a shop beside its place, so that one table answers: whether its licence lives, and the name on its sign.
alter table metrics.shop_reach
  add column live boolean not null default true,
  add column shop_name text not null default '';
