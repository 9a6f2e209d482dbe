import type { Indicator } from './indicator.ts'

export const stockMismatch: Indicator = {
  code: 'M09',
  name: 'stockMismatch',
  zh: '订货与扫码对不上',
  en: 'Orders and till scans do not agree',
  meaning:
    '近 60 天同样的牌号，订进的和收银扫出的差得太多：扫得太少，货可能没在店里卖；扫得比订的还多，货可能另有来路。',
  source: '领域参考 6.6 的建议指标（设计）；批发发票与扫码出库比对（公开报道）',
  needs: ['order_lines', 'scans'],
  sql: `select 'retailer' as subject_kind, licence_no as subject, licence_no,
    least(1.0, case when share < 1 then 0.5 + 0.5 * (1 - share / $scanLeast) else 0.5 * share / $scanMost end) as strength,
    {'say': format('近 60 天扫过的牌号订 {} 条，收银扫出 {:.1f} 条，是订货的 {:.0f}%。', ordered, sold, share * 100),
     'ordered': ordered, 'sold': round(sold, 1), 'share': round(share, 3)} as evidence
  from (select licence_no, ordered, sold, sold / ordered as share from stock where ordered >= $monthFloor and sold > 0)
  where share <= $scanLeast or share >= $scanMost`,
}
