-- 抽查: which automatic grants a person looks at again, and which closed files are sampled each month. The draw is kept with
-- its salt, so that anybody can compute it again; the salt is made after the files are closed, so nobody can aim at it.
create table licensing.draw (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('grant', 'dossier')),
  -- A day of automatic grants, or a month of closed files.
  period text not null check (period ~ '^\d{4}-\d{2}(-\d{2})?$'),
  service text not null,
  salt text not null check (salt ~ '^[0-9a-f]{32}$'),
  share numeric not null check (share between 0 and 100),
  minimum integer not null,
  population text[] not null,
  policy_version text not null,
  drawn_at timestamptz not null,
  unique (kind, period, service)
);
create trigger append_only before update or delete on licensing.draw
  for each row execute function platform.refuse_change();

create table licensing.spot_check (
  id bigint generated always as identity primary key,
  draw_id bigint not null references licensing.draw,
  kind text not null check (kind in ('grant', 'dossier')),
  application_no text not null references licensing.application,
  area_code text not null,
  score text not null,
  because text not null check (because in ('drawn', 'automaticOver')),
  state text not null default 'open' check (state in ('open', 'done', 'correcting', 'deciding')),
  result text check (result in ('agree', 'differ', 'qualified', 'flawed', 'unqualified')),
  reason text not null default '',
  -- The rule that should have sent the file to a person.
  rule text,
  checklist jsonb not null default '{}',
  reviewer text check (reviewer like 'staff:%'),
  reviewed_at timestamptz,
  correct_by date,
  -- 整改 done, or 撤销 considered: by whom, what, when.
  outcome text check (outcome in ('corrected', 'keep', 'proceed')),
  outcome_words text not null default '',
  outcome_by text check (outcome_by like 'staff:%'),
  outcome_at timestamptz,
  unique (kind, application_no),
  check ((state = 'open') = (reviewer is null)),
  check (state <> 'correcting' or (kind = 'dossier' and correct_by is not null)),
  constraint spot_check_by_two check (kind <> 'grant' or outcome_by is distinct from reviewer or outcome_by is null)
);
create index spot_check_open on licensing.spot_check (kind, state);

-- 复核人不是经办人, whatever road the program takes.
create function licensing.refuse_own_review() returns trigger language plpgsql as $$
begin
  if new.reviewer is not null and (exists (
    select from licensing.application_event e where e.application_no = new.application_no and e.by = new.reviewer)
    or exists (select from licensing.application a where a.application_no = new.application_no and 'staff:' || a.helper_id = new.reviewer))
  then raise exception 'the reviewer handled the file' using errcode = '23514', constraint = 'reviewer_not_handler'; end if;
  return new;
end $$;
create trigger reviewer_not_handler before update on licensing.spot_check
  for each row execute function licensing.refuse_own_review();
create trigger never_removed before delete on licensing.spot_check
  for each row execute function platform.refuse_change();

alter table licensing.spot_check enable row level security;
alter table licensing.spot_check force row level security;
create policy by_area on licensing.spot_check using (platform.in_scope(area_code));
grant select, insert on licensing.draw, licensing.spot_check to yzt_app;
grant update (state, result, reason, rule, checklist, reviewer, reviewed_at, correct_by, outcome, outcome_words, outcome_by, outcome_at)
  on licensing.spot_check to yzt_app;
