import type { Indicator } from './indicator.ts'

export const orderWhileSuspended: Indicator = {
  code: 'M07',
  name: 'orderWhileSuspended',
  zh: '停业、整顿期间订货',
  en: 'Orders while suspended',
  meaning: '登记状态是停业、责令整顿或者已注销，最近却还有订货。',
  source: '领域参考 6.6 的建议指标（设计）；烟草专卖法实施条例第十四条（责令暂停经营整顿）',
  needs: ['order_lines', 'retailers'],
  sql: `select 'retailer' as subject_kind, licence_no as subject, licence_no, 1.0 as strength,
    {'say': format('状态为“{}”，最近一次订货在 {} 天前，近 {} 天订 {} 条。',
       case status when 'suspended' then '停业' when 'rectifying' then '责令整顿' else '已注销' end, last_day, $freshDays::int, week),
     'status': status, 'daysSinceOrder': last_day, 'week': week} as evidence
  from shop
  where status in ('suspended', 'rectifying', 'cancelled') and last_day < $freshDays`,
}
