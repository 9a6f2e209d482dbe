-- 新办 and 帮办: what the rules ask of a person who has no licence, and of a telephone number that many leave.

-- 人的不良记录: a bar of a person, whatever the licence; who never had one (无证经营) has none to report it against.
create table licensing.person_bar (
  id bigint generated always as identity primary key,
  person_index text not null check (length(person_index) = 64),
  area_code text not null,
  kind text not null check (kind in ('disqualified', 'fraud', 'falseMaterial', 'unlicensedTwice')),
  -- Number of the case or order in the domain that reports it.
  source text not null check (source <> ''),
  since date not null,
  ended_on date,
  unique (person_index, kind, source)
);
create index person_bar_open on licensing.person_bar (person_index) where ended_on is null;
alter table licensing.person_bar enable row level security;
alter table licensing.person_bar force row level security;
create policy by_area_or_person on licensing.person_bar
  using (platform.in_scope(area_code) or platform.is_person(person_index));
grant select, insert, update (ended_on) on licensing.person_bar to yzt_app;

-- 联系电话的盲索引: the number itself stays sealed.
alter table licensing.application add column phone_index text check (length(phone_index) = 64);
create index application_of_phone on licensing.application (phone_index, received_on)
  where phone_index is not null and helper_id is not null;

-- R19 by telephone: how many other people a helper sat beside on this day who left the same number. Like count_assisted it widens
-- the scope for its own statement and leaves the caller's as it found it.
create function licensing.count_assisted_with_phone(asked_phone text, asked_person text, on_day date) returns integer
language plpgsql as $$
declare
  scope_of_caller text := coalesce(current_setting('app.areas', true), '');
  counted integer;
begin
  perform set_config('app.areas', '*', true);
  select count(distinct person_index) into counted from licensing.application
  where phone_index = asked_phone and helper_id is not null and received_on = on_day and person_index <> asked_person;
  perform set_config('app.areas', scope_of_caller, true);
  return counted;
end $$;

-- 先受理先办 (行政许可法第五十七条): open 新办 of a town. The states come from the program's own table.
create function licensing.count_open_new(town text, open_states text[]) returns integer language plpgsql as $$
declare
  scope_of_caller text := coalesce(current_setting('app.areas', true), '');
  counted integer;
begin
  perform set_config('app.areas', '*', true);
  select count(*) into counted from licensing.application
  where service = 'issue' and area_code = town and state = any(open_states);
  perform set_config('app.areas', scope_of_caller, true);
  return counted;
end $$;
