import { type Indicator, ramp } from './indicator.ts'

export const orderSpike: Indicator = {
  code: 'N01',
  name: 'orderSpike',
  zh: '订量超前三周期',
  en: 'Order above twice the last three cycles',
  meaning:
    '最近一次订货总量超过前三次平均的两倍。20 条以内的订单和开业不满三个月的店不看；过节全县都涨的，按全县涨幅折算。',
  source: '国家局通行做法（凭记忆，待核对）：超过前三个周期平均数 200%；20 条以内、开业不满三个月的除外',
  needs: ['order_lines'],
  sql: `select 'retailer' as subject_kind, licence_no as subject, licence_no,
    ${ramp('ratio', '$orderSpikeRatio')} as strength,
    {'say': format('最近一次订 {} 条，前三次平均 {:.1f} 条，是 {:.0f}%。', cartons, mean, ratio * 100),
     'cartons': cartons, 'mean': round(mean, 2), 'ratio': round(ratio, 2), 'day': day} as evidence
  from (select licence_no, age_days, day, cartons, mean, cartons / mean / (select spike from county) as ratio
    from order_cycle where mean > 0)
  where ratio > $orderSpikeRatio and cartons > $orderSpikeFloor and age_days >= $newShopDays`,
}
