-- 实地核查 (行政许可法第三十四条第三款): what two verifiers saw at the premises, written by one on the spot and signed by the other under
-- his own account; only then it is a record of two people and moves the file.
create table licensing.site_record (
  id uuid primary key,
  application_no text not null references licensing.application,
  area_code text not null,
  state text not null default 'recorded' check (state in ('recorded', 'signed', 'disputed', 'replaced')),
  -- The whole record with signatures, sketch and objections, sealed.
  record_sealed text not null,
  -- SM3 of the record: what the other verifier signs.
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  recorded_by uuid not null,
  second uuid not null,
  captured_at timestamptz not null,
  recorded_at timestamptz not null,
  ended_at timestamptz,
  -- What the other verifier found otherwise.
  dispute text not null default '',
  constraint site_record_by_two check (recorded_by <> second),
  constraint site_record_ended check ((state = 'recorded') = (ended_at is null)),
  constraint site_record_dispute_said check (state <> 'disputed' or dispute <> '')
);
-- One record of a file waits for its second signature at a time.
create unique index site_record_one_open on licensing.site_record (application_no) where state = 'recorded';
create index site_record_of_file on licensing.site_record (application_no, recorded_at);

-- A record is never rewritten: it ends once.
create function licensing.guard_site_record() returns trigger language plpgsql as $$
begin
  if old.state <> 'recorded' then raise exception 'a site check ends once' using errcode = '42501'; end if;
  return new;
end $$;
create trigger ends_once before update on licensing.site_record for each row execute function licensing.guard_site_record();
create trigger never_removed before delete on licensing.site_record for each row execute function platform.refuse_change();

-- 现场照片: without metadata, sealed, named by the SM3 that the telephone computed when it was taken.
create table licensing.site_photo (
  application_no text not null references licensing.application,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  area_code text not null,
  sealed text not null,
  bytes integer not null check (bytes > 0),
  captured_at timestamptz not null,
  sent_by uuid not null,
  sent_at timestamptz not null,
  primary key (application_no, digest)
);
create trigger append_only before update or delete on licensing.site_photo
  for each row execute function platform.refuse_change();

-- 没有收下的现场记录: kept as it came, for a person in the office.
create table licensing.held_site_record (
  id uuid primary key,
  application_no text not null references licensing.application,
  area_code text not null,
  why text not null,
  sealed text not null,
  by uuid not null,
  held_at timestamptz not null,
  settled_by uuid,
  settled_at timestamptz,
  settled_note text,
  check ((settled_by is null) = (settled_at is null))
);
create index held_site_record_of_file on licensing.held_site_record (application_no);

do $$
declare guarded text;
begin
  foreach guarded in array array['site_record', 'site_photo', 'held_site_record'] loop
    execute format('alter table licensing.%I enable row level security', guarded);
    execute format('alter table licensing.%I force row level security', guarded);
    execute format('create policy by_area on licensing.%I using (platform.in_scope(area_code))', guarded);
  end loop;
end $$;
grant select, insert on licensing.site_record, licensing.site_photo, licensing.held_site_record to yzt_app;
grant update (state, ended_at, dispute) on licensing.site_record to yzt_app;
grant update (settled_by, settled_at, settled_note) on licensing.held_site_record to yzt_app;
