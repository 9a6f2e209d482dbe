-- 涉案物品台账 (行政处罚法 §56; 条例 §30、§48): every 支 from the scene to its end. The program writes entries only; the numbers of a lot are
-- reckoned from them by the database, so that held = stored + sampled + returned + sold + destroyed + handed at every commit.
create table cases.goods_number (kind text not null check (kind in ('lot', 'paper')), year integer not null, last integer not null check (last >= 1), primary key (kind, year));

-- The program's table of moves once more; a test compares both.
create table cases.goods_move (kind text primary key, from_bucket text, to_bucket text not null, needs text, photo boolean not null);
insert into cases.goods_move values
  ('hold', null, 'stored', null, true),
  ('relocate', 'stored', 'stored', null, false),
  ('sample', 'stored', 'sampled', null, true),
  ('sampleBack', 'sampled', 'stored', null, false),
  ('return', 'stored', 'returned', 'return', false),
  ('sell', 'stored', 'sold', 'confiscate', false),
  ('destroy', 'stored', 'destroyed', 'confiscate', true),
  ('handOver', 'stored', 'handed', 'transfer', true);

create table cases.goods_lot (
  lot_no text primary key check (lot_no ~ '^WP-\d{4}-\d{6}$'),
  case_no text not null references cases.case,
  area_code text not null check (area_code ~ '^\d{6}(\d{3}){0,2}$'),
  custody text not null check (custody in ('registered', 'sampling', 'confiscated')),
  kind text not null check (kind in ('cigarette', 'cigar', 'shred', 'redried', 'leaf', 'paper', 'filter', 'tow', 'machine', 'electronic')),
  brand text not null,
  -- 条形码 of the brand (EAN), where there is one.
  barcode text not null default '' check (barcode ~ '^(\d{8}|\d{13})?$'),
  seized_at text not null check (seized_at <> ''),
  held_on date not null,
  -- 先行登记保存: the last of seven working days (行政处罚法 §56、§85).
  due_on date check ((due_on is not null) = (custody = 'registered')),
  -- Everything below follows from the entries.
  nature text not null default 'unknown' check (nature in ('unknown', 'genuine', 'fake', 'illegal', 'smuggled')),
  actual_price bigint check (actual_price > 0),
  decision text check (decision in ('return', 'test', 'confiscate', 'transfer')),
  decided_on date,
  place text not null,
  held bigint not null check (held > 0),
  stored bigint not null check (stored >= 0),
  sampled bigint not null default 0 check (sampled >= 0),
  returned bigint not null default 0 check (returned >= 0),
  sold bigint not null default 0 check (sold >= 0),
  destroyed bigint not null default 0 check (destroyed >= 0),
  handed bigint not null default 0 check (handed >= 0),
  -- 盘点差异: what the last count found more or less than stored.
  difference bigint not null default 0,
  entries integer not null default 0,
  check ((decision is null) = (decided_on is null)),
  constraint goods_balanced check (held = stored + sampled + returned + sold + destroyed + handed),
  constraint goods_fake_never_sold check (sold = 0 or nature in ('genuine', 'smuggled'))
);
create index goods_lot_of_case on cases.goods_lot (case_no);
create index goods_lot_in_store on cases.goods_lot (place, held_on) where stored > 0;

-- One line of the ledger, for ever: two people, where to, how much, why.
create table cases.goods_entry (
  id uuid primary key,
  lot_no text not null references cases.goods_lot,
  n integer not null check (n >= 1),
  event text not null check (event in ('hold', 'relocate', 'sample', 'sampleBack', 'return', 'sell', 'destroy', 'handOver', 'count', 'correct', 'decide', 'test', 'price')),
  amount bigint check (amount >= 0),
  -- Place, laboratory, licence of the bidder, agency; for decisions and tests what was decided or found.
  target text not null,
  note text not null default '',
  officers uuid[] not null,
  photos integer not null default 0 check (photos >= 0),
  on_day date not null,
  by text not null check (by like 'staff:%'),
  at timestamptz not null,
  unique (lot_no, n),
  constraint goods_two_people check (
    event in ('correct', 'decide', 'test', 'price') or (cardinality(officers) = 2 and officers[1] <> officers[2])),
  constraint goods_said_why check (event <> 'correct' or char_length(btrim(note)) >= 10)
);

create function cases.apply_goods_entry() returns trigger language plpgsql security definer set search_path = pg_catalog, cases as $$
declare
  lot cases.goods_lot;
  move cases.goods_move;
