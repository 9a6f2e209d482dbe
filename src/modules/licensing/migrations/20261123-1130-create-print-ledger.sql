-- 打印台账 and 文书: what became of every sheet of paper, and what the bureau wrote to whom.
create table licensing.print (
  id uuid primary key,
  licence_no text not null,
  licence_version integer not null,
  face text not null check (face in ('original', 'duplicate', 'query')),
  -- Counted per licence over all faces; a number is never given to a second sheet.
  copy_no integer not null check (copy_no >= 1),
  state text not null default 'reserved' check (state in ('reserved', 'printed', 'confirmed', 'failed', 'unknown')),
  area_code text not null,
  person_index text not null,
  session_id text not null,
  terminal_id text,
  -- What the sheet says besides the face: kept, so that it can be fetched again with the same bytes.
  token text not null,
  state_label text not null,
  place text not null,
  application_no text references licensing.application,
  reserved_at timestamptz not null,
  outcome_at timestamptz,
  reason text,
  constraint print_copy unique (licence_no, copy_no),
  foreign key (licence_no, licence_version) references licensing.licence_version
);

-- The last copy number given out. The row stays locked until the reservation commits: two terminals never get one number.
create table licensing.copy_number (
  licence_no text primary key references licensing.licence,
  last integer not null check (last >= 1)
);

-- 打印经过: append only; a late or repeated word of a device stands here even where it moved nothing.
create table licensing.print_event (
  id bigint generated always as identity primary key,
  print_id uuid not null references licensing.print,
  licence_no text not null,
  at timestamptz not null,
  said text not null,
  from_state text,
  to_state text not null,
  by text not null,
  reason text
);
create index print_event_of_print on licensing.print_event (print_id, id);

create function licensing.guard_print() returns trigger language plpgsql as $$
begin
  if (old.state, new.state) not in (('reserved', 'printed'), ('reserved', 'failed'), ('reserved', 'unknown'),
    ('printed', 'confirmed'), ('printed', 'unknown'), ('unknown', 'confirmed'), ('unknown', 'failed'))
  then raise exception 'a print cannot go from % to %', old.state, new.state using errcode = '23514', constraint = 'known_move'; end if;
  return new;
end $$;
create trigger known_move before update on licensing.print for each row execute function licensing.guard_print();
create trigger never_removed before delete on licensing.print for each row execute function platform.refuse_change();
create trigger append_only before update or delete on licensing.print_event
  for each row execute function platform.refuse_change();

-- 文号, one series a kind and year. The row stays locked until the paper commits: no number is lost or given twice.
create table licensing.paper_number (
  kind text not null,
  year integer not null,
  last integer not null check (last >= 1),
  primary key (kind, year)
);

create table licensing.paper (
  id uuid primary key,
  kind text not null,
  year integer not null,
  serial integer not null check (serial >= 1),
  number text not null unique,
  application_no text not null references licensing.application,
  licence_no text,
  -- The words as issued, JSON: digest and signature are over exactly this text.
  content text not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  signature text not null,
  key_id text not null,
  issued_at timestamptz not null,
  constraint paper_serial unique (kind, year, serial),
  constraint paper_once unique (application_no, kind)
);
create trigger append_only before update or delete on licensing.paper
  for each row execute function platform.refuse_change();

alter table licensing.print enable row level security;
alter table licensing.print force row level security;
create policy by_area_or_person on licensing.print
  using (platform.in_scope(area_code) or platform.is_person(person_index));
alter table licensing.print_event enable row level security;
alter table licensing.print_event force row level security;
create policy by_licence on licensing.print_event using (licensing.sees_licence(licence_no));
alter table licensing.paper enable row level security;
alter table licensing.paper force row level security;
create policy by_file on licensing.paper
  using (case when licence_no is null then licensing.sees_application(application_no) else licensing.sees_licence(licence_no) end);

grant select, insert on licensing.print, licensing.print_event, licensing.paper to yzt_app;
grant update (state, outcome_at, reason) on licensing.print to yzt_app;
grant select, insert on licensing.paper_number, licensing.copy_number to yzt_app;
grant update (last) on licensing.paper_number, licensing.copy_number to yzt_app;
