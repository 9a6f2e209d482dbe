import { type Indicator, ramp } from './indicator.ts'

export const singleBrandShare: Indicator = {
  code: 'N03',
  name: 'singleBrandShare',
  zh: '单一品牌占比高',
  en: 'One brand dominates',
  meaning: '近 30 天订的烟大部分是同一个品牌。',
  source: '领域参考 6.6 的建议指标（设计）：订货结构变化（公开报道）',
  needs: ['order_lines'],
  sql: `select 'retailer' as subject_kind, licence_no as subject, licence_no, ${ramp('share', '$brandShare')} as strength,
    {'say': format('近 30 天订 {} 条，其中“{}”{} 条，占 {:.0f}%。', month, brand, cartons, share * 100),
     'brand': brand, 'cartons': cartons, 'month': month, 'share': round(share, 3)} as evidence
  from (select licence_no, brand, cartons, month, cartons / month as share from shop_brand where month >= $monthFloor)
  where share >= $brandShare`,
}
