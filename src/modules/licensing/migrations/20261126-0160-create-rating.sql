-- 好差评 (广东省优化营商环境条例 33): one rating an application, never changed; a bad one is followed up.
create table licensing.rating (
  application_no text primary key references licensing.application,
  service text not null,
  town_code text not null,
  channel text not null check (channel in ('terminal', 'online')),
  grade smallint not null check (grade between 1 and 5),
  reasons text[] not null default '{}',
  -- People write names into free words.
  words_sealed text,
  rated_at timestamptz not null,
  rated_on date not null,
  -- 差评 only: the last day for the bureau to have spoken with the person; null also where that year's holidays are not published.
  follow_up_by date,
  check (grade <= 2 or follow_up_by is null)
);
create index rating_to_follow_up on licensing.rating (follow_up_by) where grade <= 2;
create trigger append_only before update or delete on licensing.rating
  for each row execute function platform.refuse_change();

-- 回访: each attempt is a line; the first with an end closes it.
create table licensing.rating_follow_up (
  id bigint generated always as identity primary key,
  application_no text not null references licensing.rating,
  outcome text not null check (outcome in ('unreached', 'solved', 'explained', 'passedOn')),
  note_sealed text not null,
  by_staff uuid not null,
  at timestamptz not null
);
create index rating_follow_up_of on licensing.rating_follow_up (application_no, id);
create unique index rating_follow_up_ends_once on licensing.rating_follow_up (application_no) where outcome <> 'unreached';
create trigger append_only before update or delete on licensing.rating_follow_up
  for each row execute function platform.refuse_change();

-- Whoever sees the file may count its rating; who handled it is kept from reading it by the queries (anonymous to the handler).
alter table licensing.rating enable row level security;
alter table licensing.rating force row level security;
create policy by_file on licensing.rating using (licensing.sees_application(application_no));
alter table licensing.rating_follow_up enable row level security;
alter table licensing.rating_follow_up force row level security;
create policy by_file on licensing.rating_follow_up using (licensing.sees_application(application_no));

grant select, insert on licensing.rating, licensing.rating_follow_up to yzt_app;
