-- 许可证、办件、核对、决定: what was issued, what was asked, what the rules saw, who decided.
create schema licensing;
grant usage on schema licensing to yzt_app;

create table licensing.licence (
  licence_no text primary key check (licence_no ~ '^[1-9]\d{5}[12]\d{5}$'),
  area_code text not null check (area_code ~ '^\d{6}(\d{3}){0,2}$'),
  operator_index text not null,
  -- As printed on the face; the register of retailers may move on, the face changes only by a decision.
  shop_name text not null,
  operator_name text not null,
  address text not null,
  subject_kind text not null check (subject_kind in ('individual', 'enterprise', 'other')),
  scope text[] not null check (cardinality(scope) > 0),
  licensed_on date not null,
  state text not null check (state in (
    'none', 'valid', 'suspended', 'rectifying', 'expiredPending', 'expired', 'rescinded', 
    'takenBack', 'revoked', 'disqualified', 'reclaimed', 'cancelled')),
  ended_by text,
  suspended_from date,
  suspended_to date,
  valid_from date not null,
  valid_to date not null check (valid_to >= valid_from),
  version integer not null default 1 check (version >= 1),
  changed_at timestamptz not null default now(),
  check (left(licence_no, 6) = left(area_code, 6))
);
create index licence_of_person on licensing.licence (operator_index);
create index licence_expiry on licensing.licence (valid_to) where state in ('valid', 'suspended', 'rectifying', 'expiredPending');

create sequence licensing.application_serial;
grant usage on sequence licensing.application_serial to yzt_app;
create function licensing.next_application_no(received_on date) returns text language sql volatile as $$
  select 'R' || to_char(received_on, 'YYYYMMDD') || '-' || lpad(n::text, greatest(6, length(n::text)), '0')
  from nextval('licensing.application_serial') n
$$;

create table licensing.application (
  application_no text primary key,
  service text not null check (service in ('issue', 'renewal', 'change', 'suspend', 'resume', 'reissue', 'close')),
  -- 新办 has no licence yet: the number is given with the grant, so that no number is spent on an application.
  licence_no text references licensing.licence,
  shop_name text not null,
  area_code text not null,
  person_index text not null,
  state text not null check (state in (
    'draft', 'submitted', 'correctionRequested', 'accepted', 'reviewing', 'extended', 
    'siteCheck', 'hearing', 'heardStatement', 'proposed', 'granted', 'denied', 'deemedGranted', 
    'serving', 'served', 'reconsideration', 'reversed', 'notRequired', 'rejectedAcceptance', 
    'lapsed', 'withdrawn', 'archived')),
  version integer not null default 1 check (version >= 1),
  outcome text not null check (outcome in ('grant', 'person')),
  timely boolean not null,
  -- 届满日 of a renewal: silence until this day grants, if the application was timely (行政许可法 50).
  deemed_after date,
  received_at timestamptz not null,
  received_on date not null,
  captured_at timestamptz not null,
  started_at timestamptz not null,
  accepted_on date,
  correction_asked_on date,
  statement text not null default 'none' check (statement in ('none', 'invited', 'heard', 'waived')),
  statement_invited_on date,
  extended boolean not null default false,
  decided_on date,
  clock_kind text,
  clock_due_on date,
  clock_unpublished_year integer,
  channel text not null check (channel in ('terminal', 'online', 'window', 'helper')),
  terminal_id text,
  session_id text not null,
  method text not null,
  phone_sealed text,
  -- What was said, question by question, with names and numbers in it.
  answers_sealed text not null,
  deliver_mode text not null check (deliver_mode in ('electronic', 'pickup', 'post', 'door')),
  deliver_address_sealed text,
  -- 帮办: who sat beside; never who decides or signs.
  helper_id text,
  consent_version text not null,
  signature_sealed text not null check (signature_sealed <> ''),
  check (service = 'issue' or licence_no is not null),
  check (service <> 'renewal' or deemed_after is not null)
);
-- 一证一件: whatever two terminals do at once, one open application of a kind for a licence.
create unique index application_one_open on licensing.application (licence_no, service)
  where state in (
    'submitted', 'correctionRequested', 'accepted', 'reviewing', 'extended', 'siteCheck', 'hearing', 'heardStatement', 'proposed');
