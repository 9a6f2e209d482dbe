-- 依职权办理: what the bureau begins by itself about a licence, from the first finding to the decision of another person.
create sequence licensing.proceeding_serial;
grant usage on sequence licensing.proceeding_serial to yzt_app;
create function licensing.next_proceeding_no(opened_on date) returns text language sql volatile as $$
  select 'L' || to_char(opened_on, 'YYYYMMDD') || '-' || lpad(n::text, greatest(6, length(n::text)), '0')
  from nextval('licensing.proceeding_serial') n
$$;

create table licensing.proceeding (
  proceeding_no text primary key,
  licence_no text not null references licensing.licence,
  area_code text not null,
  kind text not null check (kind in ('rectify', 'acceptRectification', 'disqualify', 'reclaim', 'rescind', 'takeBack',
    'endSubject', 'cancelExpired', 'loseToForceMajeure', 'cancel')),
  state text not null default 'examining' check (state in ('examining', 'notified', 'hearing', 'proposed', 'decided', 'dropped')),
  version integer not null default 1 check (version >= 1),
  reason text not null check (reason <> ''),
  opened_by text not null check (opened_by like 'staff:%'),
  opened_on date not null,
  statement text not null default 'none' check (statement in ('none', 'invited', 'heard', 'waived')),
  answer_by date,
  hearing text not null default 'none' check (hearing in ('none', 'called', 'held')),
  proposed_by text,
  opinion text,
  decided_by text,
  decided_on date,
  -- 两人原则: whoever proposed never decides.
  constraint proceeding_by_two check (state <> 'decided' or
    (proposed_by like 'staff:%' and decided_by like 'staff:%' and proposed_by <> decided_by and decided_on is not null))
);
create unique index proceeding_one_open on licensing.proceeding (licence_no) where state not in ('decided', 'dropped');
create index proceeding_of_licence on licensing.proceeding (licence_no, opened_on desc);

create table licensing.proceeding_event (
  id bigint generated always as identity primary key,
  proceeding_no text not null references licensing.proceeding,
  licence_no text not null,
  at timestamptz not null,
  event text not null,
  to_state text not null,
  by text not null,
  note text not null
);
create index proceeding_event_file on licensing.proceeding_event (proceeding_no, id);
create trigger append_only before update or delete on licensing.proceeding_event
  for each row execute function platform.refuse_change();

create function licensing.refuse_ended_proceeding() returns trigger language plpgsql as $$
begin
  if old.state in ('decided', 'dropped')
  then raise exception 'an ended proceeding is never changed' using errcode = '42501'; end if;
  return new;
end $$;
create trigger ended_stays before update on licensing.proceeding
  for each row execute function licensing.refuse_ended_proceeding();
create trigger never_removed before delete on licensing.proceeding
  for each row execute function platform.refuse_change();

alter table licensing.proceeding enable row level security;
alter table licensing.proceeding force row level security;
create policy by_licence on licensing.proceeding using (licensing.sees_licence(licence_no));
alter table licensing.proceeding_event enable row level security;
alter table licensing.proceeding_event force row level security;
create policy by_licence on licensing.proceeding_event using (licensing.sees_licence(licence_no));
grant select, insert, update on licensing.proceeding to yzt_app;
grant select, insert on licensing.proceeding_event to yzt_app;

-- A document belongs to an application or to a proceeding, and there is one of a kind for each.
alter table licensing.paper alter column application_no drop not null;
alter table licensing.paper add column proceeding_no text references licensing.proceeding;
alter table licensing.paper add constraint paper_of_one_file check (num_nonnulls(application_no, proceeding_no) = 1);
create unique index paper_once_a_proceeding on licensing.paper (proceeding_no, kind) where proceeding_no is not null;
