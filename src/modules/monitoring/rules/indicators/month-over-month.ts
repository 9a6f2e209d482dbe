import { type Indicator, ramp } from './indicator.ts'

export const monthOverMonth: Indicator = {
  code: 'N02',
  name: 'monthOverMonth',
  zh: '月度订量突增',
  en: 'Month over month',
  meaning: '近 30 天订量是前 30 天的很多倍，全县的涨幅已经扣除。',
  source: '领域参考 6.6 的建议指标（设计）：月订量变化（公开报道）',
  needs: ['order_lines'],
  sql: `select 'retailer' as subject_kind, licence_no as subject, licence_no, ${ramp('ratio', '$monthRatio')} as strength,
    {'say': format('近 30 天订 {} 条，前 30 天 {} 条，扣除全县涨幅后是 {:.1f} 倍。', month, month_before, ratio),
     'month': month, 'before': month_before, 'ratio': round(ratio, 2)} as evidence
  from (select licence_no, age_days, month, month_before, month / month_before / (select growth from county) as ratio
    from shop where month_before > 0 and month >= $monthFloor and age_days >= $newShopDays)
  where ratio >= $monthRatio`,
}