create index application_of_licence on licensing.application (licence_no, received_at desc);
create index application_of_person on licensing.application (person_index);
create index application_clock on licensing.application (state, clock_due_on);

-- 办理过程: append only.
create table licensing.application_event (
  id bigint generated always as identity primary key,
  application_no text not null references licensing.application,
  licence_no text,
  at timestamptz not null,
  event text not null,
  from_state text,
  to_state text,
  by text not null,
  note text,
  details jsonb not null default '{}'
);
create index application_event_file on licensing.application_event (application_no, id);
-- Corrections are asked once, the time is extended once, each alarm sounds once.
create unique index application_event_once on licensing.application_event (application_no, event)
  where event in ('submit', 'askCorrection', 'extend', 'autoGrant', 'grant', 'deny', 'deem', 'confirmDeemed') or event like 'expiryAlarm:%';

-- 核对记录: what the machine saw and said, without one name or number of a person.
-- 核对所依的参数, by version: a run can be repeated years later, whatever the files say then.
create table licensing.check_policy (
  version text primary key,
  policy jsonb not null
);

create table licensing.rule_run (
  id bigint generated always as identity primary key,
  application_no text not null references licensing.application,
  licence_no text,
  run_at timestamptz not null,
  rule_version text not null,
  policy_version text not null,
  facts jsonb not null,
  facts_digest text not null,
  findings jsonb not null,
  outcome text not null check (outcome in ('grant', 'person'))
);
create index rule_run_file on licensing.rule_run (application_no, id);

create table licensing.proposal (
  id bigint generated always as identity primary key,
  application_no text not null references licensing.application,
  licence_no text,
  result text not null check (result in ('grant', 'deny')),
  proposed_by text not null check (proposed_by like 'staff:%'),
  proposed_at timestamptz not null,
  opinion text not null check (opinion <> ''),
  grounds integer[] not null default '{}',
  reasons jsonb not null default '[]',
  check (result = 'grant' or cardinality(grounds) > 0)
);
create index proposal_file on licensing.proposal (application_no, id);

-- 决定: one a file. The machine and the law can only grant; a refusal has a person, reasons and the way to appeal.
create table licensing.decision (
  application_no text primary key references licensing.application,
  licence_no text,
  result text not null check (result in ('grant', 'deny')),
  decided_as text not null check (decided_as in ('staff', 'machine', 'law')),
  decided_by text not null,
  decided_on date not null,
  decided_at timestamptz not null,
  proposed_by text,
  opinion text not null,
  reasons jsonb not null default '[]',
  remedy text not null default '',
  constraint decision_only_people_refuse check (result = 'grant' or decided_as = 'staff'),
  constraint decision_staff_has_name check ((decided_as = 'staff') = (decided_by like 'staff:%')),
  constraint decision_by_two check (decided_as <> 'staff' or (proposed_by is not null and proposed_by <> decided_by)),
  constraint decision_refusal_complete check (result = 'grant' or (remedy <> '' and jsonb_array_length(reasons) > 0))
);

-- 证照版本: every face there ever was. The signed text of the e-licence may be added once, when it is first needed.
create table licensing.licence_version (
  licence_no text not null references licensing.licence,
  version integer not null check (version >= 1),
  face jsonb not null,
  valid_from date not null,
  valid_to date not null,
  reason text not null check (reason in ('import', 'issue', 'renewal', 'deemedRenewal', 'change', 'reissue')),
  application_no text,
  token text,
  issued_at timestamptz not null,
  primary key (licence_no, version)
);

-- Reported by other domains: reasons for a person to look, not bars.
create table licensing.hold (
  id bigint generated always as identity primary key,
  licence_no text not null references licensing.licence,
  kind text not null check (kind in ('openCase', 'rectification', 'unpaidFine', 'disqualified', 'fraud', 'falseMaterial',
    'unlicensedTwice', 'amountsReached', 'unsafePremises', 'notIndependent')),
  source text not null,
  since date not null,
  ended_on date,
  unique (licence_no, kind, source)
);
create index hold_open on licensing.hold (licence_no) where ended_on is null;

