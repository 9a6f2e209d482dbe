import { type Indicator, ramp } from './indicator.ts'

export const sharedDeliveryPoint: Indicator = {
  code: 'M05',
  name: 'sharedDeliveryPoint',
  zh: '多店同一收货点',
  en: 'Many shops delivered at one point',
  meaning: '30 天里多家店的货送到同一个地点。货可能没有进店。',
  source: '领域参考 6.6 的建议指标（设计）',
  needs: ['order_lines'],
  sql: `select 'deliveryPoint' as subject_kind, delivery_point as subject, unnest(shops) as licence_no,
    ${ramp('len(shops)', '$sharedPointShops')} as strength,
    {'say': format('30 天里 {} 家店的货送到同一个收货点，共 {} 条。', len(shops), cartons), 'point': delivery_point,
     'shops': shops[1:50], 'count': len(shops), 'cartons': cartons} as evidence
  from (select delivery_point, list(distinct licence_no order by licence_no) as shops, sum(cartons)::bigint as cartons
    from shop_use where delivery_point <> '' group by 1)
  where len(shops) >= $sharedPointShops`,
}
