-- 大件证据 (录像、长录音、扫描件): comes in parts, each sealed in the file store as it arrives; a list of them stands where a small piece has its file.
alter table cases.evidence add column parts integer not null default 0 check (parts between 0 and 200);
create table cases.evidence_upload (
  upload_id uuid not null,
  case_no text not null references cases.case,
  part integer not null check (part between 1 and 200),
  by text not null,
  bytes integer not null check (bytes > 0),
  stored_digest text not null check (length(stored_digest) = 64),
  stored_bytes integer not null,
  at timestamptz not null,
  primary key (upload_id, part)
);
create index evidence_upload_age on cases.evidence_upload (at);
alter table cases.evidence_upload enable row level security;
alter table cases.evidence_upload force row level security;
create policy by_case on cases.evidence_upload using (cases.sees_case(case_no));
grant select, insert, delete on cases.evidence_upload to yzt_app;
