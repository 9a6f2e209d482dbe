import type { StaffRole } from '#kernel/actor'

/** 演示账号, never in production: password and second factor are printed by `npm start`. */
export interface DemoStaff {
  readonly account: string
  readonly name: string
  readonly roles: readonly StaffRole[]
  /** 6-digit county or 9-digit town codes. */
  readonly areas: readonly string[]
  readonly password: string
  /** 执法证, of those who enforce. */
  readonly certificate?: { readonly no: string; readonly from: string; readonly to: string }
  readonly onDuty?: boolean
  /** Base32. */
  readonly totpSecret: string
}

export const staffPassword = 'Enping-demo-2026'

/** Readable base32 of 32 characters, another for each account. */
export const secretOf = (account: string): string =>
  account
    .toUpperCase()
    .replace(/[^A-Z2-7]/gu, '')
    .padEnd(32, 'ENPINGDEMO')
    .slice(0, 32)

const person = (account: string, name: string, roles: readonly StaffRole[], areas = ['440785']): DemoStaff => ({
  account,
  name,
  roles,
  areas,
  password: staffPassword,
  totpSecret: secretOf(account),
})

/** 稽查: certified officers in different towns, six years a certificate; `to` lets one have run out. */
const inspector = (number: number, account: string, name: string, areas: string[], to = '2029-12-31'): DemoStaff => ({
  ...person(account, name, ['inspector'], areas),
  certificate: {
    no: `粤烟执法440785${String(number).padStart(3, '0')}`,
    from: `${Number(to.slice(0, 4)) - 5}-01-01`,
    to,
  },
})

/** One account a duty, so that two people are needed where the law wants two; the names are invented. */
export const demoStaff: readonly DemoStaff[] = [
  person('window', '窗口 林晓', ['window']),
  person('reviewer', '审核 何敏', ['reviewer']),
  person('decider', '审批 周立', ['decider']),
  person('window2', '窗口 叶青', ['window']),
  // Receives one service after another in the journeys, while others wait for the next one-time code.
  person('window3', '窗口 杜梅', ['window']),
  person('reviewer2', '审核 伍静', ['reviewer']),
  person('decider2', '审批 冼平', ['decider']),
  person('head', '局长 郑远', ['head']),
  person('verifier', '核查 陈路', ['verifier']),
  person('verifier.shahu', '沙湖核查 吴江', ['verifier', 'window'], ['440785103', '440785104']),
  inspector(1, 'inspector', '稽查 黄锋', ['440785']),
  inspector(2, 'inspector.shahu', '沙湖稽查 梁志', ['440785103', '440785104']),
  inspector(3, 'inspector.hengpo', '横陂稽查 吴健', ['440785100', '440785109']),
  inspector(4, 'inspector.shengtang', '圣堂稽查 冯毅', ['440785101', '440785105']),
  inspector(5, 'inspector.liangxi', '良西稽查 岑勇', ['440785102', '440785106']),
  inspector(6, 'inspector.naji', '那吉稽查 郑强', ['440785107', '440785108']),
  // 执法证已过期: the house must not send this one.
  inspector(7, 'inspector.datian', '大田稽查 莫坚', ['440785106'], '2025-12-31'),
  inspector(8, 'inspector2', '稽查 苏岸', ['440785']),
  inspector(9, 'inspector3', '稽查 甄行', ['440785']),
  // No 执法证 at all: never assigned, never drawn.
  person('inspector4', '稽查 司徒远', ['inspector']),
  person('courier', '送证 冯达', ['courier']),
  { ...person('helper', '帮办 梁好', ['helper']), onDuty: true },
  person('legal', '法制 岑正', ['legal']),
  person('analyst', '研判 伍思', ['analyst']),
  person('informant.desk', '12313 受理 温和', ['informantDesk']),
  person('system.admin', '系统管理 唐维', ['systemAdmin']),
  person('system.admin2', '系统管理 聂可', ['systemAdmin']),
  person('security.admin', '安全管理 莫安', ['securityAdmin']),
  person('audit.admin', '审计管理 谭审', ['auditAdmin']),
]
