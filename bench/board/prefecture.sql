-- A prefecture's year (模拟数据): 7 counties of 10 towns, 20,000 shops, 1,400 terminals, 24,000 applications, 15,000 visits, 8,000 alerts,
-- 4,000 clues, 1,500 cases. Loaded as the superuser with triggers off: what is measured is reading.
set session_replication_role = replica;
select setseed(0.43);
create temp table town as
  select c * 100 + t as n, '44078' || c as county, '44078' || c || lpad((100 + t)::text, 3, '0') as code,
    112.0 + (c % 4) * 0.35 + (t % 4) * 0.08 as lng, 21.9 + (c / 4) * 0.35 + (t / 4) * 0.08 as lat
  from generate_series(1, 7) c, generate_series(0, 9) t;
insert into registry.area (code, name, kind, parent_code) select distinct county, '模拟县' || county, 'county', null from town;
insert into registry.area (code, name, kind, parent_code, lng, lat) select code, '模拟镇' || n, 'town', county, lng, lat from town;
create temp table shop as
  select s as n, t.county || '1' || lpad(s::text, 5, '0') as no, t.code as town, t.county,
    t.lng + (random() - 0.5) * 0.1 as lng, t.lat + (random() - 0.5) * 0.1 as lat, date '2021-01-01' + (random() * 1500)::int as since
  from generate_series(1, 20000) s join town t on t.n = (1 + s % 7) * 100 + (s / 7) % 10;
insert into registry.retailer (licence_no, shop_name, operator_name, operator_index, operator_id_sealed, operator_id_masked, area_code,
  business_format, market_type, subject_kind, scope, licensed_on, licence_state, valid_from, valid_to)
select no, '模拟店' || n, '模拟', 'p' || n, 'x', 'x', town, '食杂店', 'rural', 'individual', '{卷烟}', since, 'valid', since, since + 1825 from shop;
insert into registry.premises (retailer_id, area_code, operator_index, address, address_key, lng, lat)
select r.id, r.area_code, r.operator_index, '模拟路' || s.n, 'a' || s.n, s.lng, s.lat from registry.retailer r join shop s on s.no = r.licence_no;
insert into registry.service_point (code, name, kind, area_code, lng, lat, opened_on)
select 'T' || k, '模拟点' || k, case when k % 200 = 0 then 'hall' when k % 10 = 0 then 'village' else 'kiosk' end, t.code,
  t.lng + (random() - 0.5) * 0.08, t.lat + (random() - 0.5) * 0.08, '2025-01-01'
from generate_series(1, 1400) k join town t on t.n = (1 + k % 7) * 100 + (k / 7) % 10;
insert into access.terminal (id, code, name, area_code, state, proposed_by, proposed_at, confirmed_by, confirmed_at, public_key)
select gen_random_uuid(), p.code, p.name, p.area_code, 'active', '00000000-0000-4000-8000-000000000001', now(),
  '00000000-0000-4000-8000-000000000002', now(), '04' || repeat('a', 128) from registry.service_point p;
insert into access.terminal_pulse (terminal_id, seen_at, version, reader, printer, paper, pending_acts, disk_free_mb, faults)
select id, now() - random() * interval '20 minutes', '1', 'ok', 'ok', 'ok', 0, 1000, '{}' from access.terminal;
create temp table app as
  select a as k, s.*, current_date - (random() * 364)::int as day, random() as luck, (1 + random() * 5)::int as took from generate_series(1, 24000) a
  join shop s on s.n = 1 + (a * 7919) % 20000;
insert into licensing.application (application_no, service, licence_no, shop_name, area_code, person_index, state, outcome, timely, received_at,
  received_on, captured_at, started_at, accepted_on, decided_on, decide_by, channel, terminal_id, session_id, method, answers_sealed,
  deliver_mode, consent_version, signature_sealed, deemed_after)
select 'R' || to_char(day, 'YYYYMMDD') || '-' || lpad(k::text, 6, '0'), (array['renewal', 'change', 'reissue', 'suspend'])[1 + k % 4], no, 'x', town,
  'p', 'archived', 'person', true, day + time '09:00', day, day + time '09:00', day + time '08:50' + luck * interval '5 minutes', day,
  case when day + took < current_date then day + took end, day + 12,
  (array['terminal', 'terminal', 'online', 'window', 'helper'])[1 + k % 5],
  case when k % 5 < 2 then (select id::text from access.terminal offset k % 1400 limit 1) end, 's', 'card', 'x', 'electronic', '1', 'x', day + 60 from app;
