-- 号码何时更正: a number that the holder of a card typed in a moment ago proves nothing beside that card.
alter table registry.retailer add column phone_since date;
comment on column registry.retailer.phone_since is 'null = as imported';
