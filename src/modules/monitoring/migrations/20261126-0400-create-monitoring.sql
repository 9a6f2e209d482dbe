-- 市场预警: what the indicators say of one subject, until a person has judged it or its time is over.
create schema monitoring;
grant usage on schema monitoring to yzt_app;

create table monitoring.alert (
  id uuid primary key,
  kind text not null,
  subject_kind text not null,
  -- A licence number, or a keyed digest of a device, an account, a plate; never a name or telephone of a person.
  subject text not null,
  area_code text not null,
  score double precision not null check (score between 0 and 1),
  reasons text[] not null check (cardinality(reasons) > 0),
  evidence jsonb not null,
  state text not null default 'open' check (state in ('open', 'true', 'false', 'unclear', 'expired')),
  raised_at timestamptz not null,
  -- When it last said something new; its time runs from here.
  renewed_at timestamptz not null,
  expires_at timestamptz not null,
  verdict_reason text,
  triaged_by text,
  triaged_at timestamptz,
  constraint judged_with_reason check (state in ('open', 'expired') or (verdict_reason <> '' and triaged_by is not null))
);
-- 合并: one open alert a subject; what is found again is added to it.
create unique index one_open_alert on monitoring.alert (subject_kind, subject) where state = 'open';
create index alert_subject on monitoring.alert (subject_kind, subject, raised_at);
create index alert_board on monitoring.alert (state, score desc);

create function monitoring.guard_alert() returns trigger language plpgsql as $$
begin
  if old.state <> 'open' then
    raise exception 'an alert that was judged or expired stays so' using errcode = '23514', constraint = 'judged_stays';
  end if;
  return new;
end $$;
create trigger judged_stays before update on monitoring.alert for each row execute function monitoring.guard_alert();
create trigger never_removed before delete on monitoring.alert for each row execute function platform.refuse_change();

-- What of the lake was looked at last: the names of its batches, digested, and the day.
create table monitoring.watched (
  one boolean primary key default true check (one),
  fingerprint text not null,
  day date not null,
  at timestamptz not null
);

alter table monitoring.alert enable row level security;
alter table monitoring.alert force row level security;
create policy by_area on monitoring.alert using (platform.in_scope(area_code));

grant select, insert on monitoring.alert to yzt_app;
grant update (kind, score, reasons, evidence, area_code, state, renewed_at, expires_at, verdict_reason, triaged_by, triaged_at)
  on monitoring.alert to yzt_app;
grant select, insert, update on monitoring.watched to yzt_app;

create view monitoring.published_alert with (security_invoker = true) as
  select id, kind, subject_kind, subject, area_code, score, reasons, evidence, state, raised_at, expires_at from monitoring.alert;
grant select on monitoring.published_alert to yzt_app;
