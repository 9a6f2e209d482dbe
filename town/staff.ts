import type { StaffRole } from '#kernel/actor'

/** 演示账号, never in production: password and second factor are printed by `npm start`. */
export interface DemoStaff {
  readonly account: string
  readonly name: string
  readonly roles: readonly StaffRole[]
  /** 6-digit county or 9-digit town codes. */
  readonly areas: readonly string[]
  readonly password: string
  /** Base32. */
  readonly totpSecret: string
}

const password = 'Enping-demo-2026'

/** Readable base32 of 32 characters, another for each account. */
const secret = (word: string): string => word.padEnd(32, 'ENPINGDEMO').slice(0, 32)

const person = (account: string, name: string, roles: readonly StaffRole[], areas = ['440785']): DemoStaff => ({
  account,
  name,
  roles,
  areas,
  password,
  totpSecret: secret(account.toUpperCase().replace(/[^A-Z2-7]/gu, '')),
})

/** One account a duty, so that two people are needed where the law wants two; the names are invented. */
export const demoStaff: readonly DemoStaff[] = [
  person('window', '窗口 林晓', ['window']),
  person('reviewer', '审核 何敏', ['reviewer']),
  person('decider', '审批 周立', ['decider']),
  person('window2', '窗口 叶青', ['window']),
  person('reviewer2', '审核 伍静', ['reviewer']),
  person('decider2', '审批 冼平', ['decider']),
  person('head', '局长 郑远', ['head']),
  person('verifier', '核查 陈路', ['verifier']),
  person('verifier.shahu', '沙湖核查 吴江', ['verifier', 'window'], ['440785103', '440785104']),
  person('inspector', '稽查 黄锋', ['inspector']),
  person('inspector2', '稽查 苏岸', ['inspector']),
  person('inspector3', '稽查 甄行', ['inspector']),
  person('inspector4', '稽查 司徒远', ['inspector']),
  person('courier', '送证 冯达', ['courier']),
  person('helper', '帮办 梁好', ['helper']),
  person('legal', '法制 岑正', ['legal']),
  person('system.admin', '系统管理 唐维', ['systemAdmin']),
  person('system.admin2', '系统管理 聂可', ['systemAdmin']),
  person('security.admin', '安全管理 莫安', ['securityAdmin']),
  person('audit.admin', '审计管理 谭审', ['auditAdmin']),
]
