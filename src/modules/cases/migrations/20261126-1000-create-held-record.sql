-- 现场笔录 that the rules did not take: kept sealed as it was written, until somebody in the office has dealt with it.
create table cases.held_record (
  id uuid primary key,
  case_no text not null references cases.case,
  kind text not null check (kind in ('record', 'confirm')),
  act text not null,
  why text not null,
  by text not null,
  held_at timestamptz not null,
  settled_by text,
  settled_at timestamptz,
  settled_note text,
  check ((settled_by is null) = (settled_at is null) and (settled_by is null) = (settled_note is null))
);
create index held_record_of_case on cases.held_record (case_no, held_at);
create function cases.guard_held_record() returns trigger language plpgsql as $$
begin
  if old.settled_by is not null then raise exception 'settled already' using errcode = '23514', constraint = 'held_once'; end if;
  return new;
end $$;
create trigger guard before update on cases.held_record for each row execute function cases.guard_held_record();
create trigger never_removed before delete on cases.held_record for each row execute function platform.refuse_change();
alter table cases.held_record enable row level security;
alter table cases.held_record force row level security;
create policy by_case on cases.held_record using (cases.sees_case(case_no));
grant select, insert on cases.held_record to yzt_app;
grant update (settled_by, settled_at, settled_note) on cases.held_record to yzt_app;
