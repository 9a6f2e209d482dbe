-- 价格表两人经手: one reads it in, another compares it with the paper of the provincial bureau; only then prices come from it.
alter table cases.price_list add column approved_by text check (approved_by like 'staff:%');
alter table cases.price_list add column approved_at timestamptz;
alter table cases.price_list add constraint price_list_approved check ((approved_by is null) = (approved_at is null));
alter table cases.price_list add constraint price_list_by_two check (approved_by is null or approved_by <> imported_by);
-- Lists that were used before this rule stay in use, and say who read them in.
update cases.price_list set approved_by = 'staff:00000000-0000-0000-0000-000000000000', approved_at = imported_at;
create function cases.guard_price_list() returns trigger language plpgsql as $$
begin
  if old.approved_by is not null
    or to_jsonb(new) - 'approved_by' - 'approved_at' is distinct from to_jsonb(old) - 'approved_by' - 'approved_at'
  then raise exception 'a price list is not changed' using errcode = '23514', constraint = 'price_list_kept'; end if;
  return new;
end $$;
create trigger guard before update on cases.price_list for each row execute function cases.guard_price_list();
grant update (approved_by, approved_at) on cases.price_list to yzt_app;

-- 网络案件: what is known of the group of linked cases, each time anew; the last row counts.
create table cases.network_fact (
  case_no text not null references cases.case,
  n integer not null check (n >= 1),
  links integer not null check (links >= 0),
  layers integer not null check (layers >= 0),
  areas integer not null check (areas >= 0),
  provinces integer not null check (provinces >= 0),
  arrested integer not null check (arrested >= 0),
  sentenced integer not null check (sentenced >= 0),
  -- Of the whole group, where it is more than this case alone; fen and 支.
  value bigint not null check (value >= 0),
  sticks bigint not null check (sticks >= 0),
  -- 依据: which cases and papers say so.
  evidence text not null check (evidence <> ''),
  by text not null check (by like 'staff:%'),
  at timestamptz not null,
  primary key (case_no, n)
);
create trigger append_only before update or delete on cases.network_fact for each row execute function platform.refuse_change();
alter table cases.network_fact enable row level security;
alter table cases.network_fact force row level security;
create policy by_case on cases.network_fact using (cases.sees_case(case_no));
grant select, insert on cases.network_fact to yzt_app;
