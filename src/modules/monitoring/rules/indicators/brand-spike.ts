import { type Indicator, ramp } from './indicator.ts'

export const brandSpike: Indicator = {
  code: 'M01',
  name: 'brandSpike',
  zh: '单品订量突增',
  en: 'One brand ordered far above the last three cycles',
  meaning: '最近一次订货里某个牌号的数量，远高于前三次订货的平均数。可能替别人订货，也可能是办酒席、开新厂，先问清楚。',
  source: '领域参考 6.6：前三个订货周期均值的 220% 至 420%（考题案例，非正式规定）',
  needs: ['order_lines'],
  sql: `select 'retailer' as subject_kind, licence_no as subject, licence_no,
    ${ramp('ratio', '$brandSpikeRatio')} as strength,
    {'say': format('“{}”最近一次订 {} 条，前三次平均 {:.1f} 条，是 {:.1f} 倍。', sku_name, cartons, mean, ratio),
     'sku': sku_code, 'cartons': cartons, 'mean': round(mean, 2), 'ratio': round(ratio, 2), 'day': day} as evidence
  from (select licence_no, sku_code, sku_name, day, cartons, mean, cartons / mean / (select spike from county) as ratio
    from brand_cycle where mean > 0)
  where ratio >= $brandSpikeRatio and cartons >= $brandSpikeFloor`,
}