insert into licensing.decision (application_no, licence_no, result, decided_as, decided_by, decided_on, decided_at, opinion)
select application_no, licence_no, 'grant', case when random() < 0.7 then 'machine' else 'law' end, 'system:x', decided_on, decided_on + time '10:00', ''
from licensing.application where decided_on is not null;
insert into delivery.item (item_no, application_no, licence_no, area_code, service, result, mode, state, serve_by, received_at, served_on)
select 'S' || row_number() over (), application_no, licence_no, area_code, service, 'grant', 'electronic',
  case when random() < 0.05 then 'collected' else 'confirmed' end, decided_on + 14, decided_on + time '11:00', decided_on + (random() * 10)::int
from licensing.application where decided_on is not null;
create temp table visit as select v as k, s.*, current_date - (random() * 364)::int as day, random() as luck
  from generate_series(1, 15000) v join shop s on s.n = 1 + (v * 6151) % 20000;
insert into inspection.task (id, licence_no, area_code, kind, source, reasons, checklist, basis, hours, due_by, state, visit_on, officers,
  proposed_by, proposed_at, approved_by, approved_at)
select 'RW-2026-' || lpad(k::text, 6, '0'), no, town, 'regular', 'person', '{x}', '{x}', '[]', case when luck < 0.3 then 'off' else 'office' end, day + 5,
  'closed', day, '{00000000-0000-4000-8000-000000000001,00000000-0000-4000-8000-000000000002}', 'staff:1', day, 'staff:2', day from visit;
insert into inspection.finding (task_id, licence_no, area_code, outcome, checked_on, by, at)
select 'RW-2026-' || lpad(k::text, 6, '0'), no, town, case when luck < 0.03 then 'filed' else 'clear' end, day, 'staff:1', day + time '15:00' from visit;
insert into monitoring.alert (id, kind, subject_kind, subject, area_code, score, reasons, evidence, state, raised_at, renewed_at, expires_at,
  verdict_reason, triaged_by, triaged_at)
select gen_random_uuid(), 'M01', 'retailer', no, town, random(), '{M01}', '[]', case when k % 5 = 0 then 'open' when k % 3 = 0 then 'false' else 'true' end,
  now() - random() * interval '364 days', now(), now(), 'x', 'staff:1', now() - random() * interval '360 days'
from generate_series(1, 8000) k join shop s on s.n = k * 2;
insert into intelligence.clue (no, source, matter, area_code, text_sealed, state, received_at, received_on, due_on, outcome, decided_on, closed_on, taken_by)
select 'XS-2026-' || lpad(k::text, 6, '0'), 'desk', 'transport', town, 'x', 'closed', now(), day, day + 7, case when k % 4 = 0 then 'converted' else 'unfounded' end,
  day + k % 9, day + 10, 'staff:1'
from (select k, s.town, current_date - 20 - (random() * 340)::int as day from generate_series(1, 4000) k join shop s on s.n = k * 3) one;
insert into cases.case (no, path, state, area_code, violation, about, origin, party_shown, filed_on, opened_by, opened_on, opened_at, due_on, due_clock)
select 'AJ-2026-' || lpad(k::text, 6, '0'), 'ordinary', 'investigating', town, 'P01', '模拟', 'finding', '模*', day + 2, 'staff:1', day, day + time '12:00',
  day + 90, 'x' from (select k, s.town, current_date - (random() * 364)::int as day from generate_series(1, 1500) k join shop s on s.n = k * 5) one;
insert into cases.price_list (version, province, issuer, basis, effective, sure, imported_by, imported_at)
  values ('模拟', '44', '模拟', '模拟', '2020-01-01', 'design', 'x', now());
insert into cases.price (version, source, kind, brand, price) values ('模拟', 'averageRetail', 'cigarette', '', 15000);
insert into cases.goods_lot (lot_no, case_no, area_code, custody, kind, brand, seized_at, held_on, place, held, stored)
select 'WP-2026-' || lpad((row_number() over ())::text, 6, '0'), no, area_code, 'confiscated', 'cigarette', '', '模拟', opened_on, '模拟', 1000, 1000
from cases.case, generate_series(1, 3);
insert into platform.announcement (event, payload) select (array['licensing.x', 'inspection.x', 'monitoring.x', 'cases.x'])[1 + k % 4], '{}'
from generate_series(1, 60000) k;
analyze;
