import { type Indicator, ramp } from './indicator.ts'

export const priceClassShift: Indicator = {
  code: 'N04',
  name: 'priceClassShift',
  zh: '订货档次突变',
  en: 'Price classes shifted',
  meaning: '近 30 天各价类的占比，和这家店过去一年的习惯差得很远。',
  source: '领域参考 6.6 的建议指标（设计）：订货结构变化（公开报道）',
  needs: ['order_lines', 'skus'],
  sql: `select 'retailer' as subject_kind, licence_no as subject, licence_no, ${ramp('shift', '$classShift')} as strength,
    {'say': format('近 30 天与过去一年相比，有 {:.0f}% 的订量换了价类，一类烟由 {:.0f}% 变为 {:.0f}%。', shift * 100, first_before * 100, first_now * 100),
     'shift': round(shift, 3), 'month': month} as evidence
  from (select licence_no, any_value(month) as month, sum(abs(now - before)) / 2 as shift,
      sum(case when price_class = 1 then now else 0 end) as first_now,
      sum(case when price_class = 1 then before else 0 end) as first_before
    from shop_class_share where month >= $monthFloor and before_all >= 2 * $monthFloor group by licence_no)
  where shift >= $classShift`,
}
