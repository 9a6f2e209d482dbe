import { randomUUID } from 'node:crypto'
import type { AccountRole, StaffRole } from '#kernel/actor'
import { totpCode } from '#platform/totp'
import { createStaff } from '../index.ts'
import type { AccessHouse } from './house.ts'
import { FakeTerminal } from './terminal.ts'

export const password = '模拟数据的口令，一二三四'

/** An account that exists, with what signs it in. */
export async function hire(
  house: AccessHouse,
  account: string,
  roles: readonly AccountRole[],
  areas = ['440785'],
  agencyId?: string,
) {
  const { database, keyring } = house.services
  const at = house.clock.now()
  const created = await database.within({ areas: 'all' }, tx =>
    createStaff(
      tx,
      { account, name: `模拟${account}`, roles, areas, password, ...(agencyId === undefined ? {} : { agencyId }) },
      { at, keyring },
    ),
  )
  if (!created.ok) throw new Error(created.refusal)
  return created.value
}

/** Signs in and gives the cookie; the clock goes on by one code, because a code works once. */
export async function signInAs(house: AccessHouse, account: string, totpSecret: string): Promise<string> {
  house.clock.advance({ seconds: 30 })
  const code = totpCode(totpSecret, house.clock.now().instant)
  const payload = { account, password, code }
  const reply = await house.app.inject({ method: 'POST', url: '/api/access/staff-sessions', payload })
  if (reply.statusCode !== 200) throw new Error(reply.body)
  return String(reply.headers['set-cookie']).split(';')[0] ?? ''
}

export async function hireAndSignIn(
  house: AccessHouse,
  account: string,
  roles: readonly StaffRole[],
  areas?: string[],
) {
  const { totpSecret, staffId } = await hire(house, account, roles, areas)
  return { cookie: await signInAs(house, account, totpSecret), totpSecret, staffId, account }
}

/** One write by a member of staff, with a key of its own. */
export function asStaff(house: AccessHouse, cookie: string) {
  return async (method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) =>
    house.app.inject({
      method,
      url,
      headers: { cookie, 'idempotency-key': randomUUID() },
      ...(payload === undefined ? {} : { payload }),
    })
}

/** A terminal that two people brought in and that has opened its channel. */
export async function bringInTerminal(
  house: AccessHouse,
  people: { first: string; second: string },
  at: { code?: string; areaCode?: string } = {},
) {
  const code = at.code ?? `T-${randomUUID().slice(0, 8)}`
  const place = { code, name: `模拟终端${code}`, areaCode: at.areaCode ?? '440785103' }
  const proposed = await asStaff(house, people.first)('POST', '/api/access/terminals', place)
  const { id } = proposed.json()
  const confirmed = await asStaff(house, people.second)('POST', `/api/access/terminals/${id}/confirmation`)
  const terminal = new FakeTerminal(house.app)
  const redeemed = await terminal.redeem(confirmed.json().code)
  if (redeemed.statusCode !== 200) throw new Error(proposed.body + confirmed.body + redeemed.body)
  await terminal.shakeHands()
  return terminal
}
