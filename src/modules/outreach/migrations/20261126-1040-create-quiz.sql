-- 普法测验: a bank of questions tied to articles, released by two people; quizzes for an audience and its towns; the sheets that
-- were handed in. Who handed one in is not known here: a mark of the telephone pairs "before" with "after" inside one quiz.
create table outreach.quiz_item (
  id uuid primary key,
  question text not null check (length(question) between 4 and 200),
  options jsonb not null check (jsonb_typeof(options) = 'array' and jsonb_array_length(options) between 2 and 5),
  answer integer not null check (answer >= 0),
  why text not null check (length(why) between 4 and 400),
  instrument text not null,
  article integer not null check (article >= 1),
  audiences text[] not null check (audiences <@ array['retailer', 'public', 'minor'] and cardinality(audiences) >= 1),
  state text not null default 'draft' check (state in ('draft', 'released', 'dropped', 'withdrawn')),
  version integer not null default 1,
  written_by text not null,
  written_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  -- Why words that looked like advertising were let stand, or why it was withdrawn.
  reason text,
  -- 双人发布: whoever wrote it never releases it.
  constraint item_by_two check (state not in ('released', 'withdrawn') or (decided_by is not null and decided_by <> written_by)),
  constraint answer_is_an_option check (answer < jsonb_array_length(options))
);
create table outreach.quiz (
  id uuid primary key,
  title text not null check (length(title) between 2 and 60),
  audience text not null check (audience in ('retailer', 'public', 'minor')),
  shape text not null check (shape in ('once', 'beforeAfter')),
  -- Empty: the whole county.
  towns text[] not null,
  items uuid[] not null check (cardinality(items) between 3 and 10),
  begins_on date not null,
  ends_on date not null,
  opened_by text not null,
  opened_at timestamptz not null,
  constraint quiz_days check (ends_on >= begins_on)
);
create table outreach.quiz_sheet (
  id uuid primary key,
  quiz_id uuid not null references outreach.quiz,
  round text not null check (round in ('once', 'before', 'after')),
  participant text not null check (participant ~ '^[0-9a-f]{64}$'),
  channel text not null check (channel in ('portal', 'kiosk', 'event')),
  on_day date not null,
  right_count integer not null check (right_count >= 0),
  total integer not null check (total >= right_count),
  constraint one_sheet_a_round unique (quiz_id, participant, round)
);
create table outreach.quiz_answer (
  sheet_id uuid not null references outreach.quiz_sheet,
  item_id uuid not null references outreach.quiz_item,
  chosen integer not null,
  correct boolean not null,
  primary key (sheet_id, item_id)
);
create index quiz_answer_of_item on outreach.quiz_answer (item_id);

-- 学法积分: a count that buys nothing. Once for a quiz and a person.
create table outreach.quiz_points (
  person_index text not null,
  quiz_id uuid not null references outreach.quiz,
  points integer not null check (points >= 0),
  on_day date not null,
  primary key (person_index, quiz_id)
);
alter table outreach.quiz_points enable row level security;
alter table outreach.quiz_points force row level security;
create policy of_the_person on outreach.quiz_points using (platform.is_person(person_index));

grant select, insert on outreach.quiz_item, outreach.quiz, outreach.quiz_sheet, outreach.quiz_answer, outreach.quiz_points to yzt_app;
grant update on outreach.quiz_item to yzt_app;
