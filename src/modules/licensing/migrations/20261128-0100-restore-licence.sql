-- 恢复许可证效力: the decision that ended a licence fell by reconsideration, suit or own correction, and the licence stands again. Which state
-- it was taken from is kept beside it; the way back is open only while a proposal of people, on a named document, is being decided.
alter table licensing.licence add column ended_from text check (ended_from in ('valid', 'suspended', 'rectifying', 'expiredPending', 'expired'));
alter table licensing.proceeding add column ground jsonb;
alter table licensing.proceeding add constraint proceeding_ground check (
  ground is null or (kind = 'restore' and ground ->> 'no' <> '' and ground ? 'document' and ground ? 'on' and ground ? 'effect'));
alter table licensing.proceeding add constraint proceeding_restore_on_ground check (
  kind <> 'restore' or state not in ('proposed', 'decided') or ground is not null);

alter table licensing.proceeding drop constraint proceeding_kind_check;
alter table licensing.proceeding add constraint proceeding_kind_check check (kind in ('rectify', 'acceptRectification', 'disqualify',
  'revoke', 'reclaim', 'rescind', 'rescindFraud', 'takeBack', 'endSubject', 'cancelExpired', 'loseToForceMajeure', 'cancel', 'restore'));
alter table licensing.proceeding drop constraint proceeding_of_case;
alter table licensing.proceeding add constraint proceeding_of_case check (
  (kind <> 'revoke' or case_no is not null) and (case_no is null or kind in ('revoke', 'restore')));
drop index licensing.proceeding_once_a_case;
create unique index proceeding_once_a_case on licensing.proceeding (case_no, kind) where case_no is not null;

insert into licensing.move (subject, from_state, to_state)
select 'licence', ended, back from unnest('{rescinded, takenBack, revoked, cancelled}'::text[]) ended,
  unnest('{valid, suspended, rectifying}'::text[]) back
union all values ('licence', 'disqualified', 'rectifying'), ('licence', 'reclaimed', 'suspended');

create function licensing.is_ended(state text) returns boolean language sql immutable as $$
  select state in ('rescinded', 'takenBack', 'revoked', 'disqualified', 'reclaimed', 'cancelled')
$$;
create function licensing.guard_way_back() returns trigger language plpgsql as $$
begin
  if licensing.is_ended(old.state) and not licensing.is_ended(new.state) and not exists (
    select from licensing.proceeding p where p.licence_no = new.licence_no and p.kind = 'restore' and p.state = 'proposed')
  then raise exception 'a licence that has ended is restored by people, on a document' using errcode = '23514',
    constraint = 'restored_by_people'; end if;
  new.ended_from := case when not licensing.is_ended(new.state) then null
    when licensing.is_ended(old.state) then old.ended_from else old.state end;
  return new;
end $$;
create trigger way_back before update on licensing.licence for each row execute function licensing.guard_way_back();
