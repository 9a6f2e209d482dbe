import type { Indicator } from './indicator.ts'

export const belowKind: Indicator = {
  code: 'N12',
  name: 'belowKind',
  zh: '订量明显低于同类',
  en: 'Orders far below shops of its kind',
  meaning: '店照常开，近 90 天订量不到同市场、同业态、同档级店中位数的一半。只和别的指标一起用。',
  source: '领域参考 6.6：同类单位比较（设计）',
  needs: ['order_lines', 'retailers'],
  support: true,
  sql: `select 'retailer' as subject_kind, licence_no as subject, licence_no, least(1.0, 1.5 - quarter / middle / $belowKindRatio) as strength,
    {'say': format('近 90 天订 {} 条，同类 {} 家店的中位数是 {:.0f} 条。', quarter, peers, middle), 'quarter': quarter, 'median': middle} as evidence
  from shop join kind_past using (class)
  where quarter > 0 and last_day < 30 and age_days >= 180 and peers >= $classPeers and quarter <= middle * $belowKindRatio`,
}
