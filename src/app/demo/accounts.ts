import type { Moment } from '#kernel/dates'
import { createStaff } from '#modules/access'
import { demoPartners } from '../../../town/partners.ts'
import { demoStaff } from '../../../town/staff.ts'
import type { Tx } from '../../platform/database.ts'
import type { Keyring } from '../../platform/keyring.ts'
import { totpCode } from '../../platform/totp.ts'

/** Ids by account. */
export async function createDemoStaff(tx: Tx, at: Moment, keyring: Keyring): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>()
  for (const staff of demoStaff) {
    const made = await createStaff(tx, { ...staff, demo: true }, { at, keyring })
    if (!made.ok) throw new Error(`demo account ${staff.account}: ${made.refusal}`)
    ids.set(staff.account, made.value.staffId)
  }
  return ids
}

const everybody = [...demoStaff, ...demoPartners.map(partner => ({ ...partner, name: partner.contact }))]

/** The accounts with the code of this moment: shown on the sign-in page of a demonstration. */
export const demoAccounts = (at: Moment) =>
  everybody.map(({ account, name, password, totpSecret }) => ({
    account,
    name,
    password,
    code: totpCode(totpSecret, at.instant),
  }))

export function demoAccountLines(url: string): string[] {
  const width = Math.max(...everybody.map(({ account }) => account.length)) + 2
  const lines = everybody.map(
    ({ account, name, password }) => `  ${account.padEnd(width)}${name.padEnd(8, '　')}  口令 ${password}`,
  )
  return [
    '',
    '演示账号（模拟数据；动态码见登录页，或 npm run yzt -- demo code 账号）',
    ...lines,
    `  登录页      ${url}/console/`,
  ]
}
