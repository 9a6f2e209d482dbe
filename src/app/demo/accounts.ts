import { createHash } from 'node:crypto'
import type { Moment } from '#kernel/dates'
import { createStaff } from '#modules/access'
import { demoStaff } from '../../../town/staff.ts'
import type { Tx } from '../../platform/database.ts'
import type { Keyring } from '../../platform/keyring.ts'
import { totpCode } from '../../platform/totp.ts'

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** A second factor everybody can compute: it belongs to accounts that production refuses to start with. */
function demoSecret(account: string): string {
  const digest = createHash('sha256').update(`烟政通演示 ${account}`).digest()
  return Array.from({ length: 32 }, (_, i) => BASE32[(digest[i] ?? 0) % 32]).join('')
}

export async function createDemoStaff(tx: Tx, at: Moment, keyring: Keyring): Promise<void> {
  for (const { duty: _, ...staff } of demoStaff) {
    const made = await createStaff(tx, { ...staff, totpSecret: demoSecret(staff.account), demo: true }, { at, keyring })
    if (!made.ok) throw new Error(`demo account ${staff.account}: ${made.refusal}`)
  }
}

/** The accounts with the code of this moment: shown on the sign-in page of a demonstration. */
export const demoAccounts = (at: Moment) =>
  demoStaff.map(({ account, name, duty, password }) => ({
    account,
    name,
    duty,
    password,
    code: totpCode(demoSecret(account), at.instant),
  }))

export const demoCode = (account: string, at: Moment): string => totpCode(demoSecret(account), at.instant)

export function demoAccountLines(url: string): string[] {
  const lines = demoStaff.map(
    ({ account, duty, password }) => `  ${account.padEnd(14)}${duty.padEnd(8, '　')}  口令 ${password}`,
  )
  return [
    '',
    '演示账号（模拟数据；动态码见登录页，或 npm run yzt -- demo code 账号）',
    ...lines,
    `  登录页      ${url}/console/`,
  ]
}
