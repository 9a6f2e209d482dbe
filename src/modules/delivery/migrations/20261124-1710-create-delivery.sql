-- 送达、送证上门、帮办预约: what is to be handed over, who carried it, how it was proved.
create schema delivery;
grant usage on schema delivery to yzt_app;

create sequence delivery.item_serial;
grant usage on sequence delivery.item_serial to yzt_app;
create function delivery.next_item_no(received_on date) returns text language sql volatile as $$
  select 'S' || to_char(received_on, 'YYYYMMDD') || '-' || lpad(n::text, greatest(6, length(n::text)), '0')
  from nextval('delivery.item_serial') n
$$;

-- 送达件: one decision that has to reach one retailer. Name, address and telephone are copies of the day it came in;
-- a confirmed address of service (送达地址确认书) overwrites them here, never in the register.
create table delivery.item (
  item_no text primary key,
  application_no text not null unique,
  licence_no text not null,
  area_code text not null check (area_code ~ '^\d{6}(\d{3}){0,2}$'),
  person_index text,
  service text not null,
  result text not null check (result in ('grant', 'deny')),
  mode text not null check (mode in ('pickup', 'post', 'door', 'electronic')),
  state text not null default 'waiting',
  version integer not null default 1 check (version >= 1),
  serve_by date,
  shop_name text not null default '',
  operator_name text not null default '',
  operator_id_masked text not null default '',
  address text not null default '',
  phone_sealed text,
  lng double precision,
  lat double precision,
  address_confirmed_on date,
  attempts integer not null default 0 check (attempts >= 0),
  round_id uuid,
  mail_no text,
  received_at timestamptz not null,
  served_on date,
  check ((lng is null) = (lat is null))
);
create index item_open on delivery.item (state, serve_by);
create index item_of_licence on delivery.item (licence_no);
create index item_of_person on delivery.item (person_index);

-- The state table of the program once more, so that no road leads past it. A test compares both.
create table delivery.move (from_state text not null, to_state text not null, primary key (from_state, to_state));
insert into delivery.move (from_state, to_state)
select from_state, unnest(to_states::text[]) from (values
  ('waiting', '{planned, collected, posted, sentElectronic}'),
  ('planned', '{onTheWay, waiting, collected}'),
  ('onTheWay', '{handedOver, left, refused, absent, waiting}'),
  ('absent', '{secondTry, posted, collected, returned}'),
  ('secondTry', '{onTheWay, absent, collected}'),
  ('refused', '{secondTry, posted, collected, returned}'),
  ('returned', '{collected, posted}'),
  ('posted', '{delivered, returned}'),
  ('sentElectronic', '{confirmed, waiting}')
) as known (from_state, to_states);
grant select on delivery.move to yzt_app;

create function delivery.refuse_unknown_move() returns trigger language plpgsql as $$
begin
  if new.state is distinct from old.state and not exists (
    select from delivery.move m where m.from_state = old.state and m.to_state = new.state)
  then raise exception 'an item cannot go from % to %', old.state, new.state using errcode = '23514', constraint = 'known_move'; end if;
  return new;
end $$;
create trigger known_move before update on delivery.item for each row execute function delivery.refuse_unknown_move();
create function delivery.refuse_strange_entry() returns trigger language plpgsql as $$
begin
  if new.state <> 'waiting' then raise exception 'an item does not begin as %', new.state
    using errcode = '23514', constraint = 'known_entry'; end if;
  return new;
end $$;
create trigger known_entry before insert on delivery.item for each row execute function delivery.refuse_strange_entry();

-- 送达经过: append only. `captured_at`: when the courier did it; `at`: when the server heard of it.
create table delivery.item_event (
  id bigint generated always as identity primary key,
  item_no text not null references delivery.item,
  at timestamptz not null,
  captured_at timestamptz not null,
  event text not null,
  from_state text,
  to_state text not null,
  by text not null,
  note text not null default '',
  details jsonb not null default '{}'
);
create index item_event_of_item on delivery.item_event (item_no, id);

