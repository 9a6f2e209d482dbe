-- 统一身份认证给出的身份证号码和电话, sealed, for the time of the session: what the province has said is not asked again (国务院关于
-- 在线政务服务的若干规定 7). No session that is over keeps them: signing out erases them here, silence and time by the sweeper.
alter table access.web_session
  add column id_no_sealed text check (id_no_sealed like 'v1.%'),
  add column phone_sealed text check (phone_sealed like 'v1.%'),
  add constraint web_session_number check (method = 'oidc' or num_nonnulls(id_no_sealed, phone_sealed) = 0),
  add constraint web_session_over check (ended_at is null or num_nonnulls(id_no_sealed, phone_sealed) = 0);
create index web_session_with_number on access.web_session (ends_at) where id_no_sealed is not null;
grant update (id_no_sealed, phone_sealed) on access.web_session to yzt_app;
