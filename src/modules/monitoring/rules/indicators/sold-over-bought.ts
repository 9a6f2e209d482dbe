import { type Indicator, ramp } from './indicator.ts'

export const soldOverBought: Indicator = {
  code: 'N10',
  name: 'soldOverBought',
  zh: '半年卖的比进的多',
  en: 'Sold more than was ordered in half a year',
  meaning: '近半年同样的牌号，收银扫出的比订进的多。库存再多也卖不出没进过的货，多出来的可能另有来路。',
  source: '领域参考 6.6：订货、销售、库存比对（公开报道）；时间放长，库存的一进一出就看不见了（设计）',
  needs: ['order_lines', 'scans'],
  sql: `select 'retailer' as subject_kind, licence_no as subject, licence_no, ${ramp('sold / ordered - 1', '$soldOver')} as strength,
    {'say': format('近 180 天同样的牌号订 {} 条，收银扫出 {:.0f} 条，是订货的 {:.0f}%。', ordered, sold, 100 * sold / ordered),
     'ordered': ordered, 'sold': round(sold, 1)} as evidence
  from stock_half
  where ordered >= 2 * $monthFloor and sold >= (1 + $soldOver) * ordered and (select first_day from county) >= 180`,
}
