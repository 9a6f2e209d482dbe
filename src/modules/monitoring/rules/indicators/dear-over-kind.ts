import { type Indicator, ramp } from './indicator.ts'

export const dearOverKind: Indicator = {
  code: 'N13',
  name: 'dearOverKind',
  zh: '高价烟长期高于同类',
  en: 'Dear cigarettes above shops of its kind for long',
  meaning: '近半年一、二类烟的订量，一直高于同市场、同业态、同档级的其他店。好地段的店也会这样。',
  source: '领域参考 6.6：结构变化、同类单位比较；半年比一个月稳（设计）',
  needs: ['order_lines', 'skus'],
  sql: `select 'retailer' as subject_kind, licence_no as subject, licence_no, ${ramp('z', '$dearZ')} as strength,
    {'say': format('近 180 天订一、二类烟 {} 条，同类 {} 家店的中位数是 {:.0f} 条，偏离 {:.1f} 个标准偏差。', dear_half, peers, exp(dear_middle) - 1, z),
     'dear': dear_half, 'peers': peers, 'z': round(z, 2)} as evidence
  from (select licence_no, dear_half, peers, dear_middle, (ln(1 + dear_half) - dear_middle) / greatest(1.4826 * dear_spread, 0.15) as z
    from shop join kind_past using (class) where peers >= $classPeers and dear_half >= $monthFloor and last_day < 30)
  where z >= $dearZ`,
}
