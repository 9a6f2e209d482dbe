-- 校园周边: persuasion and voluntary exit of licensed shops, reported unlicensed selling places, campaigns. Where a shop stands by law follows from
-- its signed walk and its licence (registry); here stands only what people did. No field of a person: holders are known by their licence.
create schema if not exists credit;
grant usage on schema credit to yzt_app;

create table credit.school_number (kind text not null, year integer not null, last integer not null check (last >= 1), primary key (kind, year));

-- 专项行动, with the agencies that take part (未成年人保护法 §59、§123: 按照职责分工).
create table credit.school_campaign (
  id text primary key check (id ~ '^ZX-\d{4}-\d{3}$'),
  title text not null,
  area_code text not null check (area_code ~ '^\d{6}(\d{3}){0,2}$'),
  agencies text[] not null check (cardinality(agencies) > 0),
  goal text not null,
  from_on date not null,
  to_on date not null check (to_on >= from_on),
  -- How many shops were inside on the day it began: what it is measured by.
  inside_at_start integer not null check (inside_at_start >= 0),
  opened_by text not null check (opened_by like 'staff:%'),
  opened_at timestamptz not null,
  closed_by text check (closed_by like 'staff:%'),
  closed_at timestamptz,
  summary text not null default '',
  check ((closed_by is null) = (closed_at is null) and (closed_by is null or summary <> ''))
);

-- One row a shop, from the first thing anybody did; before that the law alone says where it stands.
create table credit.school_case (
  licence_no text primary key check (licence_no ~ '^\d{12}$'),
  area_code text not null check (area_code ~ '^\d{6}(\d{3}){0,2}$'),
  state text not null check (state in ('persuaded', 'exiting', 'out')),
  version integer not null default 1 check (version >= 1),
  -- 自愿退出: how, why and until when, as the holder said it.
  exit_way text check (exit_way in ('close', 'move')),
  exit_reason text,
  exit_by date,
  out_on date,
  out_cause text check (out_cause in ('close', 'move', 'expired', 'cancelled')),
  check ((exit_way is null) = (exit_reason is null) and (exit_way is null) = (exit_by is null)),
  check (state <> 'exiting' or exit_way is not null),
  check ((state = 'out') = (out_on is not null) and (state = 'out') = (out_cause is not null))
);
create table credit.school_case_event (
  id bigint generated always as identity primary key,
  licence_no text not null references credit.school_case,
  area_code text not null,
  at timestamptz not null,
  event text not null,
  to_state text not null,
  by text not null,
  note text not null default ''
);
create index school_case_event_of_shop on credit.school_case_event (licence_no, id);

-- 劝导: two members of staff, what was said, what the holder answered, signed or refused to sign.
create table credit.school_talk (
  id uuid primary key,
  licence_no text not null references credit.school_case,
  area_code text not null,
  campaign_id text references credit.school_campaign,
  talked_on date not null,
  officers uuid[] not null,
  said text not null,
  answer text not null check (answer in ('willing', 'considering', 'unwilling', 'absent')),
  answer_words text not null default '',
  signed text not null check (signed in ('signed', 'refused', 'absent')),
  by text not null check (by like 'staff:%'),
  at timestamptz not null,
  constraint school_talk_two_officers check (cardinality(officers) = 2 and officers[1] <> officers[2]),
  constraint school_talk_absent check ((answer = 'absent') = (signed = 'absent'))
);
create index school_talk_of_shop on credit.school_talk (licence_no, talked_on desc);

-- 无证售卖点: reported, looked at, handed to the market regulator, which alone may punish (烟草专卖法实施条例 §57).
create table credit.school_place (
  id text primary key check (id ~ '^WZ-\d{4}-\d{4}$'),
  area_code text not null check (area_code ~ '^\d{6}(\d{3}){0,2}$'),
  campaign_id text references credit.school_campaign,
  address text not null,
  lng double precision,
  lat double precision,
  what text not null,
  source text not null check (source in ('patrol', 'report', 'school', 'partner')),
  reported_on date not null,
  state text not null check (state in ('reported', 'confirmed', 'referred', 'stopped', 'unfounded')),
  version integer not null default 1 check (version >= 1),
  agency text,
  referred_on date,
  stopped_on date,
  check ((lng is null) = (lat is null)),
  check (state <> 'referred' or (agency is not null and referred_on is not null)),
  check ((state = 'stopped') = (stopped_on is not null))
);
create table credit.school_place_event (
  id bigint generated always as identity primary key,
  place_id text not null references credit.school_place,
  area_code text not null,
  at timestamptz not null,
  event text not null,
  to_state text not null,
  by text not null,
  note text not null default ''
);
create index school_place_event_of_place on credit.school_place_event (place_id, id);

do $$ declare guarded text; begin
  foreach guarded in array array['school_campaign', 'school_case', 'school_case_event', 'school_talk', 'school_place', 'school_place_event'] loop
    execute format('alter table credit.%I enable row level security', guarded);
    execute format('alter table credit.%I force row level security', guarded);
    execute format('create policy by_area on credit.%I using (platform.in_scope(area_code))', guarded);
    execute format('grant select, insert on credit.%I to yzt_app', guarded);
    if guarded in ('school_case_event', 'school_talk', 'school_place_event') then
      execute format('create trigger append_only before update or delete on credit.%I for each row execute function platform.refuse_change()', guarded);
    else
      execute format('create trigger never_removed before delete on credit.%I for each row execute function platform.refuse_change()', guarded);
    end if;
  end loop;
end $$;
grant select, insert on credit.school_number to yzt_app;
grant update (last) on credit.school_number to yzt_app;
grant update (closed_by, closed_at, summary) on credit.school_campaign to yzt_app;
grant update (state, version, exit_way, exit_reason, exit_by, out_on, out_cause) on credit.school_case to yzt_app;
grant update (state, version, agency, referred_on, stopped_on) on credit.school_place to yzt_app;
