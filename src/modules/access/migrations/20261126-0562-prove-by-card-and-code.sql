-- 身份证加短信验证码: a code asked for in a card session raises that session's way of proof and signs nobody in. The limits of a
-- number are the same for both uses, so they share the table.
alter table access.sign_in_code add column card_session_id uuid references access.card_session;
alter table access.card_session drop constraint card_session_method_check;
alter table access.card_session add constraint card_session_method_check check (method in ('card', 'face', 'code', 'cardCode'));
