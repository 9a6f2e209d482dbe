import type { Indicator } from './indicator.ts'

export const quickSale: Indicator = {
  code: 'M13',
  name: 'quickSale',
  zh: '快进快出',
  en: 'Sold out within days',
  meaning: '一个牌号到货三天内几乎全部扫出。文件里没有零售价，低价抛售看不见价格，只看得见这种快进快出。',
  source: '领域参考 6.6 的建议指标（设计）：低价倾销；格式没有价格，以三日售罄代替',
  needs: ['order_lines', 'scans'],
  sql: `select 'retailer' as subject_kind, licence_no as subject, licence_no, least(1.0, 0.4 + 0.1 * count(*)) as strength,
    {'say': format('近 30 天有 {} 个牌号次订货后三天内扫出九成以上，例如“{}”{} 条。', count(*), arg_max(sku_name, cartons), max(cartons)),
     'times': count(*), 'sku': arg_max(sku_code, cartons), 'cartons': max(cartons)} as evidence
  from (select o.licence_no, o.sku_code, o.sku_name, o.day, any_value(o.cartons) as cartons, sum(s.packs) as packs
    from named_order o join sold_day s on s.licence_no = o.licence_no and s.sku_code = o.sku_code
      and s.day between o.day - 3 and o.day
    where o.day between 3 and 29 and o.cartons >= $quickFloor group by all)
  where packs >= $quickShare * 10 * cartons group by licence_no`,
}
