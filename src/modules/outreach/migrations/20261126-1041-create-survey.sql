-- 知晓率调查: a sample drawn from the register by town, never whoever happens to answer. The seed makes the draw repeatable.
create table outreach.survey (
  id text primary key check (id ~ '^ZX-\d{4}-\d{3}$'),
  title text not null check (length(title) between 2 and 60),
  -- Shopkeepers of the sample, or residents asked door by door from the sampled shops on.
  respondents text not null check (respondents in ('holders', 'residents')),
  per_unit integer not null check (per_unit between 1 and 20),
  items uuid[] not null check (cardinality(items) between 3 and 10),
  begins_on date not null,
  ends_on date not null,
  seed text not null check (seed ~ '^[0-9a-f]{32}$'),
  state text not null default 'open' check (state in ('open', 'closed')),
  opened_by text not null,
  opened_at timestamptz not null,
  closed_by text,
  closed_on date,
  -- What the estimate was on the day it was closed (rules/survey/estimate.ts); null while it runs.
  result jsonb,
  constraint survey_days check (ends_on >= begins_on),
  constraint closed_whole check ((state = 'closed') = (closed_on is not null and closed_by is not null and result is not null))
);
create table outreach.survey_stratum (
  survey_id text not null references outreach.survey,
  town text not null check (town ~ '^\d{9}$'),
  frame integer not null check (frame >= 1),
  primary key (survey_id, town)
);
create table outreach.survey_unit (
  survey_id text not null references outreach.survey,
  licence_no text not null check (licence_no ~ '^\d{12}$'),
  town text not null,
  -- Place in the order of SM3 (seed, licence number).
  rank integer not null check (rank >= 1),
  state text not null default 'drawn' check (state in ('drawn', 'answered', 'refused', 'unreached')),
  primary key (survey_id, licence_no)
);
create table outreach.survey_answer (
  survey_id text not null,
  licence_no text not null,
  respondent integer not null check (respondent >= 1),
  right_count integer not null check (right_count >= 0),
  total integer not null check (total >= right_count and total >= 1),
  way text not null check (way in ('self', 'phone', 'visit')),
  by text not null,
  on_day date not null,
  primary key (survey_id, licence_no, respondent),
  foreign key (survey_id, licence_no) references outreach.survey_unit (survey_id, licence_no)
);
alter table outreach.survey_unit enable row level security;
alter table outreach.survey_unit force row level security;
create policy by_area on outreach.survey_unit using (platform.in_scope(town));
alter table outreach.survey_answer enable row level security;
alter table outreach.survey_answer force row level security;
create policy by_unit on outreach.survey_answer using (exists (select from outreach.survey_unit u
  where u.survey_id = survey_answer.survey_id and u.licence_no = survey_answer.licence_no));

grant select, insert on outreach.survey, outreach.survey_stratum, outreach.survey_unit, outreach.survey_answer to yzt_app;
grant update (state, closed_by, closed_on, result) on outreach.survey to yzt_app;
grant update (state) on outreach.survey_unit to yzt_app;

-- 知晓率 for the figures: closed surveys only; `publishable` is the word of the rule, not of a reader.
create view outreach.published_awareness with (security_invoker = true) as
  select id, title, respondents, begins_on, closed_on, (result ->> 'share')::double precision as share,
    (result ->> 'low')::double precision as low, (result ->> 'high')::double precision as high,
    (result ->> 'answers')::integer as answers, (result ->> 'response')::double precision as response,
    (result -> 'reasons') = '[]'::jsonb as publishable
  from outreach.survey where state = 'closed';
grant select on outreach.published_awareness to yzt_app;
