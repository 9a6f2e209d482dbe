-- 本局参数的起草与试算: who wants which value, why and on what ground, and what it would have changed.
create schema policies;
grant usage on schema policies to yzt_app;

create table policies.draft (
  id bigint generated always as identity primary key,
  key text not null,
  value jsonb not null check (jsonb_typeof(value) in ('number', 'string', 'boolean')),
  why text not null check (why <> ''),
  basis text not null check (basis <> ''),
  drafted_by text not null check (drafted_by like 'staff:%'),
  drafted_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'published', 'withdrawn')),
  publication bigint references platform.policy_entry,
  closed_by text,
  closed_at timestamptz,
  check ((state = 'published') = (publication is not null)),
  check (state <> 'published' or closed_by <> drafted_by)
);
create unique index draft_one_open on policies.draft (key) where state = 'open';

-- 试算: the last applications decided again under the value that holds and under the draft.
create table policies.trial (
  id bigint generated always as identity primary key,
  draft_id bigint not null references policies.draft,
  asked_by text not null,
  asked_at timestamptz not null,
  -- The value that held when it was asked; the publication asks for a trial against the same.
  before_value jsonb not null,
  last_count integer not null check (last_count between 1 and 100000),
  state text not null default 'running' check (state in ('running', 'done', 'cancelled')),
  total integer not null,
  done integer not null default 0,
  next_run bigint not null,
  different integer not null default 0,
  -- False = no rule looks at this value: the list is empty because of that, not because nothing would change.
  in_rules boolean not null,
  ended_at timestamptz
);
create index trial_of_draft on policies.trial (draft_id, id desc);

create table policies.trial_line (
  trial_id bigint not null references policies.trial,
  application_no text not null,
  before_outcome text not null,
  after_outcome text not null,
  rules text[] not null,
  reasons text[] not null,
  primary key (trial_id, application_no)
);
create trigger append_only before update or delete on policies.trial_line
  for each row execute function platform.refuse_change();

grant select, insert on all tables in schema policies to yzt_app;
grant update (state, publication, closed_by, closed_at) on policies.draft to yzt_app;
grant update (state, done, next_run, different, ended_at) on policies.trial to yzt_app;
