-- 对外报送: what the bureau owes outside systems, each report once, and how each of those systems was last.
create schema exchange;
grant usage on schema exchange to yzt_app;

-- 外部系统: one row each. Locked while reports are handed over, so that two workers never speak to one system at once.
create table exchange.gateway (
  name text primary key,
  last_success_at timestamptz,
  last_failure_at timestamptz,
  last_error text,
  -- Failures since the last success; the pause before the next try grows with them.
  failures integer not null default 0 check (failures >= 0),
  next_try_at timestamptz
);
insert into exchange.gateway (name) values ('certificateLibrary'), ('certificatePublisher'), ('businessRegister'), ('sms'), ('post'),
  ('nationalPortal'), ('kioskPlatform'), ('ratingPlatform');

-- 报送件. No name, telephone or number of a person stands in a body: only numbers of licences, files and terminals.
create table exchange.report (
  -- Handed over in this order.
  place bigint generated always as identity,
  id uuid primary key,
  -- One fact, one report: `decided:R20261126-000001`.
  key text not null,
  gateway text not null references exchange.gateway,
  kind text not null,
  about text not null,
  body jsonb not null,
  state text not null default 'waiting' check (state in ('waiting', 'accepted', 'refused', 'replaced')),
  receipt_no text,
  error text,
  tries integer not null default 0,
  queued_at timestamptz not null,
  settled_at timestamptz,
  constraint report_once unique (gateway, key),
  -- Two reports with one receipt: the other side is repeating itself, and the second is not believed.
  constraint receipt_once unique (gateway, receipt_no),
  constraint accepted_has_receipt check (state <> 'accepted' or receipt_no is not null)
);
create index report_waiting on exchange.report (gateway, place) where state = 'waiting';
create index report_refused on exchange.report (gateway, place) where state = 'refused';

create function exchange.guard_report() returns trigger language plpgsql as $$
begin
  if (old.state, new.state) not in (('waiting', 'waiting'), ('waiting', 'accepted'), ('waiting', 'refused'), ('waiting', 'replaced'),
    ('refused', 'waiting'))
  then raise exception 'a report cannot go from % to %', old.state, new.state using errcode = '23514', constraint = 'known_move'; end if;
  return new;
end $$;
create trigger known_move before update on exchange.report for each row execute function exchange.guard_report();
create trigger never_removed before delete on exchange.report for each row execute function platform.refuse_change();

grant select on all tables in schema exchange to yzt_app;
grant insert on exchange.report to yzt_app;
grant update (state, receipt_no, error, tries, settled_at) on exchange.report to yzt_app;
grant update (last_success_at, last_failure_at, last_error, failures, next_try_at) on exchange.gateway to yzt_app;
