import { type Indicator, ramp } from './indicator.ts'

export const volumeZ: Indicator = {
  code: 'M02',
  name: 'volumeZ',
  zh: '订量高于同类',
  en: 'Monthly volume far above shops of its kind',
  meaning: '近 30 天的订量，明显高于同市场、同业态、同档级的其他店。',
  source: '领域参考 6.6 的建议指标（设计）：同类单位订量 z ≥ 3；这里用中位数和绝对中位差，少数大户拉不动标准',
  needs: ['order_lines'],
  sql: `select 'retailer' as subject_kind, licence_no as subject, licence_no,
    ${ramp('z', '$volumeZ')} as strength,
    {'say': format('近 30 天订 {} 条，同类 {} 家店的中位数是 {:.0f} 条，偏离 {:.1f} 个标准偏差。', month, peers, middle, z),
     'month': month, 'median': middle, 'peers': peers, 'z': round(z, 2)} as evidence
  from (select s.licence_no, s.month, c.peers, c.middle,
      (s.month - c.middle) / greatest(1.4826 * c.spread, 0.15 * c.middle, 2) as z
    from shop s join shop_class c using (class) where c.peers >= $classPeers)
  where z >= $volumeZ`,
}
