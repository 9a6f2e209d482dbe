-- 碰撞告知: who was told of a hit, when, and when he said that he had seen it. A case has two officers, so a matter has several handlers.
alter table intelligence.graph_matter add column handlers text[] not null default '{}';
update intelligence.graph_matter set handlers = array[regexp_replace(handler, '^staff:', '')] where handler is not null;
alter table intelligence.graph_matter drop column handler;
grant update (handlers) on intelligence.graph_matter to yzt_app;

create table intelligence.graph_notice (
  hit_id bigint not null references intelligence.graph_hit,
  staff_id text not null check (staff_id ~ '^[0-9a-f-]{36}$'),
  -- As the handler of a matter it touches, or as 研判 where nobody handles it yet.
  told_as text not null check (told_as in ('handler', 'analyst')),
  area_code text not null check (area_code ~ '^\d{6}$'),
  told_at timestamptz not null,
  seen_at timestamptz check (seen_at >= told_at),
  primary key (hit_id, staff_id)
);
create index graph_notice_of_staff on intelligence.graph_notice (staff_id, told_at desc) where seen_at is null;
create index graph_hit_of_high on intelligence.graph_hit (high) where state = 'open';
alter table intelligence.graph_notice enable row level security;
alter table intelligence.graph_notice force row level security;
create policy by_county on intelligence.graph_notice using ((select current_setting('app.areas', true)) = '*'
  or area_code = any ((select string_to_array(current_setting('app.areas', true), ','))::text[]));
create trigger never_removed before delete on intelligence.graph_notice for each row execute function platform.refuse_change();
grant select, insert on intelligence.graph_notice to yzt_app;
grant update (seen_at) on intelligence.graph_notice to yzt_app;
