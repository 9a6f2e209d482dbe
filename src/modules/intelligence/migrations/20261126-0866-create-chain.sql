-- 信息链: what is known (fragments), supposed (hypotheses) and missing (gaps) about a clue or case, and who asks whom for what by when.
-- Words are sealed: they name people. Nothing is said without a source.
create schema if not exists intelligence;

create table intelligence.chain_number (year integer primary key, last integer not null check (last >= 1));
create table intelligence.chain (
  id text primary key check (id ~ '^LT-\d{4}-\d{4}$'),
  matter bigint not null references intelligence.graph_node,
  title_sealed text not null,
  area_code text not null check (area_code ~ '^\d{6}$'),
  opened_by text not null check (opened_by like 'staff:%'),
  opened_at timestamptz not null
);
create index chain_of_matter on intelligence.chain (matter, opened_at desc);
create table intelligence.chain_item (
  id bigint generated always as identity primary key,
  chain_id text not null references intelligence.chain,
  kind text not null check (kind in ('fragment', 'hypothesis', 'gap')),
  text_sealed text not null,
  -- A fragment rests on relations of the graph, a hypothesis or gap on items of its chain.
  edges bigint[] not null,
  items bigint[] not null,
  state text not null default 'open' check (state in ('open', 'held', 'refuted', 'filled')),
  reason_sealed text,
  area_code text not null check (area_code ~ '^\d{6}$'),
  by text not null check (by like 'staff:%'),
  at timestamptz not null,
  constraint nothing_without_source check (case kind when 'fragment' then cardinality(edges) > 0 and cardinality(items) = 0
    else cardinality(items) > 0 and cardinality(edges) = 0 end),
  check ((state = 'open') = (reason_sealed is null))
);
create index chain_item_of_chain on intelligence.chain_item (chain_id, id);
create table intelligence.chain_task (
  id bigint generated always as identity primary key,
  chain_id text not null references intelligence.chain,
  -- The gap it is to fill.
  item_id bigint not null references intelligence.chain_item,
  words_sealed text not null,
  due_on date not null,
  answer_sealed text,
  area_code text not null check (area_code ~ '^\d{6}$'),
  by text not null check (by like 'staff:%'),
  at timestamptz not null,
  answered_by text check (answered_by like 'staff:%'),
  answered_at timestamptz,
  check ((answer_sealed is null) = (answered_by is null) and (answered_by is null) = (answered_at is null))
);
create index chain_task_of_chain on intelligence.chain_task (chain_id, id);

do $$
declare name text;
begin
  foreach name in array array['chain', 'chain_item', 'chain_task'] loop
    execute format('alter table intelligence.%I enable row level security', name);
    execute format('alter table intelligence.%I force row level security', name);
    execute format('create policy by_county on intelligence.%I using ((select current_setting(''app.areas'', true)) = ''*''
      or area_code = any ((select string_to_array(current_setting(''app.areas'', true), '',''))::text[]))', name);
  end loop;
end $$;
grant select, insert on intelligence.chain_number, intelligence.chain, intelligence.chain_item, intelligence.chain_task to yzt_app;
grant update (last) on intelligence.chain_number to yzt_app;
grant update (state, reason_sealed) on intelligence.chain_item to yzt_app;
grant update (answer_sealed, answered_by, answered_at) on intelligence.chain_task to yzt_app;
