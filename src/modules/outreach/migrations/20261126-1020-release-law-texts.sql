-- 法规库: from which day a version holds, where it comes from, and texts that two people release.
alter table outreach.instrument
  -- The first day this version is in force; read from its last articles, or given with the text. Null only until the next import.
  add column in_force date,
  add column source text not null default '',
  -- 废止: a public entry. Nothing is taken out of the library.
  add column withdrawn_on date,
  add column withdrawn_why text not null default '',
  add column withdrawn_source text not null default '',
  add column changed_at timestamptz not null default now();

create table outreach.law_draft (
  id integer generated always as identity primary key,
  kind text not null check (kind in ('text', 'withdrawal')),
  title text not null check (title <> ''),
  -- The day of this version of the text; null for a withdrawal.
  text_of date,
  -- From which day on the text holds, or no longer does.
  effective date not null,
  source text not null check (source <> ''),
  why text not null check (why <> ''),
  body text not null,
  drafted_by text not null check (drafted_by like 'staff:%'),
  drafted_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'released', 'dropped')),
  closed_by text,
  closed_at timestamptz,
  check ((kind = 'text') = (text_of is not null and body <> '')),
  check ((state = 'open') = (closed_by is null)),
  -- 两人发布.
  check (state <> 'released' or closed_by <> drafted_by)
);
create unique index law_draft_one_open on outreach.law_draft (title, kind, coalesce(text_of, '-infinity'::date)) where state = 'open';

alter table outreach.instrument
  add column draft_id integer references outreach.law_draft,
  -- Nothing is published without a source and a day from which it holds.
  add constraint instrument_released_is_sourced check (draft_id is null or (source <> '' and in_force is not null)),
  add constraint instrument_withdrawn_says_why check (withdrawn_on is null or (withdrawn_why <> '' and withdrawn_source <> ''));

grant select, insert on outreach.law_draft to yzt_app;
grant update (state, closed_by, closed_at) on outreach.law_draft to yzt_app;
