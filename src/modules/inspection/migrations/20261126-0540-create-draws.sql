-- 双随机、一公开 (优化营商环境条例第五十四条): a draw from its lists to its published outcomes. Nothing is ever removed; what was
-- frozen, promised, opened or drawn never changes. Void and repeat are entries of their own.
create schema inspection;
grant usage on schema inspection to yzt_app;

-- 信用等级 as the credit domain announces it; a shop without a line is N, not graded.
create table inspection.shop_class (
  licence_no text primary key check (licence_no ~ '^\d{12}$'),
  area_code text not null check (area_code ~ '^\d{6}(\d{3}){0,2}$'),
  class text not null check (class in ('A', 'B', 'C', 'D')),
  noted_at timestamptz not null
);

create table inspection.draw_number (year integer primary key, last integer not null check (last >= 1));

create table inspection.draw (
  id text primary key check (id ~ '^SJ-\d{4}-\d{4}$'),
  area_code text not null check (area_code ~ '^\d{6}(\d{3})?$'),
  title text not null check (char_length(title) between 1 and 120),
  items jsonb not null,
  visits_from date not null,
  visits_to date not null check (visits_to >= visits_from),
  public_value text check (char_length(public_value) between 1 and 200),
  repeats text references inspection.draw,
  state text not null default 'preparing',
  prepared_by text not null check (prepared_by like 'staff:%'),
  prepared_at timestamptz not null,
  -- Canonical text of lists, rule and parties; with its SM3 public from the approval on.
  manifest text,
  manifest_hash text check (manifest_hash ~ '^[0-9a-f]{64}$'),
  approved_by text check (approved_by like 'staff:%'),
  frozen_at timestamptz,
  public_number text,
  public_number_at timestamptz,
  result text,
  drawn_at timestamptz,
  constraint draw_approved_by_another check (approved_by is distinct from prepared_by or approved_by is null),
  constraint draw_frozen_whole check (
    (manifest is null) = (frozen_at is null) and (manifest is null) = (manifest_hash is null) and (manifest is null) = (approved_by is null)),
  check ((result is null) = (drawn_at is null)),
  check ((public_number is null) = (public_number_at is null))
);

-- The state table of the program once more (rules/draw/room.ts); a test compares both.
create table inspection.draw_move (from_state text not null, to_state text not null, primary key (from_state, to_state));
insert into inspection.draw_move (from_state, to_state)
select from_state, unnest(to_states::text[]) from (values
  ('preparing', '{promising, voided}'),
  ('promising', '{opening, voided}'),
  ('opening', '{drawing, voided}'),
  ('drawing', '{published, voided}'),
  ('published', '{closed, voided}')
) as known (from_state, to_states);
grant select on inspection.draw_move to yzt_app;

create function inspection.guard_draw() returns trigger language plpgsql as $$
begin
  if new.state is distinct from old.state and not exists (
    select from inspection.draw_move m where m.from_state = old.state and m.to_state = new.state)
  then raise exception 'a draw cannot go from % to %', old.state, new.state using errcode = '23514', constraint = 'known_move'; end if;
  if (old.manifest is not null and (new.manifest, new.manifest_hash, new.frozen_at, new.approved_by)
      is distinct from (old.manifest, old.manifest_hash, old.frozen_at, old.approved_by))
    or (old.result is not null and (new.result, new.drawn_at) is distinct from (old.result, old.drawn_at))
    or (old.public_number is not null and (new.public_number, new.public_number_at)
      is distinct from (old.public_number, old.public_number_at))
  then raise exception 'what was published of a draw never changes' using errcode = '23514', constraint = 'draw_published'; end if;
  return new;
end $$;
create trigger guard before update on inspection.draw for each row execute function inspection.guard_draw();
create trigger never_removed before delete on inspection.draw for each row execute function platform.refuse_change();

