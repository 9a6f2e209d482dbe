-- 七个工作日: the first decision on kept goods ends the clock; a later one (送检 first, then 没收程序) does not begin it again.
create or replace function cases.apply_goods_entry() returns trigger language plpgsql security definer set search_path = pg_catalog, cases as $$
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
  elsif new.event = 'decide' then lot.decision := new.target; lot.decided_on := coalesce(lot.decided_on, new.on_day);
  elsif new.event = 'test' then lot.nature := new.target;
  elsif new.event = 'price' then lot.actual_price := new.amount;
  end if;
  update cases.goods_lot set stored = lot.stored, sampled = lot.sampled, returned = lot.returned, sold = lot.sold, destroyed = lot.destroyed,
    handed = lot.handed, held = lot.held, difference = lot.difference, place = lot.place, decision = lot.decision, decided_on = lot.decided_on,
    nature = lot.nature, actual_price = lot.actual_price, entries = new.n where lot_no = new.lot_no;
  return new;
end $$;
