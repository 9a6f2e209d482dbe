-- 设置码: with it a new colleague, or one whose password or phone was lost, sets both factors himself; nobody else ever knows them.
-- The code is derived from the id and is not kept; its hash finds the row.
create table access.staff_setup (
  id uuid primary key,
  staff_id uuid not null references access.staff,
  code_hash text not null unique check (length(code_hash) = 64),
  issued_by uuid not null references access.staff,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  voided_at timestamptz,
  constraint staff_setup_not_own check (issued_by <> staff_id)
);
create index staff_setup_of_staff on access.staff_setup (staff_id, issued_at desc);
alter table access.staff_setup enable row level security;
alter table access.staff_setup force row level security;
create policy nobody on access.staff_setup using (access.everything_in_scope());
grant select, insert on access.staff_setup to yzt_app;
grant update (used_at, voided_at) on access.staff_setup to yzt_app;