begin
  select * into lot from cases.goods_lot where lot_no = new.lot_no for update;
  if not found then raise exception 'no lot %', new.lot_no using errcode = '23503'; end if;
  if new.n <> lot.entries + 1 then raise exception 'entry % of lot % comes out of turn', new.n, new.lot_no
    using errcode = '23514', constraint = 'goods_in_turn'; end if;
  select * into move from cases.goods_move where kind = new.event;
  if found then
    if move.photo and new.photos < 1 then raise exception 'a picture is missing' using errcode = '23514', constraint = 'goods_photo'; end if;
    if new.amount is null or new.amount <= 0 then raise exception 'nothing is moved' using errcode = '23514', constraint = 'goods_amount'; end if;
    if move.needs is not null and lot.decision is distinct from move.needs
    then raise exception 'lot % is not decided so', new.lot_no using errcode = '23514', constraint = 'goods_decided'; end if;
    if lot.difference <> 0 and move.to_bucket <> 'stored'
    then raise exception 'the count of lot % is open', new.lot_no using errcode = '23514', constraint = 'goods_counted'; end if;
    if new.event = 'hold' then
      if new.n <> 1 or new.amount <> lot.held then raise exception 'a lot is held once, whole' using errcode = '23514', constraint = 'goods_held_once'; end if;
    elsif move.from_bucket = 'stored' and move.to_bucket <> 'stored' then lot.stored := lot.stored - new.amount;
    elsif move.from_bucket = 'sampled' then lot.sampled := lot.sampled - new.amount; lot.stored := lot.stored + new.amount;
    end if;
    case move.to_bucket
      when 'sampled' then lot.sampled := lot.sampled + new.amount;
      when 'returned' then lot.returned := lot.returned + new.amount;
      when 'sold' then lot.sold := lot.sold + new.amount;
      when 'destroyed' then lot.destroyed := lot.destroyed + new.amount;
      when 'handed' then lot.handed := lot.handed + new.amount;
      else lot.place := new.target;
    end case;
  elsif new.event = 'count' then lot.difference := new.amount - lot.stored;
  elsif new.event = 'correct' then
    lot.held := lot.held + lot.difference; lot.stored := lot.stored + lot.difference; lot.difference := 0;
  elsif new.event = 'decide' then lot.decision := new.target; lot.decided_on := new.on_day;
  elsif new.event = 'test' then lot.nature := new.target;
  elsif new.event = 'price' then lot.actual_price := new.amount;
  end if;
  update cases.goods_lot set stored = lot.stored, sampled = lot.sampled, returned = lot.returned, sold = lot.sold, destroyed = lot.destroyed,
    handed = lot.handed, held = lot.held, difference = lot.difference, place = lot.place, decision = lot.decision, decided_on = lot.decided_on,
    nature = lot.nature, actual_price = lot.actual_price, entries = new.n where lot_no = new.lot_no;
  return new;
end $$;
create trigger apply before insert on cases.goods_entry for each row execute function cases.apply_goods_entry();
create trigger append_only before update or delete on cases.goods_entry for each row execute function platform.refuse_change();
create trigger never_removed before delete on cases.goods_lot for each row execute function platform.refuse_change();

-- A lot whose first entry is missing would be goods nobody took in.
create function cases.goods_begun() returns trigger language plpgsql as $$
begin
  if not exists (select from cases.goods_entry e where e.lot_no = new.lot_no and e.event = 'hold')
  then raise exception 'lot % has no first entry', new.lot_no using errcode = '23514', constraint = 'goods_begun'; end if;
  return null;
end $$;
create constraint trigger begun after insert on cases.goods_lot deferrable initially deferred for each row execute function cases.goods_begun();

-- 条包打码: 32 characters; a carton lies in one lot at a time.
create table cases.goods_code (
  code text not null check (code ~ '^[0-9A-Z]{32}$'),
  lot_no text not null references cases.goods_lot,
  licence_no text not null check (licence_no ~ '^\d{12}$'),
  primary key (code, lot_no)
);
create index goods_code_of_lot on cases.goods_code (lot_no);
create trigger append_only before update or delete on cases.goods_code for each row execute function platform.refuse_change();

-- 照片: without metadata, sealed, with the SM3 of the stripped picture.
create table cases.goods_photo (
  id uuid primary key,
  lot_no text not null references cases.goods_lot,
  entry_id uuid not null references cases.goods_entry deferrable initially deferred,
  sealed text not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  bytes integer not null check (bytes > 0),
  at timestamptz not null
);
create index goods_photo_of_lot on cases.goods_photo (lot_no);
create trigger append_only before update or delete on cases.goods_photo for each row execute function platform.refuse_change();

-- 物品清单、抽样取证记录、销毁记录: the words as issued, numbered by year, signed.
create table cases.goods_paper (
  id uuid primary key,
  case_no text not null references cases.case,
  kind text not null check (kind in ('list', 'sampling', 'destruction')),
  year integer not null,
  serial integer not null,
  number text not null,
  content text not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  signature text not null,
  key_id text not null,
  issued_by text not null check (issued_by like 'staff:%'),
  issued_at timestamptz not null,
  unique (year, serial)
);
create index goods_paper_of_case on cases.goods_paper (case_no);
create trigger append_only before update or delete on cases.goods_paper for each row execute function platform.refuse_change();

