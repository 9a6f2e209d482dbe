-- 普法微课堂: a programme, its broadcast, and the replay two people released. Viewers are counted, not known: a mark of the
-- telephone, hashed together with the broadcast, counts once in a minute and leads to nobody and to no other broadcast.
create table outreach.broadcast (
  id uuid primary key,
  title text not null check (length(title) between 2 and 60),
  speaker text not null check (length(speaker) between 1 and 40),
  about text not null check (length(about) between 4 and 400),
  starts_at timestamptz not null,
  -- [{instrument, article}]
  cites jsonb not null check (jsonb_typeof(cites) = 'array' and jsonb_array_length(cites) between 1 and 6),
  state text not null default 'planned' check (state in ('planned', 'live', 'ended', 'replay', 'withdrawn')),
  version integer not null default 1,
  planned_by text not null,
  planned_at timestamptz not null,
  opened_at timestamptz,
  ended_at timestamptz,
  -- [{at, title}], seconds from the beginning of the recording
  chapters jsonb not null default '[]' check (jsonb_typeof(chapters) = 'array'),
  -- WebVTT, typed or uploaded by a person
  captions text check (length(captions) <= 200000),
  -- Whoever ended the broadcast or last touched chapters and captions.
  prepared_by text,
  released_by text,
  released_at timestamptz,
  reason text,
  -- 双人发布: whoever prepared a replay never releases it.
  constraint replay_by_two check (state <> 'replay' or (released_by is not null and prepared_by is not null and released_by <> prepared_by)),
  constraint broadcast_in_order check (ended_at is null or opened_at is not null)
);

create table outreach.live_question (
  id uuid primary key,
  broadcast_id uuid not null references outreach.broadcast,
  viewer text not null check (viewer ~ '^[0-9a-f]{64}$'),
  words text not null check (length(words) between 2 and 200),
  asked_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'shown', 'hidden')),
  decided_by text,
  decided_at timestamptz,
  constraint question_by_a_person check (state = 'waiting' or decided_by is not null)
);
create index live_question_of_broadcast on outreach.live_question (broadcast_id, asked_at);

create table outreach.live_viewer (
  broadcast_id uuid not null references outreach.broadcast,
  viewer text not null check (viewer ~ '^[0-9a-f]{64}$'),
  -- Which minute since the broadcast was opened; -1 is the replay, once for a telephone.
  minute integer not null check (minute >= -1),
  primary key (broadcast_id, viewer, minute)
);

grant select, insert on outreach.broadcast, outreach.live_question, outreach.live_viewer to yzt_app;
grant update on outreach.broadcast, outreach.live_question to yzt_app;
