import { type Indicator, ramp } from './indicator.ts'

export const neighboursDifference: Indicator = {
  code: 'N06',
  name: 'neighboursDifference',
  zh: '比邻店高出很多',
  en: 'Far above its neighbours',
  meaning: '近 30 天订量是一公里内其他店中位数的很多倍。',
  source: '领域参考 6.6 的建议指标（设计）：与邻店比较（设计）',
  needs: ['order_lines', 'retailers'],
  sql: `select 'retailer' as subject_kind, licence_no as subject, licence_no, ${ramp('ratio', '$neighbourRatio')} as strength,
    {'say': format('近 30 天订 {} 条，一公里内 {} 家店的中位数是 {:.0f} 条，是 {:.1f} 倍。', month, neighbours, middle, ratio),
     'month': month, 'median': middle, 'neighbours': neighbours, 'ratio': round(ratio, 2)} as evidence
  from (select licence_no, month, neighbours, middle, month / greatest(middle, 1) as ratio from neighbourhood
    where neighbours >= $neighbourShops and month >= $monthFloor)
  where ratio >= $neighbourRatio`,
}