-- 送证路线
create table delivery.round (
  id uuid primary key,
  area_code text not null check (area_code ~ '^\d{6}(\d{3}){0,2}$'),
  day date not null,
  depot_code text not null,
  depot_name text not null,
  depot_lng double precision not null,
  depot_lat double precision not null,
  start_minute integer not null check (start_minute between 0 and 1439),
  end_minute integer not null,
  metres integer not null check (metres >= 0),
  courier_id uuid not null,
  state text not null default 'assigned' check (state in ('assigned', 'underway', 'closed')),
  planned_by text not null,
  planned_at timestamptz not null
);
create index round_of_courier on delivery.round (courier_id, day);
create table delivery.stop (
  round_id uuid not null references delivery.round,
  item_no text not null references delivery.item,
  seq integer not null check (seq >= 1),
  arrive_minute integer not null,
  opens_minute integer,
  closes_minute integer,
  late boolean not null,
  -- What the courier's telephone gets of the hand-over code: salt and slow hash, never the code.
  code_salt text not null,
  code_hash text not null,
  primary key (round_id, item_no),
  constraint stop_order unique (round_id, seq)
);
create index stop_of_item on delivery.stop (item_no);

-- 送达证明: one a hand-over; names and strokes are sealed.
create table delivery.proof (
  item_no text primary key references delivery.item,
  how text not null check (how in ('handed', 'left', 'post', 'collected', 'electronic')),
  kind text not null check (kind in ('code', 'card', 'signature', 'witnesses', 'photos', 'carrier', 'confirmation')),
  receiver_kind text not null check (receiver_kind in ('self', 'family', 'mandate', 'none')),
  receiver_sealed text,
  relation text not null default '',
  witnesses_sealed text,
  signature_sealed text,
  by text not null,
  captured_at timestamptz not null,
  at timestamptz not null
);
-- 现场照片: re-encoded, without EXIF, sealed.
create table delivery.photo (
  id uuid primary key,
  item_no text not null references delivery.item,
  event text not null,
  sealed text not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  bytes integer not null check (bytes > 0),
  captured_at timestamptz not null
);
create index photo_of_item on delivery.photo (item_no);

-- 送达回证: one series a year; the row stays locked until the paper commits: no number is lost or given twice.
create table delivery.receipt_number (year integer primary key, last integer not null check (last >= 1));
create table delivery.receipt (
  id uuid primary key,
  item_no text not null unique references delivery.item,
  year integer not null,
  serial integer not null check (serial >= 1),
  number text not null unique,
  content text not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  signature text not null,
  key_id text not null,
  issued_at timestamptz not null,
  constraint receipt_serial unique (year, serial)
);

-- 政策解读: articles of the law library that were explained, at a hand-over or at a booked visit.
create table delivery.talk (
  id uuid primary key,
  item_no text references delivery.item,
  booking_id uuid,
  area_code text not null,
  articles jsonb not null check (jsonb_array_length(articles) > 0),
  note text not null default '',
  by text not null,
  at timestamptz not null,
  check ((item_no is null) <> (booking_id is null))
);

-- 日历: 送证下乡日 and 帮办时段.
create table delivery.visit (
  id uuid primary key,
  kind text not null check (kind in ('village', 'helper')),
  area_code text not null check (area_code ~ '^\d{6}(\d{3}){0,2}$'),
  place text not null check (place <> ''),
  day date not null,
  from_minute integer not null check (from_minute between 0 and 1439),
  to_minute integer not null,
  capacity integer not null check (capacity between 1 and 200),
  state text not null default 'open' check (state in ('open', 'cancelled')),
  made_by text not null,
  check (to_minute > from_minute)
);
create index visit_day on delivery.visit (day);
create table delivery.booking (
  id uuid primary key,
  visit_id uuid not null references delivery.visit,
  area_code text not null,
  person_index text,
  licence_no text,
  name_sealed text not null,
  name_masked text not null,
  phone_sealed text not null,
  phone_masked text not null,
  topic text not null,
  state text not null default 'booked' check (state in ('booked', 'cancelled', 'done')),
  booked_by text not null,
  booked_at timestamptz not null,
  reminded_on date,
  constraint booking_times check (booked_at is not null)
);
create index booking_of_visit on delivery.booking (visit_id);
create unique index booking_once on delivery.booking (visit_id, licence_no) where state = 'booked' and licence_no is not null;
alter table delivery.talk add foreign key (booking_id) references delivery.booking;

