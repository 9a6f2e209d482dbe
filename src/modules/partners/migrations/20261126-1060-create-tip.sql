-- 部门报送的线索: what an agency told us by its own door, as it told it. It becomes one clue by a reaction; its number stands here then.
create table partners.tip (
  no text primary key check (no ~ '^BS-\d{4}-\d{6}$'),
  agency_id uuid not null references partners.agency,
  -- Its number there: told twice, it is one.
  ref text not null check (char_length(ref) between 1 and 40),
  matter text not null,
  area_code text not null check (area_code ~ '^\d{6}(\d{3}){0,2}$'),
  text_sealed text not null check (text_sealed like 'v1.%'),
  by text not null check (by like 'partner:%'),
  at timestamptz not null,
  clue_no text check (clue_no ~ '^XS-\d{4}-\d{6}$'),
  unique (agency_id, ref)
);
create index tip_of_agency on partners.tip (agency_id, at desc);
create function partners.guard_tip() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - 'clue_no' is distinct from to_jsonb(old) - 'clue_no' or old.clue_no is not null
  then raise exception 'what was told is not changed' using errcode = '23514', constraint = 'tip_kept'; end if;
  return new;
end $$;
create trigger guard before update on partners.tip for each row execute function partners.guard_tip();
create trigger never_removed before delete on partners.tip for each row execute function platform.refuse_change();
alter table partners.tip enable row level security;
alter table partners.tip force row level security;
create policy by_area_or_own on partners.tip using (platform.in_scope(area_code) or platform.is_agency(agency_id));
grant select, insert on partners.tip to yzt_app;
grant update (clue_no) on partners.tip to yzt_app;
