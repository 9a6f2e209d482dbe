import { type Indicator, ramp } from './indicator.ts'

export const sharedDevice: Indicator = {
  code: 'M04',
  name: 'sharedDevice',
  zh: '一机多店订货',
  en: 'One device orders for many shops',
  meaning: '同一台手机或电脑在 30 天里替多家店订货。可能是有人收了证统一订货，也可能是帮老人代订。',
  source: '领域参考 6.6：5 户及以上同一地点订货（公开报道）',
  needs: ['order_lines'],
  sql: `select 'device' as subject_kind, device_hash as subject, unnest(shops) as licence_no,
    ${ramp('len(shops)', '$sharedDeviceShops')} as strength,
    {'say': format('同一台设备 30 天里替 {} 家店订货 {} 条。', len(shops), cartons), 'device': device_hash,
     'shops': shops[1:50], 'count': len(shops), 'cartons': cartons} as evidence
  from (select device_hash, list(distinct licence_no order by licence_no) as shops, sum(cartons)::bigint as cartons
    from shop_use where device_hash <> '' group by 1)
  where len(shops) >= $sharedDeviceShops`,
}
