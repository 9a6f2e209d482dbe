-- 协作单位账号: made by two people and signed in like any other, but of another agency. It holds the role partner and no other, and the
-- door admits it as a partner: nothing that is open to staff is open to it.
alter table access.staff
  add column agency_id uuid,
  drop constraint staff_roles_known,
  add constraint staff_roles_known check (roles <@ array['window', 'reviewer', 'decider', 'head', 'verifier', 'inspector', 'courier',
    'helper', 'legal', 'analyst', 'informantDesk', 'systemAdmin', 'securityAdmin', 'auditAdmin', 'partner']),
  add constraint staff_partner_whole check (
    (agency_id is not null) = ('partner' = any(roles)) and (agency_id is null or cardinality(roles) = 1));
-- An account stays with its agency: who changes over gets another one.

drop function access.admit_staff(text, timestamptz, interval);
create function access.admit_staff(asked_token text, at timestamptz, idle interval)
returns table (session_id uuid, staff_id uuid, roles text[], areas text[], agency_id uuid)
language plpgsql as $$
declare scope_of_caller text := coalesce(current_setting('app.areas', true), '');
begin
  perform set_config('app.areas', '*', true);
  return query
    with live as (
      select s.id, s.staff_id, p.roles, p.areas, p.agency_id from access.staff_session s join access.staff p on p.id = s.staff_id
      where s.token_hash = asked_token and s.ended_at is null and s.ends_at > at and s.used_at + idle > at
        and p.state = 'active'),
    noted as (
      update access.staff_session s set used_at = at from live
      where s.id = live.id and s.used_at < at - interval '10 seconds')
    select live.id, live.staff_id, live.roles, live.areas, live.agency_id from live;
  perform set_config('app.areas', scope_of_caller, true);
end $$;

-- Colleagues are those of the house: nobody chooses a partner as officer of a case.
create or replace view access.published_staff with (security_invoker = true) as
  select id, account, name, roles, areas, state, certificate_no, certificate_from, certificate_to, on_duty from access.staff
  where agency_id is null;
create view access.published_partner_account with (security_invoker = true) as
  select id, account, name, agency_id, state from access.staff where agency_id is not null;
grant select on access.published_partner_account to yzt_app;
