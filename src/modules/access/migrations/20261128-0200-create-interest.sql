-- 利害关系 (行政处罚法第四十三条): with which shop or person a member of staff has to do, stated by himself or noted by a head, from when to
-- when. It stands outside any draw, task or case; whatever sends people asks here first. Nothing is removed: what is over is ended.
create table access.staff_interest (
  id uuid primary key,
  staff_id uuid not null references access.staff,
  -- Town or county of the bureau whose people this is.
  areas text[] not null check (cardinality(areas) > 0),
  kind text not null check (kind in ('relative', 'work', 'money', 'other')),
  -- Either a shop, or a person with every shop and every matter of his.
  licence_no text check (licence_no ~ '^\d{12}$'),
  person_index text check (length(person_index) = 64),
  person_sealed text check (person_sealed like 'v1.%'),
  words_sealed text not null check (words_sealed like 'v1.%'),
  from_on date not null,
  to_on date,
  stated_by uuid not null references access.staff,
  stated_at timestamptz not null,
  ended_by uuid references access.staff,
  ended_at timestamptz,
  end_reason text check (char_length(end_reason) between 1 and 200),
  check (to_on is null or to_on >= from_on),
  constraint interest_one_subject check ((licence_no is null) <> (person_index is null) and (person_index is null) = (person_sealed is null)),
  constraint interest_end_whole check ((ended_by is null) = (ended_at is null) and (ended_by is null) = (end_reason is null)),
  -- Nobody takes himself off the list.
  constraint interest_not_own_end check (ended_by <> staff_id)
);
create unique index interest_open on access.staff_interest (staff_id, coalesce(licence_no, person_index)) where ended_at is null;
create index interest_of_shop on access.staff_interest (licence_no) where licence_no is not null;
create index interest_of_person on access.staff_interest (person_index) where person_index is not null;

create function access.guard_interest() returns trigger language plpgsql as $$
begin
  if old.ended_at is not null
  then raise exception 'an interest ends once' using errcode = '23514', constraint = 'interest_ends_once'; end if;
  return new;
end $$;
create trigger guard before update on access.staff_interest for each row execute function access.guard_interest();
create trigger never_removed before delete on access.staff_interest for each row execute function platform.refuse_change();

alter table access.staff_interest enable row level security;
alter table access.staff_interest force row level security;
create policy colleagues on access.staff_interest using (access.same_county(areas));
grant select, insert on access.staff_interest to yzt_app;
grant update (ended_by, ended_at, end_reason) on access.staff_interest to yzt_app;

-- What other domains may ask: who has to do with whom, not how and not the name.
create view access.published_interest with (security_invoker = true) as
  select i.staff_id, i.licence_no, i.person_index, i.from_on, i.to_on, s.name as stated_by
  from access.staff_interest i join access.staff s on s.id = i.stated_by where i.ended_at is null;
grant select on access.published_interest to yzt_app;
-- 应当回避: who has to do with this shop or this person on a day.
create function access.published_standing_back(shop text, person text, on_day date) returns setof uuid
  language sql stable parallel safe as $$
  select staff_id from access.published_interest
  where (licence_no = shop or person_index = person) and from_on <= on_day and (to_on is null or to_on >= on_day)
$$;
grant execute on function access.published_standing_back to yzt_app;
