-- 窗口读卡: an officer asks for one reading, the enrolled device at the desk answers it with what it read, once and within minutes.
create table access.desk_reading (
  id uuid primary key,
  staff_id uuid not null references access.staff,
  area_code text not null,
  ticket_hash text not null check (length(ticket_hash) = 64),
  asked_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > asked_at),
  used_at timestamptz,
  terminal_id uuid references access.terminal,
  check ((used_at is null) = (terminal_id is null))
);
create index desk_reading_of_staff on access.desk_reading (staff_id, asked_at desc);
alter table access.desk_reading enable row level security;
alter table access.desk_reading force row level security;
create policy by_area on access.desk_reading using (platform.in_scope(area_code));
grant select, insert on access.desk_reading to yzt_app;
grant update (used_at, terminal_id) on access.desk_reading to yzt_app;
