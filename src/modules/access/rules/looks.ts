import type { StaffRole } from '#kernel/actor'

/** For what a page was opened, as the ledger's action says. */
export type LookPurpose = 'application' | 'licence' | 'retailer' | 'credit' | 'case' | 'visit' | 'partner' | 'other'

const purposes: Readonly<Record<string, LookPurpose>> = {
  'licensing.readApplication': 'application',
  'licensing.readLicence': 'licence',
  'licensing.readPrintPage': 'licence',
  'registry.readRetailer': 'retailer',
  'credit.readShop': 'credit',
  'credit.readFile': 'credit',
  'cases.read': 'case',
  'inspection.readVisit': 'visit',
  'inspection.readVisitPhoto': 'visit',
  'partners.readItem': 'partner',
  'partners.readMatter': 'partner',
  'partner.readItem': 'partner',
}

/** 岗位 as the public reads it; the first of this order that the member of staff holds. */
const roles: readonly (readonly [StaffRole, zh: string, en: string])[] = [
  ['head', '局负责人', 'Head of the bureau'],
  ['decider', '审批', 'Decision'],
  ['reviewer', '审核', 'Review'],
  ['window', '窗口受理', 'Counter'],
  ['verifier', '实地核查', 'Site check'],
  ['inspector', '市场检查', 'Market inspection'],
  ['courier', '送证', 'Delivery'],
  ['legal', '法制审核', 'Legal review'],
  ['analyst', '数据分析', 'Analysis'],
  ['informantDesk', '举报受理', 'Reports desk'],
  ['helper', '帮办', 'Helper'],
  ['auditAdmin', '审计管理', 'Audit'],
  ['securityAdmin', '安全管理', 'Security'],
  ['systemAdmin', '系统管理', 'Systems'],
]

interface Seen {
  readonly at: string
  readonly action: string
  readonly subject: string
  readonly roles: readonly StaffRole[]
  /** The agency that looked; null = our own staff. */
  readonly agency: string | null
}

/** One look without the person who looked. */
export function lookOf({ at, action, subject, roles: held, agency }: Seen, office: string) {
  const staff = roles.find(([name]) => held.includes(name)) ?? ['', '工作人员', 'Staff']
  const [, role, roleEn] = agency === null ? staff : ['', '协作部门', 'Partner agency']
  const purpose: LookPurpose = purposes[action] ?? 'other'
  return { at, about: subject, purpose, role, roleEn, office: agency ?? office }
}
