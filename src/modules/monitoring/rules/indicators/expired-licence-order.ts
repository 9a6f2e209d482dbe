import type { Indicator } from './indicator.ts'

export const expiredLicenceOrder: Indicator = {
  code: 'M12',
  name: 'expiredLicenceOrder',
  zh: '过期后订货',
  en: 'Orders after expiry',
  meaning: '许可证有效期已过，之后还有订货。',
  source: '领域参考 6.6 的建议指标（设计）；许可证有效期届满未延续的不得继续经营（行政许可法第七十条）',
  needs: ['order_lines', 'retailers'],
  sql: `select 'retailer' as subject_kind, licence_no as subject, licence_no, 1.0 as strength,
    {'say': format('有效期到 {}，{} 天前还有订货。', valid_to, last_day), 'validTo': valid_to, 'daysSinceOrder': last_day} as evidence
  from shop
  where status <> 'cancelled' and last_day < 30
    and (expired_days > last_day or (status = 'expired' and last_day < $freshDays))`,
}
