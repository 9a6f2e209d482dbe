-- 实地测量: the walk from a shop's door to a school gate, measured by two officers. It is the legal value; the map only hints (未成年人保护法 §59
-- sets no distance, the local layout rule does). A walk of a 新办 has the number of its application and no licence yet.
create table registry.school_walk (
  id uuid primary key,
  licence_no text references registry.retailer (licence_no),
  application_no text,
  area_code text not null check (area_code ~ '^\d{6}(\d{3}){0,2}$'),
  school_id text not null,
  gate text not null,
  metres numeric(6, 1) not null check (metres >= 0),
  method text not null check (method in ('wheel', 'tape', 'laser', 'track')),
  measured_on date not null,
  -- Where door and gate stood that day: when either moves on the map, the walk counts no more.
  door_lng double precision,
  door_lat double precision,
  gate_lng double precision not null,
  gate_lat double precision not null,
  -- SM3 of the photographs; the pictures stay with the file of the visit.
  photos text[] not null default '{}',
  note text not null default '',
  officers uuid[] not null,
  -- SM3 of all of the above: what both officers signed.
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  confirmed_by uuid,
  confirmed_at timestamptz,
  constraint school_walk_of_something check (licence_no is not null or application_no is not null),
  constraint school_walk_door check ((door_lng is null) = (door_lat is null)),
  constraint school_walk_two_officers check (cardinality(officers) = 2 and officers[1] <> officers[2] and recorded_by = any(officers)),
  constraint school_walk_confirmed_by_the_other check (
    (confirmed_by is null) = (confirmed_at is null)
    and (confirmed_by is null or (confirmed_by = any(officers) and confirmed_by <> recorded_by))),
  foreign key (school_id, gate) references registry.school_gate (school_id, name)
);
create index school_walk_of_licence on registry.school_walk (licence_no, measured_on desc);
create index school_walk_of_application on registry.school_walk (application_no) where application_no is not null;

-- A walk is never rewritten: only the other officer's word and, for a granted 新办, the new licence are added, each once.
create function registry.guard_school_walk() returns trigger language plpgsql as $$
begin
  if old.confirmed_by is not null and new.confirmed_by is distinct from old.confirmed_by
    or old.licence_no is not null and new.licence_no is distinct from old.licence_no
  then raise exception 'a walk is confirmed and joined once' using errcode = '23514', constraint = 'school_walk_once'; end if;
  return new;
end $$;
create trigger guard before update on registry.school_walk for each row execute function registry.guard_school_walk();
create trigger never_removed before delete on registry.school_walk for each row execute function platform.refuse_change();

-- Also the holder sees the walks of the own shop: the rules of his renewal read them.
create function registry.sees_shop(asked text) returns boolean language sql stable parallel safe as $$
  select exists (select from registry.retailer r where r.licence_no = asked)
$$;
alter table registry.school_walk enable row level security;
alter table registry.school_walk force row level security;
create policy by_area_or_shop on registry.school_walk
  using (platform.in_scope(area_code) or registry.sees_shop(licence_no));
grant select, insert on registry.school_walk to yzt_app;
grant update (confirmed_by, confirmed_at, licence_no) on registry.school_walk to yzt_app;
