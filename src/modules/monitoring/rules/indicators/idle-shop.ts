import type { Indicator } from './indicator.ts'

export const idleShop: Indicator = {
  code: 'M06',
  name: 'idleShop',
  zh: '长期不订货',
  en: 'Idle shop',
  meaning: '许可证有效，却连续三个月没有订货。可能停业没有报备，也可能证已经给别人用。',
  source: '领域参考 6.6 的建议指标（设计）：三个月零销售',
  needs: ['order_lines', 'retailers'],
  sql: `select 'retailer' as subject_kind, licence_no as subject, licence_no, 0.5 as strength,
    {'say': coalesce(format('最后一次订货在 {} 天前。', last_day), '有记录以来没有订过货。'), 'daysSinceOrder': last_day} as evidence
  from shop
  where status = 'valid' and age_days > $idleDays and coalesce(last_day, 1000000) >= $idleDays
    and (select first_day from county) >= $idleDays`,
}
