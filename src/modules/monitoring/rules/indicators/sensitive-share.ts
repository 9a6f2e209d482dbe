import { type Indicator, ramp } from './indicator.ts'

export const sensitiveShare: Indicator = {
  code: 'M03',
  name: 'sensitiveShare',
  zh: '紧俏烟占比高',
  en: 'High share of scarce brands',
  meaning: '近 30 天订的紧俏烟占比过高，而且比全县高出一倍以上。紧俏烟最容易被收走外流。',
  source: '领域参考 6.6 的建议指标（设计）',
  needs: ['order_lines', 'skus'],
  sql: `select 'retailer' as subject_kind, licence_no as subject, licence_no,
    ${ramp('share', '$sensitiveShare')} as strength,
    {'say': format('近 30 天订紧俏烟 {} 条，占 {:.0f}%；全县是 {:.0f}%。', scarce, share * 100, whole * 100),
     'scarce': scarce, 'month': month, 'share': round(share, 3), 'county': round(whole, 3)} as evidence
  from (select licence_no, scarce, month, scarce / month as share, (select scarce_share from county) as whole
    from shop where month >= $monthFloor)
  where share >= $sensitiveShare and share >= 2 * whole`,
}
