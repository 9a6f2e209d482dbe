-- 证据、笔录、文书 of a case. Nothing here is ever changed or removed; a record gets its second signature once.
create table cases.evidence (
  id uuid primary key,
  case_no text not null references cases.case,
  n integer not null check (n >= 1),
  kind text not null check (kind in ('document', 'thing', 'audiovisual', 'electronic', 'witness', 'party', 'expert', 'record')),
  title text not null check (title <> ''),
  source text not null,
  place text not null,
  taken_on date not null,
  taken_by text not null,
  -- SM3 of the bytes as they were taken; the store keeps them sealed under a digest of its own.
  digest text not null check (length(digest) = 64),
  bytes integer not null check (bytes > 0),
  media text not null,
  stored_digest text not null check (length(stored_digest) = 64),
  stored_bytes integer not null,
  at timestamptz not null,
  unique (case_no, n),
  unique (case_no, digest)
);
-- 保管链: who had it from whom, when and why.
create table cases.custody (
  evidence_id uuid not null references cases.evidence,
  n integer not null check (n >= 1),
  at timestamptz not null,
  by text not null,
  act text not null check (act in ('taken', 'stored', 'lent', 'returned', 'tested', 'transferred')),
  words text not null,
  primary key (evidence_id, n)
);
-- 询问笔录、检查笔录: written by one officer, signed by the party, confirmed by the other under his own account.
create table cases.record (
  id uuid primary key,
  case_no text not null references cases.case,
  kind text not null check (kind in ('questioning', 'inspection')),
  content text not null,
  digest text not null check (length(digest) = 64),
  by text not null,
  at timestamptz not null,
  second_by text,
  second_at timestamptz,
  constraint record_by_two check (second_by is null or second_by <> by)
);
create table cases.paper_number (
  mark text not null,
  year integer not null,
  last integer not null check (last >= 1),
  primary key (mark, year)
);
create table cases.paper (
  id uuid primary key,
  case_no text not null references cases.case,
  kind text not null,
  mark text not null,
  year integer not null,
  serial integer not null,
  number text not null unique,
  title text not null,
  -- The step it was made by.
  step_n integer not null,
  -- The words as issued, sealed: they name persons.
  content text not null,
  digest text not null,
  signature text not null,
  key_id text not null,
  issued_on date not null,
  issued_at timestamptz not null,
  unique (mark, year, serial),
  foreign key (case_no, step_n) references cases.step (case_no, n)
);
create index paper_of_case on cases.paper (case_no, issued_at);

create function cases.guard_record() returns trigger language plpgsql as $$
begin
  if old.second_by is not null
    or to_jsonb(new) - 'second_by' - 'second_at' is distinct from to_jsonb(old) - 'second_by' - 'second_at'
  then raise exception 'a record is not changed' using errcode = '23514', constraint = 'record_kept'; end if;
  return new;
end $$;
create trigger guard before update on cases.record for each row execute function cases.guard_record();
create trigger never_removed before delete on cases.record for each row execute function platform.refuse_change();
do $$
declare guarded text;
begin
  foreach guarded in array array['evidence', 'custody', 'paper'] loop
    execute format('create trigger append_only before update or delete on cases.%I for each row execute function platform.refuse_change()', guarded);
  end loop;
  foreach guarded in array array['evidence', 'record', 'paper'] loop
    execute format('alter table cases.%I enable row level security', guarded);
    execute format('alter table cases.%I force row level security', guarded);
    execute format('create policy by_case on cases.%I using (cases.sees_case(case_no))', guarded);
  end loop;
end $$;
alter table cases.custody enable row level security;
alter table cases.custody force row level security;
create policy by_evidence on cases.custody using (exists (select from cases.evidence e where e.id = evidence_id));
grant select, insert on cases.evidence, cases.custody, cases.record, cases.paper, cases.paper_number to yzt_app;
grant update (second_by, second_at) on cases.record to yzt_app;
grant update (last) on cases.paper_number to yzt_app;
