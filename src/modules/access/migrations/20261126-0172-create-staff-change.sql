-- 人员: two people make or change an account; the enforcement certificate (执法证) stands with the person; who is on duty.
alter table access.staff
  add column certificate_no text check (char_length(certificate_no) between 4 and 32),
  add column certificate_from date,
  add column certificate_to date,
  add column on_duty boolean not null default false,
  add constraint staff_certificate_whole check (
    (certificate_no is null) = (certificate_from is null) and (certificate_no is null) = (certificate_to is null)
    and (certificate_from is null or certificate_from <= certificate_to));
create unique index staff_certificate on access.staff (certificate_no) where certificate_no is not null and state = 'active';
grant update (certificate_no, certificate_from, certificate_to, on_duty) on access.staff to yzt_app;

-- Where a colleague can be reached; sealed, and apart from the staff row like the credentials.
create table access.staff_contact (
  staff_id uuid primary key references access.staff,
  phone_sealed text not null check (phone_sealed like 'v1.%')
);

-- 人员变更: proposed by the system administrator, confirmed by the security administrator. Nobody grants himself anything.
create table access.staff_change (
  id uuid primary key,
  kind text not null check (kind in ('create', 'change', 'resetCode')),
  -- Null until an account that is to be made exists.
  staff_id uuid references access.staff,
  account text not null,
  -- Town or county of the bureau whose people this is.
  areas text[] not null check (cardinality(areas) > 0),
  wanted jsonb not null,
  phone_sealed text check (phone_sealed like 'v1.%'),
  proposed_by uuid not null references access.staff,
  proposed_at timestamptz not null,
  state text not null default 'proposed' check (state in ('proposed', 'confirmed', 'rejected')),
  decided_by uuid references access.staff,
  decided_at timestamptz,
  reason text check (char_length(reason) <= 200),
  constraint staff_change_two_people check (decided_by <> proposed_by),
  constraint staff_change_not_own check (staff_id is null or (staff_id <> proposed_by and staff_id is distinct from decided_by)),
  check ((state = 'proposed') = (decided_by is null)),
  check ((decided_by is null) = (decided_at is null))
);
create unique index staff_change_open on access.staff_change (account) where state = 'proposed';
create index staff_change_of_staff on access.staff_change (staff_id, proposed_at desc);

do $$
declare guarded text;
begin
  foreach guarded in array array['staff_contact', 'staff_change'] loop
    execute format('alter table access.%I enable row level security', guarded);
    execute format('alter table access.%I force row level security', guarded);
  end loop;
end $$;
create policy nobody on access.staff_contact using (access.everything_in_scope());
create policy colleagues on access.staff_change using (access.same_county(areas));
grant select, insert on access.staff_contact, access.staff_change to yzt_app;
grant update (phone_sealed) on access.staff_contact to yzt_app;
grant update (staff_id, state, decided_by, decided_at, reason) on access.staff_change to yzt_app;

-- Later domains ask for certified officers; both dates count (行政处罚法第四十二条: 执法人员应当具有行政执法资格).
create or replace view access.published_staff with (security_invoker = true) as
  select id, account, name, roles, areas, state, certificate_no, certificate_from, certificate_to, on_duty from access.staff;