-- 有冲突的外勤动作: what a courier did and the rules did not take; sealed, for the window to settle. Nothing is lost.
create table delivery.held_act (
  id uuid primary key,
  area_code text not null,
  item_no text not null,
  kind text not null,
  why text not null,
  sealed text not null,
  by text not null,
  captured_at timestamptz not null,
  held_at timestamptz not null,
  settled_by text,
  settled_at timestamptz,
  settled_note text
);

do $$
declare guarded text;
begin
  foreach guarded in array array['item_event', 'proof', 'photo', 'talk', 'receipt'] loop
    execute format('create trigger append_only before update or delete on delivery.%I
      for each row execute function platform.refuse_change()', guarded);
  end loop;
end $$;

-- Whoever sees the item sees its proof; row security of the item decides.
create function delivery.sees_item(asked text) returns boolean language sql stable parallel safe as $$
  select exists (select from delivery.item i where i.item_no = asked)
$$;
create function delivery.sees_round(asked uuid) returns boolean language sql stable parallel safe as $$
  select exists (select from delivery.round r where r.id = asked)
$$;
do $$
declare guarded text;
begin
  foreach guarded in array array['item', 'item_event', 'round', 'stop', 'proof', 'photo', 'receipt', 'talk', 'visit',
    'booking', 'held_act'] loop
    execute format('alter table delivery.%I enable row level security', guarded);
    execute format('alter table delivery.%I force row level security', guarded);
    if guarded in ('item_event', 'proof', 'photo', 'receipt') then
      execute format('create policy by_item on delivery.%I using (delivery.sees_item(item_no))', guarded);
    elsif guarded in ('item', 'booking') then
      execute format('create policy by_area_or_person on delivery.%I
        using (platform.in_scope(area_code) or platform.is_person(person_index))', guarded);
    elsif guarded = 'stop' then
      create policy by_round on delivery.stop using (delivery.sees_round(round_id));
    elsif guarded = 'visit' then
      -- The calendar is public: a retailer must see a day before booking it.
      create policy seen_by_all on delivery.visit for select using (true);
      create policy made_by_area on delivery.visit for insert with check (platform.in_scope(area_code));
      -- A citizen locks the row while taking a place; the columns that may change are named in the grant.
      create policy changed_by_area on delivery.visit for update using (true) with check (platform.in_scope(area_code));
    else
      execute format('create policy by_area on delivery.%I using (platform.in_scope(area_code))', guarded);
    end if;
  end loop;
end $$;

-- Places taken, counted for everybody who may book: numbers leave, nothing else.
create policy of_functions on delivery.booking for select to current_user using (true);
create function delivery.places_taken(asked uuid) returns integer
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select count(*)::integer from delivery.booking b where b.visit_id = asked and b.state <> 'cancelled'
$$;
revoke all on function delivery.places_taken(uuid) from public;
grant execute on function delivery.places_taken(uuid) to yzt_app;

grant select on all tables in schema delivery to yzt_app;
grant insert on delivery.item, delivery.item_event, delivery.round, delivery.stop, delivery.proof, delivery.photo,
  delivery.receipt, delivery.receipt_number, delivery.talk, delivery.visit, delivery.booking, delivery.held_act to yzt_app;
grant update on delivery.item to yzt_app;
grant update (last) on delivery.receipt_number to yzt_app;
grant update (courier_id, state) on delivery.round to yzt_app;
grant update (state) on delivery.visit to yzt_app;
grant update (state, reminded_on) on delivery.booking to yzt_app;
grant update (settled_by, settled_at, settled_note) on delivery.held_act to yzt_app;

-- What reports may read: no field of a person.
create view delivery.published_item with (security_invoker = true) as
  select item_no, application_no, licence_no, area_code, service, result, mode, state, serve_by, attempts, received_at, served_on
  from delivery.item;
create view delivery.published_visit with (security_invoker = true) as
  select id, kind, area_code, place, day, capacity, state from delivery.visit;
grant select on delivery.published_item, delivery.published_visit to yzt_app;

-- How far the carrier's events were read.
create table delivery.carrier_cursor (one boolean primary key default true check (one), cursor text);
grant select, insert on delivery.carrier_cursor to yzt_app;
grant update (cursor) on delivery.carrier_cursor to yzt_app;
