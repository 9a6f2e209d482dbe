-- A county's graph of one million edges (模拟数据): persons with telephones, parcels between telephones, places, plates, clues and cases.
-- Who is used more is used much more: a few telephones of couriers have thousands of parcels.
select setseed(0.42);
set app.areas = '*';
insert into intelligence.graph_node (id, kind, key, label, area_code) overriding system value
select n, case when n <= 120000 then 'person' when n <= 270000 then 'phone' when n <= 300000 then 'plate' when n <= 360000 then 'address'
    when n <= 560000 then 'waybill' when n <= 563000 then 'shop' when n <= 569000 then 'clue' else 'case' end, 'k' || n, '模拟' || n, '440785'
from generate_series(1, 573000) n;
insert into intelligence.graph_matter (node_id, open, title, area_code, changed_at)
select n, n % 5 = 0, '模拟', '440785', now() from generate_series(563001, 573000) n;
create temp table made (a bigint, b bigint, kind text, source_kind text);
insert into made select 120001 + floor(150000 * random() ^ 2), n, 'sends', 'parcel' from generate_series(360001, 560000) n;
insert into made select n, 120001 + floor(150000 * random() ^ 1.5), 'receives', 'parcel' from generate_series(360001, 560000) n;
insert into made select 1 + floor(120000 * random()), 120001 + floor(150000 * random()), 'uses', 'registry' from generate_series(1, 200000);
insert into made select 1 + floor(120000 * random()), 300001 + floor(60000 * random() ^ 1.3), 'at', 'registry' from generate_series(1, 135000);
insert into made select 1 + floor(120000 * random()), 270001 + floor(30000 * random()), 'drives', 'officer' from generate_series(1, 40000);
insert into made select 120001 + floor(150000 * random() ^ 1.5), 120001 + floor(150000 * random()), 'contacts', 'officer' from generate_series(1, 190000);
insert into made select 563001 + floor(10000 * random()), 1 + floor(360000 * random()), 'names', 'clue' from generate_series(1, 40000);
insert into intelligence.graph_edge (a, b, kind, valid_from, source_kind, source_ref, confidence, area_code, learned_at)
select a, b, kind, date '2025-01-01' + (random() * 600)::int, source_kind, 'm' || row_number() over (), 0.5 + random() / 2, '440785', now()
from made where a <> b;
update intelligence.graph_node n set degree = t.c from (select id, count(*) as c from
  (select a as id from intelligence.graph_edge union all select b from intelligence.graph_edge) e group by id) t where t.id = n.id;
select setval(pg_get_serial_sequence('intelligence.graph_node', 'id'), 600000);
