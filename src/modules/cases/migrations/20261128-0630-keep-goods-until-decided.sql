-- The rule of the program once more: what is kept as evidence is neither sold nor destroyed before the decision was served, or the case ended
-- without one (行政处罚法第五十六条、第六十一条).
create function cases.guard_goods_decided() returns trigger language plpgsql security definer set search_path = pg_catalog, cases as $$
begin
  if new.event in ('sell', 'destroy') and not exists (
    select from cases.goods_lot l join cases.step s on s.case_no = l.case_no
    where l.lot_no = new.lot_no and (s.event in ('serve', 'decideOnSpot') or s.to_state in ('notFiled', 'withdrawn', 'terminated')))
  then raise exception 'the case of lot % is not decided', new.lot_no using errcode = '23514', constraint = 'goods_case_decided'; end if;
  return new;
end $$;
create trigger decided before insert on cases.goods_entry for each row execute function cases.guard_goods_decided();
