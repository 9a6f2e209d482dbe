-- 草稿: an application begun at one door and continued at another. No number of a card, no signature; the words are sealed
-- and are wiped when the draft ends, so that nothing is kept longer than it is needed (个人信息保护法 19).
create table licensing.draft (
  id uuid primary key,
  -- Keyed index of the 8-character code, which follows from the id and is stored nowhere.
  code_index text not null unique check (length(code_index) = 64),
  person_index text not null check (length(person_index) = 64),
  service text not null check (service in ('issue', 'renewal', 'change', 'suspend', 'resume', 'reissue', 'close')),
  licence_no text,
  content_sealed text,
  -- Through which doors it went, oldest first: [{"channel", "at"}].
  history jsonb not null,
  begun_at timestamptz not null,
  saved_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > saved_at),
  ended_at timestamptz,
  ended_because text check (ended_because in ('submitted', 'discarded', 'expired')),
  check ((ended_at is null) = (ended_because is null)),
  check ((ended_at is null) = (content_sealed is not null))
);
-- One matter, one draft: saving again goes on with the same code.
create unique index draft_open on licensing.draft (person_index, service, licence_no) nulls not distinct where ended_at is null;
create index draft_expiry on licensing.draft (expires_at) where ended_at is null;

-- Not by area: an officer meets a draft only while its person stands before him with the card.
alter table licensing.draft enable row level security;
alter table licensing.draft force row level security;
create policy by_person on licensing.draft
  using (platform.is_person(person_index) or current_setting('app.areas', true) = '*');
grant select, insert on licensing.draft to yzt_app;
grant update (content_sealed, history, saved_at, expires_at, ended_at, ended_because) on licensing.draft to yzt_app;
