-- 协作单位: agencies, the named people who answer for them, and what was agreed with each. Default deny: without an agreement in
-- force nothing goes out, and it is asked anew at each look.
create schema partners;
grant usage on schema partners to yzt_app;

-- Colleagues of one county know its agencies, whether they serve a town or the whole county.
create function partners.same_county(areas text[]) returns boolean language sql stable parallel safe as $$
  select current_setting('app.areas', true) = '*' or exists (
    select from unnest(areas) as theirs, unnest(string_to_array(current_setting('app.areas', true), ',')) as mine
    where left(theirs, 6) = left(mine, 6))
$$;

create table partners.agency (
  id uuid primary key,
  kind text not null check (kind in ('economicPolice', 'policeStation', 'antiSmuggling', 'coastGuard', 'market', 'procuratorate',
    'court', 'post', 'transport', 'town', 'education')),
  name text not null check (char_length(name) between 2 and 60),
  -- County or towns it answers for.
  areas text[] not null check (cardinality(areas) between 1 and 20),
  -- 收件公钥: hand-over packages are sealed to it; exchanged by people.
  public_key text check (public_key ~ '^04[0-9a-f]{128}$'),
  state text not null default 'active' check (state in ('active', 'closed')),
  added_by text not null,
  added_at timestamptz not null
);
create unique index agency_name on partners.agency (name) where state = 'active';

-- 联系人: who answers for it by name. The telephone lies sealed; lists show the mask.
create table partners.contact (
  id uuid primary key,
  agency_id uuid not null references partners.agency,
  name text not null check (char_length(name) between 1 and 30),
  duty text not null check (char_length(duty) between 1 and 60),
  phone_sealed text not null check (phone_sealed like 'v1.%'),
  phone_masked text not null check (phone_masked ~ '^\*+[0-9]{4}$'),
  -- access owns the account; a contact may have none (networks that do not meet).
  account_id uuid,
  state text not null default 'active' check (state in ('active', 'closed')),
  added_by text not null,
  added_at timestamptz not null
);
create index contact_of_agency on partners.contact (agency_id) where state = 'active';
create unique index contact_of_account on partners.contact (account_id) where account_id is not null and state = 'active';

create table partners.number (kind text not null, year integer not null, last integer not null check (last >= 1), primary key (kind, year));

-- 协作约定: proposed by one, confirmed by another; never altered, only ended early. A change is a new one.
create table partners.agreement (
  no text primary key check (no ~ '^XY-\d{4}-\d{4}$'),
  agency_id uuid not null references partners.agency,
  contact_id uuid not null references partners.contact,
  purpose text not null check (char_length(purpose) between 6 and 300),
  items text[] not null check (cardinality(items) > 0),
  fields text[] not null check (cardinality(fields) > 0),
  monthly_quota integer not null check (monthly_quota between 1 and 10000),
  -- 每日查看上限: bulk reading is refused and told to us.
  daily_reads integer not null check (daily_reads between 1 and 100000),
  -- 逐件复核: each release needs another person beside the officer.
  second_hand boolean not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  state text not null default 'proposed' check (state in ('proposed', 'agreed', 'rejected')),
  proposed_by text not null,
  proposed_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  withdrawn_by text,
  withdrawn_at timestamptz,
  withdrawn_why text check (char_length(withdrawn_why) between 2 and 300),
  constraint agreement_days check (ends_at > starts_at and ends_at <= starts_at + interval '366 days'),
  constraint agreement_two_people check (decided_by <> proposed_by),
  check ((state = 'proposed') = (decided_by is null)),
  check ((decided_by is null) = (decided_at is null)),
  check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_why is null)),
  check (withdrawn_at is null or state = 'agreed')
);
create index agreement_of_agency on partners.agreement (agency_id, ends_at desc);

-- The first word on an agreement stands: whoever wants another signs another.
create function partners.guard_agreement() returns trigger language plpgsql as $$
begin
  if old.state <> 'proposed' and new.state <> old.state then
    raise exception 'an agreement is decided once' using errcode = '23514', constraint = 'agreement_decided_once'; end if;
  if old.withdrawn_at is not null and new.withdrawn_at is distinct from old.withdrawn_at then
    raise exception 'an agreement that was withdrawn stays so' using errcode = '23514', constraint = 'agreement_stays_withdrawn'; end if;
  return new;
end $$;
create trigger guard before update on partners.agreement for each row execute function partners.guard_agreement();
create trigger never_removed before delete on partners.agreement for each row execute function platform.refuse_change();

alter table partners.agency enable row level security;
alter table partners.agency force row level security;
create policy county_or_own on partners.agency using (partners.same_county(areas) or platform.is_agency(id));
create function partners.sees_agency(asked uuid) returns boolean language sql stable parallel safe as $$
  select exists (select from partners.agency a where a.id = asked)
$$;
alter table partners.contact enable row level security;
alter table partners.contact force row level security;
create policy by_agency on partners.contact using (partners.sees_agency(agency_id));
alter table partners.agreement enable row level security;
alter table partners.agreement force row level security;
create policy by_agency on partners.agreement using (partners.sees_agency(agency_id));

grant select, insert on partners.agency, partners.contact, partners.number, partners.agreement to yzt_app;
grant update (last) on partners.number to yzt_app;
grant update (name, areas, public_key, state) on partners.agency to yzt_app;
grant update (name, duty, phone_sealed, phone_masked, account_id, state) on partners.contact to yzt_app;
grant update (state, decided_by, decided_at, withdrawn_by, withdrawn_at, withdrawn_why) on partners.agreement to yzt_app;

create view partners.published_agency with (security_invoker = true) as select id, kind, name, areas, state from partners.agency;
create view partners.published_contact with (security_invoker = true) as
  select id, agency_id, name, duty, phone_masked, account_id, state from partners.contact;
grant select on partners.published_agency, partners.published_contact to yzt_app;
