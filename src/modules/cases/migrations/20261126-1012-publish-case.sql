-- 案件 as figures and the board may read them: no party, no word of the file. 支 and value as the ledger of goods has them.
-- 货值 in the order of 解释第四条 (rules/amounts/value.ts says the same; a test compares both): the proven price, the brand's price of the
-- provincial list of the place and day, else the average; shred 1.5 times the price of leaf. Null: no price is known.
create function cases.lot_value(lot cases.goods_lot) returns numeric language sql stable parallel safe as $$
  with list as (
    select version from cases.price_list where province = left(lot.area_code, 2) and effective <= lot.held_on
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
create view cases.published_case with (security_invoker = true) as
  select c.no, c.path, c.state, c.area_code, c.licence_no, c.violation, c.origin, c.origin_ref, c.opened_on, c.opened_at, c.filed_on,
    c.decided_on, c.due_on, c.due_clock, g.sticks, g.value_fen
  from cases.case c left join lateral (
    select sum(l.held) filter (where l.kind in ('cigarette', 'cigar'))::float8 as sticks, sum(cases.lot_value(l))::float8 as value_fen
    from cases.goods_lot l where l.case_no = c.no) g on true;
grant select on cases.published_case to yzt_app;
create index case_opened on cases.case (opened_on);
