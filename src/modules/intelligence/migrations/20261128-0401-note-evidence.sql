-- 属实预警的证据已进入关系图: which alerts were told to it, so that the night can tell those that were judged before it existed or whose telling was lost.
create table intelligence.evidence_told (
  alert_id uuid primary key,
  area_code text not null check (area_code ~ '^\d{6}(\d{3}){0,2}$'),
  told_at timestamptz not null
);
alter table intelligence.evidence_told enable row level security;
alter table intelligence.evidence_told force row level security;
create policy by_area on intelligence.evidence_told using (platform.in_scope(area_code));
create trigger never_changed before update or delete on intelligence.evidence_told for each row execute function platform.refuse_change();
grant select, insert on intelligence.evidence_told to yzt_app;