-- 价格表 as issued by the provincial bureau: version, place, day, paper; never changed, only followed by the next.
create table cases.price_list (
  version text primary key check (version ~ '^[0-9A-Za-z一-龥〔〕（）().-]{2,40}$'),
  province text not null check (province ~ '^\d{2}$'),
  issuer text not null check (issuer <> ''),
  basis text not null check (basis <> ''),
  effective date not null,
  sure text not null check (sure in ('law', 'excerpt', 'recalled', 'design')),
  imported_by text not null,
  imported_at timestamptz not null
);
create table cases.price (
  version text not null references cases.price_list,
  source text not null check (source in ('brandRetail', 'averageRetail', 'leafTransfer', 'brandMaterial', 'averageMaterial', 'machineList', 'wholesale', 'leafPurchase')),
  kind text not null,
  brand text not null,
  -- 分 for one 条, kilogram or piece.
  price bigint not null check (price > 0),
  primary key (version, source, kind, brand)
);

-- 查清的金额: what a case knows in money, each time anew; the last row counts.
create table cases.amount (
  case_no text not null references cases.case,
  n integer not null check (n >= 1),
  business bigint check (business >= 0),
  purchases bigint check (purchases >= 0),
  sales bigint check (sales >= 0),
  wholesale bigint check (wholesale >= 0),
  gains bigint not null default 0 check (gains >= 0),
  fake_sold bigint not null default 0 check (fake_sold >= 0),
  tax bigint not null default 0 check (tax >= 0),
  -- 已售出的数量, beside what lies in store.
  sold_sticks bigint not null default 0 check (sold_sticks >= 0),
  party text not null check (party in ('person', 'unit')),
  licence text not null check (licence in ('none', 'retail', 'wholesale')),
  fake_brand boolean not null,
  penalties date[] not null default '{}',
  smuggling_penalties date[] not null default '{}',
  -- 依据: which evidence says so.
  evidence text not null check (evidence <> ''),
  by text not null check (by like 'staff:%'),
  at timestamptz not null,
  primary key (case_no, n)
);
create trigger append_only before update or delete on cases.amount for each row execute function platform.refuse_change();

-- 裁量: range, step, factors and the fine proposed, with who approved what lies outside the step.
create table cases.weighing (
  case_no text not null references cases.case,
  n integer not null check (n >= 1),
  violation text not null check (violation ~ '^P\d{2}$'),
  like_violation text check (like_violation ~ '^P\d{2}$'),
  serious boolean not null,
  base text,
  amount bigint,
  factors text[] not null,
  range_from bigint,
  range_to bigint,
  step_from bigint not null,
  step_to bigint not null,
  fine bigint not null check (fine >= 0),
  deviation text not null check (deviation in ('within', 'otherStep', 'belowRange', 'noPenalty')),
  reason text not null default '',
  policy_version text not null,
  proposed_by text not null check (proposed_by like 'staff:%'),
  proposed_at timestamptz not null,
  approved_by text check (approved_by like 'staff:%'),
  approved_at timestamptz,
  primary key (case_no, n),
  constraint weighing_above_law check (range_to is null or fine <= range_to),
  constraint weighing_says_why check (deviation = 'within' or char_length(btrim(reason)) >= 10),
  constraint weighing_by_two check (approved_by is null or approved_by <> proposed_by),
  check ((approved_by is null) = (approved_at is null) and (approved_by is null or deviation <> 'within'))
);
create function cases.guard_weighing() returns trigger language plpgsql as $$
begin
  if old.approved_by is not null then raise exception 'approved already' using errcode = '23514', constraint = 'weighing_once'; end if;
  return new;
end $$;
create trigger guard before update on cases.weighing for each row execute function cases.guard_weighing();
create trigger never_removed before delete on cases.weighing for each row execute function platform.refuse_change();

do $$ declare guarded text; begin
  foreach guarded in array array['goods_paper', 'amount', 'weighing'] loop
    execute format('create policy by_case on cases.%I using (cases.sees_case(case_no))', guarded);
  end loop;
  foreach guarded in array array['goods_entry', 'goods_code', 'goods_photo'] loop
    execute format('create policy by_lot on cases.%I using (exists (select from cases.goods_lot l where l.lot_no = %I.lot_no))', guarded, guarded);
  end loop;
  execute 'create policy by_area on cases.goods_lot using (platform.in_scope(area_code))';
  -- Numbers, the table of moves and prices belong to everybody.
  foreach guarded in array array['goods_number', 'goods_move', 'price_list', 'price'] loop
    execute format('create policy everybody on cases.%I using (true)', guarded);
  end loop;
  foreach guarded in array array['goods_number', 'goods_move', 'price_list', 'price', 'goods_lot', 'goods_entry', 'goods_code', 'goods_photo',
    'goods_paper', 'amount', 'weighing'] loop
    execute format('alter table cases.%I enable row level security', guarded);
    execute format('alter table cases.%I force row level security', guarded);
    execute format('grant select on cases.%I to yzt_app', guarded);
    if guarded <> 'goods_move' then execute format('grant insert on cases.%I to yzt_app', guarded); end if;
  end loop;
end $$;
grant update (last) on cases.goods_number to yzt_app;
grant update (approved_by, approved_at) on cases.weighing to yzt_app;
