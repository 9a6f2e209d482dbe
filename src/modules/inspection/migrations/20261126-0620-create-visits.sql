-- 现场检查: the visit of a task, as two officers' telephones tell it, with or without network. What a person wrote or drew is sealed.
create table inspection.visit (
  task_id text primary key references inspection.task,
  licence_no text not null,
  area_code text not null,
  state text not null default 'underway' check (state in ('underway', 'left', 'recorded')),
  opened_at timestamptz not null
);

-- The state table of the program once more (rules/visit/moves.ts); a test compares both.
create table inspection.visit_move (from_state text not null, to_state text not null, primary key (from_state, to_state));
insert into inspection.visit_move (from_state, to_state) values ('none', 'underway'), ('underway', 'left'), ('left', 'recorded');

create function inspection.guard_visit() returns trigger language plpgsql as $$
begin
  if new.state is distinct from old.state and not exists (
    select from inspection.visit_move m where m.from_state = old.state and m.to_state = new.state)
  then raise exception 'a visit cannot go from % to %', old.state, new.state using errcode = '23514', constraint = 'known_move'; end if;
  return new;
end $$;
create trigger guard before update on inspection.visit for each row execute function inspection.guard_visit();
create trigger never_removed before delete on inspection.visit for each row execute function platform.refuse_change();

-- 扫码入企、离企: by the licence on the wall, or by its number with the reason why not.
create table inspection.visit_scan (
  task_id text not null references inspection.visit,
  way text not null check (way in ('in', 'out')),
  by uuid not null,
  how text check (how in ('token', 'number')),
  reason text not null default '',
  captured_at timestamptz not null,
  at timestamptz not null,
  primary key (task_id, way, by),
  check ((way = 'in') = (how is not null)),
  constraint visit_number_reason check (how is distinct from 'number' or reason <> '')
);

-- 记录行: every word of each officer, never overwritten; what stands is folded from them (rules/visit/content.ts).
create table inspection.visit_line (
  id bigint generated always as identity primary key,
  task_id text not null references inspection.visit,
  kind text not null check (kind in ('enter', 'choose')),
  field text not null,
  by uuid not null,
  -- enter: the value; choose: whose value, and why.
  sealed text not null,
  captured_at timestamptz not null,
  at timestamptz not null
);
create index visit_line_of_visit on inspection.visit_line (task_id, id);

-- 条码: decoded and judged once, with the orders known on that day.
create table inspection.visit_code (
  task_id text not null references inspection.visit,
  code text not null,
  verdict text not null check (verdict in ('own', 'ownUnordered', 'ownUnknown', 'otherShop', 'otherCounty', 'unreadable')),
  licence_no text,
  sorted_on date,
  at timestamptz not null,
  primary key (task_id, code)
);

-- 照片: byte for byte as it was captured; its SM3 was taken on the telephone.
create table inspection.visit_photo (
  task_id text not null references inspection.visit,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  sealed text not null,
  bytes integer not null,
  by uuid not null,
  captured_at timestamptz not null,
  at timestamptz not null,
  primary key (task_id, digest)
);

create table inspection.visit_signature (
  id bigint generated always as identity primary key,
  task_id text not null references inspection.visit,
  who text not null check (who in ('retailer', 'refused', 'officer')),
  by uuid not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  -- Name, strokes, reason, witness, and the content that the retailer read.
  sealed text not null,
  captured_at timestamptz not null,
  at timestamptz not null,
  unique (task_id, who, by, digest)
);

-- 现场检查笔录: one a visit, numbered without gaps, signed (SM3, SM2).
create table inspection.record_number (year integer primary key, last integer not null check (last >= 1));
create table inspection.visit_record (
  task_id text primary key references inspection.visit,
  year integer not null,
  serial integer not null,
  number text not null unique,
  content text not null,
  digest text not null,
  signature text not null,
  key_id text not null,
  issued_at timestamptz not null,
  unique (year, serial)
);

create function inspection.sees_visit(asked text) returns boolean language sql stable parallel safe as $$
  select exists (select from inspection.visit v where v.task_id = asked)
$$;
alter table inspection.visit enable row level security;
alter table inspection.visit force row level security;
create policy by_area on inspection.visit using (platform.in_scope(area_code));
do $$
declare guarded text;
begin
  foreach guarded in array array['visit_scan', 'visit_line', 'visit_code', 'visit_photo', 'visit_signature', 'visit_record'] loop
    execute format('create trigger append_only before update or delete on inspection.%I
      for each row execute function platform.refuse_change()', guarded);
    execute format('alter table inspection.%I enable row level security', guarded);
    execute format('alter table inspection.%I force row level security', guarded);
    execute format('create policy by_visit on inspection.%I using (inspection.sees_visit(task_id))', guarded);
  end loop;
end $$;
grant select, insert on inspection.visit, inspection.visit_scan, inspection.visit_line, inspection.visit_code, inspection.visit_photo,
  inspection.visit_signature, inspection.visit_record, inspection.record_number to yzt_app;
grant select on inspection.visit_move to yzt_app;
grant update (state) on inspection.visit to yzt_app;
grant update (last) on inspection.record_number to yzt_app;
