-- 实地测量的照片: the pictures themselves, sealed, by the SM3 that the signed walk names. Those of a 新办 lie with the record of its site check.
create table registry.walk_photo (
  licence_no text not null references registry.retailer (licence_no),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  area_code text not null check (area_code ~ '^\d{6}(\d{3}){0,2}$'),
  sealed text not null,
  bytes integer not null,
  sent_by uuid not null,
  sent_at timestamptz not null,
  primary key (licence_no, digest)
);
create trigger append_only before update or delete on registry.walk_photo
  for each row execute function platform.refuse_change();
alter table registry.walk_photo enable row level security;
alter table registry.walk_photo force row level security;
create policy by_area on registry.walk_photo using (platform.in_scope(area_code));
grant select, insert on registry.walk_photo to yzt_app;