-- 自动准予的紧急停用: a row without an end stops automatic grants, of one service or of all, from the next application on.
create table licensing.automatic_stop (
  id bigint generated always as identity primary key,
  service text,
  reason text not null check (reason <> ''),
  stopped_by text not null,
  stopped_at timestamptz not null,
  ended_by text,
  ended_at timestamptz
);
create index automatic_stop_open on licensing.automatic_stop (service) where ended_at is null;

-- 许可证顺序号, one series a county and kind: taken with the grant, so that no number is given twice or lost.
create table licensing.licence_serial (
  prefix text primary key check (prefix ~ '^[1-9]\d{5}[12]$'),
  last integer not null check (last between 0 and 99999)
);

-- 实地核查: signed checks by two people.
create table licensing.site_check (
  licence_no text not null references licensing.licence,
  checked_on date not null,
  verifiers text[] not null check (cardinality(verifiers) >= 2),
  note text not null default '',
  primary key (licence_no, checked_on)
);

create function licensing.token_only_once() returns trigger language plpgsql as $$
begin
  if old.token is not null or to_jsonb(new) - 'token' <> to_jsonb(old) - 'token'
  then raise exception 'a version of a licence is never changed' using errcode = '42501'; end if;
  return new;
end $$;
create trigger token_only_once before update on licensing.licence_version
  for each row execute function licensing.token_only_once();
create trigger never_removed before delete on licensing.licence_version
  for each row execute function platform.refuse_change();
create trigger append_only before update or delete on licensing.application_event
  for each row execute function platform.refuse_change();
create trigger append_only before update or delete on licensing.check_policy
  for each row execute function platform.refuse_change();
create trigger append_only before update or delete on licensing.rule_run
  for each row execute function platform.refuse_change();
create trigger append_only before update or delete on licensing.proposal
  for each row execute function platform.refuse_change();
create trigger append_only before update or delete on licensing.decision
  for each row execute function platform.refuse_change();

-- Whoever sees the licence sees its files; row security of the licence decides.
create function licensing.sees_licence(asked text) returns boolean language sql stable parallel safe as $$
  select exists (select from licensing.licence l where l.licence_no = asked)
$$;

create function licensing.sees_application(asked text) returns boolean language sql stable parallel safe as $$
  select exists (select from licensing.application a where a.application_no = asked)
$$;

do $$
declare guarded text;
begin
  foreach guarded in array array['licence', 'application', 'application_event', 'rule_run', 'proposal', 'decision',
    'licence_version', 'hold', 'site_check'] loop
    execute format('alter table licensing.%I enable row level security', guarded);
    execute format('alter table licensing.%I force row level security', guarded);
    if guarded = 'licence' then
      create policy by_area_or_person on licensing.licence
        using (platform.in_scope(area_code) or platform.is_person(operator_index));
    elsif guarded = 'application' then
      create policy by_area_or_person on licensing.application
        using (platform.in_scope(area_code) or platform.is_person(person_index));
    elsif guarded in ('application_event', 'rule_run', 'proposal', 'decision') then
      -- A file of 新办 has no licence yet. Rows that enter with their application cannot see it in the same statement.
      execute format('create policy by_file on licensing.%I
        using (case when licence_no is null then licensing.sees_application(application_no) else licensing.sees_licence(licence_no) end)
        with check (licence_no is null or licensing.sees_licence(licence_no))', guarded);
    else
      execute format('create policy by_licence on licensing.%I using (licensing.sees_licence(licence_no))', guarded);
    end if;
  end loop;
end $$;

-- Nothing is ever removed: a licence number is never given out twice.
grant select on all tables in schema licensing to yzt_app;
grant insert on licensing.licence, licensing.application, licensing.application_event, licensing.rule_run, licensing.check_policy, licensing.proposal,
  licensing.decision, licensing.licence_version, licensing.hold, licensing.site_check to yzt_app;
grant update on licensing.licence, licensing.application to yzt_app;
grant insert, update (ended_by, ended_at) on licensing.automatic_stop to yzt_app;
grant insert, update (last) on licensing.licence_serial to yzt_app;
grant update (token) on licensing.licence_version to yzt_app;
grant update (ended_on) on licensing.hold to yzt_app;