create table inspection.draw_party (
  draw_id text not null references inspection.draw,
  id text not null check (id ~ '^p[1-9][0-9]?$'),
  name text not null check (char_length(name) between 1 and 60),
  -- A member of staff by account; null: a representative from outside, by a link.
  staff_id uuid,
  post text,
  primary key (draw_id, id),
  check ((staff_id is null) = (post is null))
);
create table inspection.draw_exclusion (
  draw_id text not null references inspection.draw,
  object text not null,
  by text not null,
  reason text not null check (reason <> ''),
  at timestamptz not null,
  primary key (draw_id, object)
);
create table inspection.draw_recusal (
  draw_id text not null references inspection.draw,
  officer text not null,
  object text not null,
  by text not null,
  reason text not null check (reason <> ''),
  at timestamptz not null,
  primary key (draw_id, officer, object)
);
create table inspection.draw_commitment (
  draw_id text not null,
  party text not null,
  commitment text not null check (commitment ~ '^[0-9a-f]{64}$'),
  at timestamptz not null,
  primary key (draw_id, party),
  foreign key (draw_id, party) references inspection.draw_party
);
create table inspection.draw_opening (
  draw_id text not null,
  party text not null,
  secret text not null check (secret ~ '^[0-9a-f]{64}$'),
  at timestamptz not null,
  primary key (draw_id, party),
  foreign key (draw_id, party) references inspection.draw_commitment
);
-- 公示: what the public reads of the course of a draw, in plain words.
create table inspection.draw_entry (
  id bigint generated always as identity primary key,
  draw_id text not null references inspection.draw,
  at timestamptz not null,
  kind text not null check (kind in ('frozen', 'promised', 'opened', 'publicNumber', 'drawn', 'void', 'repeat', 'outcomes', 'closed')),
  words text not null check (words <> '')
);
create index draw_entry_of_draw on inspection.draw_entry (draw_id, id);

create table inspection.draw_outcome (
  draw_id text not null references inspection.draw,
  object text not null,
  area_code text not null,
  outcome text not null check (outcome in ('clear', 'rectify', 'filed', 'unreachable', 'closedDown')),
  checked_on date not null,
  by text not null,
  noted_at timestamptz not null,
  published_at timestamptz,
  primary key (draw_id, object)
);
-- 逾期告警 of the results' publication; one a draw, shop and kind.
create table inspection.draw_alarm (
  draw_id text not null references inspection.draw,
  object text not null,
  kind text not null check (kind in ('unpublished', 'unvisited')),
  due date not null,
  at timestamptz not null,
  primary key (draw_id, object, kind)
);

do $$
declare guarded text;
begin
  foreach guarded in array array['draw_party', 'draw_exclusion', 'draw_recusal', 'draw_commitment', 'draw_opening', 'draw_entry', 'draw_alarm'] loop
    execute format('create trigger append_only before update or delete on inspection.%I
      for each row execute function platform.refuse_change()', guarded);
  end loop;
end $$;
create function inspection.guard_outcome() returns trigger language plpgsql as $$
begin
  if old.published_at is not null or (new.draw_id, new.object, new.outcome, new.checked_on) is distinct from (old.draw_id, old.object, old.outcome, old.checked_on)
  then raise exception 'an outcome is noted once and published once' using errcode = '23514', constraint = 'outcome_once'; end if;
  return new;
end $$;
create trigger guard before update on inspection.draw_outcome for each row execute function inspection.guard_outcome();
create trigger never_removed before delete on inspection.draw_outcome for each row execute function platform.refuse_change();

-- From its freezing on a draw is everybody's; before, the bureau's.
create function inspection.sees_draw(asked text) returns boolean language sql stable parallel safe as $$
  select exists (select from inspection.draw d where d.id = asked)
$$;
do $$
declare guarded text;
begin
  foreach guarded in array array['draw', 'draw_party', 'draw_exclusion', 'draw_recusal', 'draw_commitment', 'draw_opening',
    'draw_entry', 'draw_outcome', 'draw_alarm', 'shop_class'] loop
    execute format('alter table inspection.%I enable row level security', guarded);
    execute format('alter table inspection.%I force row level security', guarded);
    if guarded = 'draw' then
      create policy by_area_or_public on inspection.draw using (platform.in_scope(area_code) or frozen_at is not null);
    elsif guarded = 'draw_outcome' then
      create policy by_area on inspection.draw_outcome using (platform.in_scope(area_code));
      create policy published on inspection.draw_outcome for select using (published_at is not null);
    elsif guarded = 'shop_class' then
      create policy by_area on inspection.shop_class using (platform.in_scope(area_code));
    else
      execute format('create policy by_draw on inspection.%I using (inspection.sees_draw(draw_id))', guarded);
    end if;
  end loop;
end $$;

grant select on all tables in schema inspection to yzt_app;
grant insert on inspection.shop_class, inspection.draw_number, inspection.draw, inspection.draw_party, inspection.draw_exclusion,
  inspection.draw_recusal, inspection.draw_commitment, inspection.draw_opening, inspection.draw_entry, inspection.draw_outcome,
  inspection.draw_alarm to yzt_app;
grant update (last) on inspection.draw_number to yzt_app;
grant update (class, noted_at) on inspection.shop_class to yzt_app;
grant update (state, manifest, manifest_hash, approved_by, frozen_at, public_number, public_number_at, result, drawn_at)
  on inspection.draw to yzt_app;
grant update (published_at) on inspection.draw_outcome to yzt_app;
