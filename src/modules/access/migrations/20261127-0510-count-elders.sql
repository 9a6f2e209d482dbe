-- 老年占比: whether whoever laid a card was of the age at which the elder view is offered. One word of the visit, told by the card when
-- it lay there; the date of birth is not kept. Visits before this do not know it.
alter table access.card_session add column elder boolean;

create view access.published_card_visit with (security_invoker = true) as
  select s.id, s.terminal_id, s.terminal_name, s.area_code, (s.opened_at at time zone 'Asia/Shanghai')::date as opened_on, s.elder
  from access.card_session s;
grant select on access.published_card_visit to yzt_app;
