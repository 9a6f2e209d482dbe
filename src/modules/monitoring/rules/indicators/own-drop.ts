import type { Indicator } from './indicator.ts'

export const ownDrop: Indicator = {
  code: 'N11',
  name: 'ownDrop',
  zh: '订量比自己以前明显少',
  en: 'Orders far below its own past',
  meaning: '店照常开，近 90 天的订量却比自己以前少了很多，扣除了全县的涨落。生意差了是常见的原因，只和别的指标一起用。',
  source: '领域参考 6.6：月度订量变化（公开报道）；少订多卖是货源另有来路的一种样子（设计）',
  needs: ['order_lines'],
  support: true,
  sql: `select 'retailer' as subject_kind, licence_no as subject, licence_no, least(1.0, 1.5 - ratio / county / $ownDropRatio) as strength,
    {'say': format('近 90 天订 {} 条，照自己以前和全县的涨落应有 {:.0f} 条，是 {:.0f}%。', quarter, usual * county, 100 * ratio / county),
     'quarter': quarter, 'usual': round(usual * county)} as evidence
  from own_past where shops >= 30 and usual >= 3 * $monthFloor and ratio <= county * $ownDropRatio`,
}
