-- 关系图 (reference §7): persons, phones, plates, places, waybills, codes, shops, clues and cases as nodes; who said what about two of
-- them as edges, each typed, dated, sourced, with confidence. Values lie sealed; what is shown is masked; found by keyed index.
create schema if not exists intelligence;
grant usage on schema intelligence to yzt_app;

create table intelligence.graph_node (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('person', 'phone', 'plate', 'address', 'waybill', 'account', 'shop', 'licence', 'code', 'vessel',
    'clue', 'case', 'alert', 'finding')),
  -- Keyed index of a value that is about a person; the number itself for numbers of the house's own registers.
  key text not null check (length(key) between 1 and 200),
  label text not null,
  sealed text,
  -- Persons are also found by their name alone.
  name_index text,
  -- The county: whoever works for one town only does not see the graph.
  area_code text not null check (area_code ~ '^\d{6}$'),
  lng double precision,
  lat double precision,
  -- How many edges touch it: a node of thousands is not gone through.
  degree integer not null default 0,
  unique (kind, key)
);
create index graph_node_by_name on intelligence.graph_node (name_index) where name_index is not null;

create table intelligence.graph_edge (
  id bigint generated always as identity primary key,
  a bigint not null references intelligence.graph_node,
  b bigint not null references intelligence.graph_node,
  kind text not null,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  -- The record that says so; the same record says the same thing once.
  source_kind text not null check (source_kind in ('registry', 'clue', 'case', 'alert', 'finding', 'parcel', 'partner', 'officer')),
  source_ref text not null,
  confidence real not null check (confidence > 0 and confidence <= 1),
  area_code text not null check (area_code ~ '^\d{6}$'),
  learned_at timestamptz not null,
  check (a <> b),
  constraint edge_once unique (a, b, kind, source_kind, source_ref)
);
create index graph_edge_forward on intelligence.graph_edge (a, valid_from desc);
create index graph_edge_back on intelligence.graph_edge (b, valid_from desc);
create trigger append_only before update or delete on intelligence.graph_edge
  for each row execute function platform.refuse_change();

-- 线索、案件 in the graph: open or closed, and whose they are.
create table intelligence.graph_matter (
  node_id bigint primary key references intelligence.graph_node,
  open boolean not null,
  title text not null,
  handler text check (handler <> ''),
  area_code text not null check (area_code ~ '^\d{6}$'),
  changed_at timestamptz not null
);

-- 碰撞: a new fact touches what an open clue or case knows. One row a pair, however often they meet.
create table intelligence.graph_hit (
  id bigint generated always as identity primary key,
  low bigint not null references intelligence.graph_node,
  high bigint not null references intelligence.graph_node check (high > low),
  matter bigint not null references intelligence.graph_matter,
  area_code text not null check (area_code ~ '^\d{6}$'),
  raised_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'confirmed', 'dismissed')),
  decided_by text check (decided_by like 'staff:%'),
  decided_at timestamptz,
  reason text,
  constraint hit_once unique (low, high),
  check ((state = 'open') = (decided_by is null) and (state = 'open') = (reason is null))
);
create index graph_hit_open on intelligence.graph_hit (state, raised_at desc);
create table intelligence.graph_hit_via (
  hit_id bigint not null references intelligence.graph_hit,
  via bigint not null references intelligence.graph_node,
  fresh_edge bigint not null references intelligence.graph_edge,
  known_edge bigint not null references intelligence.graph_edge,
  area_code text not null check (area_code ~ '^\d{6}$'),
  primary key (hit_id, via, fresh_edge)
);

-- 合并: an overlay over the persons, decided by people, taken back exactly. No node or edge is ever changed by it.
create table intelligence.graph_merge (
  id bigint generated always as identity primary key,
  a bigint not null references intelligence.graph_node,
  b bigint not null references intelligence.graph_node check (b > a),
  score real not null check (score between 0 and 1),
  because text[] not null,
  area_code text not null check (area_code ~ '^\d{6}$'),
  state text not null default 'proposed' check (state in ('proposed', 'merged', 'dismissed', 'undone')),
  proposed_at timestamptz not null,
  decided_by text check (decided_by like 'staff:%'),
  decided_at timestamptz,
  reason text,
  undone_by text check (undone_by like 'staff:%'),
  undone_at timestamptz,
  undone_reason text,
  check ((state = 'proposed') = (decided_by is null) and (decided_by is null) = (reason is null)),
  check ((state = 'undone') = (undone_by is not null) and (undone_by is null) = (undone_reason is null))
);
create unique index merge_once on intelligence.graph_merge (a, b) where state in ('proposed', 'merged');
create table intelligence.graph_alias (
  node_id bigint primary key references intelligence.graph_node,
  root_id bigint not null references intelligence.graph_node check (root_id <= node_id),
  area_code text not null check (area_code ~ '^\d{6}$')
);
create index graph_alias_of_root on intelligence.graph_alias (root_id);

-- 按需调阅: purpose and number of the matter before the page opens; everything looked at afterwards counts.
create table intelligence.graph_access (
  id uuid primary key,
  staff_id text not null,
  purpose text not null check (purpose in ('verify', 'investigate', 'analyse', 'supervise')),
  matter bigint not null references intelligence.graph_node,
  note text not null,
  area_code text not null check (area_code ~ '^\d{6}$'),
  opened_at timestamptz not null,
  until timestamptz not null check (until > opened_at)
);
create index graph_access_list on intelligence.graph_access (opened_at desc);
create table intelligence.graph_look (
  access_id uuid not null references intelligence.graph_access,
  node_id bigint not null references intelligence.graph_node,
  first_at timestamptz not null,
  revealed_at timestamptz,
  area_code text not null check (area_code ~ '^\d{6}$'),
  primary key (access_id, node_id)
);
create table intelligence.graph_view (
  id uuid primary key,
  staff_id text not null,
  matter bigint not null references intelligence.graph_node,
  title text not null,
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  area_code text not null check (area_code ~ '^\d{6}$'),
  saved_at timestamptz not null
);
create index graph_view_of_matter on intelligence.graph_view (matter, saved_at desc);

-- Read by the ten thousand: the scope is asked once a statement, not once a row. Codes are of counties, so equality is enough.
do $$
declare name text;
begin
  foreach name in array array['graph_node', 'graph_edge', 'graph_matter', 'graph_hit', 'graph_hit_via', 'graph_merge', 'graph_alias',
    'graph_access', 'graph_look', 'graph_view'] loop
    execute format('alter table intelligence.%I enable row level security', name);
    execute format('alter table intelligence.%I force row level security', name);
    execute format('create policy by_county on intelligence.%I using ((select current_setting(''app.areas'', true)) = ''*''
      or area_code = any ((select string_to_array(current_setting(''app.areas'', true), '',''))::text[]))', name);
  end loop;
end $$;

grant select, insert on intelligence.graph_node, intelligence.graph_edge, intelligence.graph_matter, intelligence.graph_hit,
  intelligence.graph_hit_via, intelligence.graph_merge, intelligence.graph_alias, intelligence.graph_access, intelligence.graph_look,
  intelligence.graph_view to yzt_app;
grant update (lng, lat, degree) on intelligence.graph_node to yzt_app;
grant update (open, title, handler, changed_at) on intelligence.graph_matter to yzt_app;
grant update (state, decided_by, decided_at, reason) on intelligence.graph_hit to yzt_app;
grant update (state, decided_by, decided_at, reason, undone_by, undone_at, undone_reason) on intelligence.graph_merge to yzt_app;
grant delete on intelligence.graph_alias to yzt_app;
grant update (revealed_at) on intelligence.graph_look to yzt_app;
