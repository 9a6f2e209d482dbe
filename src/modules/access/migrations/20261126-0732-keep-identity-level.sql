-- 认证等级 of the unified identity, as the provider said at the sign-in; null for a code, and for sessions of before.
alter table access.web_session add column identity_level smallint check (identity_level between 1 and 9);
alter table access.web_session add constraint web_session_level check (method = 'oidc' or identity_level is null);
