-- A price list counts when another has compared it (1005): the view that figures read follows the rule of the program.
create or replace function cases.lot_value(lot cases.goods_lot) returns numeric language sql stable parallel safe as $$
  with list as (
    select version from cases.price_list where approved_by is not null and province = left(lot.area_code, 2) and effective <= lot.held_on
    order by effective desc, version desc limit 1),
  found as (
    select p.price, case p.source when 'brandRetail' then 1 when 'brandMaterial' then 1 else 2 end as turn
    from cases.price p join list using (version)
    where p.source = any(case
        when lot.kind in ('cigarette', 'cigar', 'electronic') then array['brandRetail', 'averageRetail']
        when lot.kind in ('shred', 'redried', 'leaf') then array['leafTransfer']
        when lot.kind = 'machine' then array['machineList']
        else array['brandMaterial', 'averageMaterial'] end)
      and (p.source = 'leafTransfer' or p.kind = lot.kind)
      and p.brand = case when p.source in ('brandRetail', 'brandMaterial', 'machineList') then lot.brand else '' end
      and (p.source not in ('brandRetail', 'brandMaterial', 'machineList') or lot.brand <> '')
    order by turn limit 1)
  select round(coalesce(lot.actual_price, (select case when lot.kind = 'shred' then floor(price * 1.5 + 0.5) else price end from found))
    * lot.held::numeric / case
      when lot.kind in ('cigarette', 'cigar') then 200 when lot.kind in ('machine', 'electronic') then 1 else 1000 end)
$$;
