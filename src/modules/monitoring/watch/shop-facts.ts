interface Day {
  /** Microseconds of the end of the day of the report. */
  readonly end: number
  readonly asOf: string
}

/**
 * The small tables that the indicators read, in order. `shop`: one line a shop, with what the register says of it;
 * `order_cycle`, `brand_cycle`: the last order against the mean of the three before; `county`: what all shops did
 * together, so that a holiday is nobody's suspicion. DuckDB's `least(1, null)` is 1, so an unknown place is asked for first.
 */
export const shopFacts = ({ end, asOf }: Day): readonly string[] => [
  `create or replace macro metres(lng1, lat1, lng2, lat2) as case when lng1 + lat1 + lng2 + lat2 is null then null else 2 * 6371008.8 * asin(least(1, sqrt(
    pow(sin(radians(lat2 - lat1) / 2), 2) + cos(radians(lat1)) * cos(radians(lat2)) * pow(sin(radians(lng2 - lng1) / 2), 2)))) end`,

  `create or replace table shop_total as
    select licence_no, sum(k.month)::bigint as month, sum(k.month_before)::bigint as month_before, sum(k.before)::bigint as before,
      sum(k.quarter)::bigint as quarter, sum(k.year)::bigint as year, sum(k.year_before)::bigint as year_before,
      sum(case when s.price_class <= 2 then k.half else 0 end)::bigint as dear_half,
      sum(case when s.supply = 'scarce' then k.month else 0 end)::bigint as scarce, min(first_at) as first_at, max(last_at) as last_at
    from shop_sku k left join skus s using (sku_code) group by licence_no`,

  `create or replace table order_day as
    select licence_no, day, sum(cartons)::bigint as cartons, row_number() over (partition by licence_no order by day) as nth
    from recent group by licence_no, day`,

  `create or replace table shop as
    select coalesce(r.licence_no, t.licence_no) as licence_no, r.area_code, r.status, r.lng, r.lat, r.valid_to,
      coalesce(t.month, 0) as month, coalesce(t.month_before, 0) as month_before, coalesce(t.scarce, 0) as scarce, coalesce(w.week, 0) as week,
      coalesce(t.quarter, 0) as quarter, coalesce(t.year, 0) as year, coalesce(t.year_before, 0) as year_before, coalesce(t.dear_half, 0) as dear_half,
      ((${end} - 1 - epoch_us(t.last_at)) // 86400000000)::int as last_day,
      coalesce(date_diff('day', r.licensed_on, date '${asOf}'), ((${end} - 1 - epoch_us(t.first_at)) // 86400000000)::int) as age_days,
      date_diff('day', r.valid_to, date '${asOf}') as expired_days,
      coalesce(r.market_type, '') || '/' || coalesce(r.business_format, '') || '/' || coalesce((r.grade - 1) // 5, -1) as class,
      ((${end} - 1 - epoch_us(t.first_at)) // 86400000000)::int as first_day
    from retailers r full join shop_total t on t.licence_no = r.licence_no
    left join (select licence_no, sum(cartons)::bigint as week from order_day where day < $freshDays group by 1) w
      on w.licence_no = coalesce(r.licence_no, t.licence_no)`,

  `create or replace table order_cycle as
    select o.licence_no, s.age_days, any_value(o.cartons) filter (nth = 1) as cartons, any_value(o.day) filter (nth = 1) as day,
      avg(o.cartons) filter (nth between 2 and 4) as mean
    from order_day o join shop s using (licence_no) where nth <= 4
    group by o.licence_no, s.age_days having count(*) = 4 and min(o.day) < $freshDays`,
  `create or replace table named_order as
    select r.*, coalesce(k.name, r.sku_code) as sku_name from recent r left join skus k using (sku_code)`,
  `create or replace table brand_cycle as
    select r.licence_no, r.sku_code, any_value(r.sku_name) as sku_name, any_value(c.day) as day,
      sum(r.cartons) filter (o.nth = 1) as cartons, sum(coalesce(r.cartons, 0)) filter (o.nth between 2 and 4) / 3.0 as mean
    from order_cycle c join order_day o using (licence_no) join named_order r on r.licence_no = o.licence_no and r.day = o.day
    where o.nth <= 4 group by r.licence_no, r.sku_code having count(*) filter (o.nth = 1) > 0`,

  `create or replace table county as
    select case when (select count(*) from order_cycle) < 30 then 1.0
        else greatest(1.0, (select median(cartons / mean) from order_cycle where mean > 0)) end as spike,
      case when count(*) filter (month > 0 and month_before > 0) < 30 then 1.0
        else greatest(1.0, median(month / month_before) filter (month > 0 and month_before > 0)) end as growth,
      coalesce(sum(scarce) / nullif(sum(month), 0), 0) as scarce_share, coalesce(max(first_day), 0) as first_day
    from shop`,
  `create or replace table shop_class as
    select class, count(*) as peers, median(month) as middle, mad(month) as spread from shop where month > 0 group by class`,

  `create or replace table shop_brand as
    select k.licence_no, coalesce(s.brand, k.sku_code) as brand, sum(k.month)::bigint as cartons, any_value(t.month) as month
    from shop_sku k left join skus s using (sku_code) join shop_total t on t.licence_no = k.licence_no
    where k.month > 0 group by all`,
  `create or replace table shop_class_share as
    select k.licence_no, s.price_class, sum(k.month) / any_value(t.month) as now, sum(k.before) / any_value(t.before) as before,
      any_value(t.month) as month, any_value(t.before) as before_all
    from shop_sku k join skus s using (sku_code) join shop_total t on t.licence_no = k.licence_no
    where t.month > 0 and t.before > 0 and s.price_class is not null group by all`,

  // Here and in `stock_half` the same products on both sides: what a till never scans says nothing.
  `create or replace table stock as
    select licence_no, sum(o.ordered)::bigint as ordered, sum(s.packs) / 10.0 as sold
    from (select licence_no, sku_code, sum(cartons)::bigint as ordered from recent where day < 60 group by all) o
    join (select licence_no, sku_code, sum(packs)::bigint as packs from sold_day group by all) s using (licence_no, sku_code)
    group by licence_no`,

  `create or replace table found_code as
    select f.code32, f.licence_no, f.sorted_on, f.found_at, f.days, f.context, f.area_code,
      metres(f.lng, f.lat, s.lng, s.lat) as metres,
      case when f.area_code is null or s.area_code is null then null
        else left(f.area_code, 9) <> left(s.area_code, 9) end as other_area
    from find f left join shop s using (licence_no)`,

  `create or replace table laid_code as
    with near as (select f.code32, f.found_at, f.days, f.licence_no as holder, s.licence_no, f.lng, f.lat, metres(f.lng, f.lat, s.lng, s.lat) as metres
      from find f join shop s on abs(s.lat - f.lat) < 0.001 and abs(s.lng - f.lng) < 0.001)
    select * from near where metres <= $laidMetres
    qualify row_number() over (partition by code32, found_at, lng, lat order by metres, licence_no) = 1`,

  `create or replace table stock_half as
    select licence_no, sum(k.half)::bigint as ordered, sum(s.packs) / 10.0 as sold
    from sold_half s join shop_sku k using (licence_no, sku_code) group by licence_no`,

  // What a shop used to order in ninety days: the better of the year past and the one before, where it has them.
  `create or replace table own_past as
    select licence_no, quarter, usual, quarter / usual as ratio, median(quarter / usual) over () as county, count(*) over () as shops
    from (select licence_no, quarter, 90 * greatest(year / (least(first_day, 365) - 90.0),
        case when first_day >= 545 then year_before / (least(first_day, 730) - 365.0) else 0 end) as usual
      from shop where first_day >= 270 and quarter > 0 and last_day < 30) where usual > 0`,
  `create or replace table kind_past as
    select class, count(*) as peers, median(quarter) as middle, median(ln(1 + dear_half)) as dear_middle, mad(ln(1 + dear_half)) as dear_spread
    from shop where quarter > 0 and last_day < 30 group by class`,

  `create or replace table near_gate as
    select s.licence_no, s.month, g.name, g.gate_name, metres(s.lng, s.lat, g.gate_lng, g.gate_lat) as metres
    from shop s join schools g on abs(s.lat - g.gate_lat) < 0.003 and abs(s.lng - g.gate_lng) < 0.003
    where s.status in ('valid', 'rectifying')`,

  `create or replace table neighbourhood as
    with placed as (select licence_no, month, lng, lat, floor(lat / 0.01)::int as row, floor(lng / 0.01)::int as col
      from shop where lng is not null and month > 0),
    beside as (select licence_no, lng, lat, month, row + x.d as row, col + y.d as col from placed, (values (-1), (0), (1)) x(d), (values (-1), (0), (1)) y(d))
    select b.licence_no, any_value(b.month) as month, count(*) as neighbours, median(p.month) as middle
    from beside b join placed p on p.row = b.row and p.col = b.col and p.licence_no <> b.licence_no
    where metres(b.lng, b.lat, p.lng, p.lat) <= $neighbourMetres group by b.licence_no`,
]
