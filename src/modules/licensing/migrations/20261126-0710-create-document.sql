-- 申请材料: what an applicant gives. The file lies sealed in the file store under `file_digest`; `digest` is the SM3 of the
-- clean bytes, so that anybody sees whether it is still the same. No name of a file is kept: people write names into it.
create table licensing.document (
  id uuid primary key,
  -- Whose matter it is; until the application stands, person, service and licence are its key, as of a draft.
  person_index text not null check (length(person_index) = 64),
  service text not null check (service in ('issue', 'renewal', 'change', 'suspend', 'resume', 'reissue', 'close')),
  licence_no text,
  application_no text references licensing.application,
  kind text not null,
  media text not null check (media in ('image/jpeg', 'image/png', 'application/pdf')),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  bytes integer not null check (bytes > 0),
  file_digest text not null check (file_digest ~ '^[0-9a-f]{64}$'),
  file_bytes integer not null check (file_bytes > 0),
  channel text not null check (channel in ('terminal', 'online', 'window', 'helper')),
  given_by text not null,
  given_at timestamptz not null,
  ended_at timestamptz
);
-- The same page sent twice is one page.
create unique index document_once on licensing.document (person_index, service, licence_no, application_no, kind, digest)
  nulls not distinct where ended_at is null;
create index document_of_application on licensing.document (application_no) where ended_at is null;

-- A part of a file on its way over a slow network: sealed, and gone with the last part or after a day.
create table licensing.upload_part (
  upload_id uuid not null,
  person_index text not null check (length(person_index) = 64),
  part integer not null check (part between 0 and 99),
  content_sealed text not null,
  at timestamptz not null,
  primary key (upload_id, person_index, part)
);
create index upload_part_age on licensing.upload_part (at);

-- What lies in a file is neither changed nor taken away; before that the person may think better of it.
create function licensing.keep_document() returns trigger language plpgsql as $$
begin
  if old.application_no is not null
  then raise exception 'a document of a file is never changed' using errcode = '42501'; end if;
  return new;
end $$;
create trigger keep_document before update on licensing.document
  for each row execute function licensing.keep_document();
create trigger never_removed before delete on licensing.document
  for each row execute function platform.refuse_change();

alter table licensing.document enable row level security;
alter table licensing.document force row level security;
create policy by_person_or_file on licensing.document
  using (platform.is_person(person_index) or (application_no is not null and licensing.sees_application(application_no)));
alter table licensing.upload_part enable row level security;
alter table licensing.upload_part force row level security;
create policy by_person on licensing.upload_part
  using (platform.is_person(person_index) or current_setting('app.areas', true) = '*');

grant select, insert on licensing.document to yzt_app;
grant update (application_no, ended_at) on licensing.document to yzt_app;
grant select, insert, delete on licensing.upload_part to yzt_app;
