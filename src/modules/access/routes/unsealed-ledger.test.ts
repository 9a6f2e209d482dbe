import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unsealedSeconds } from '#platform/ledger/age'
import { decideSealGuard } from '#platform/ledger/seal-guard'
import { sealOnce } from '#platform/ledger/sealer'
import { type AccessHouse, openAccessHouse } from '../testing/house.ts'
import { asStaff, bringInTerminal, hireAndSignIn } from '../testing/people.ts'

let house: AccessHouse
let first: string
let second: string
let superuser: pg.Client
beforeAll(async () => {
  house = await openAccessHouse()
  first = (await hireAndSignIn(house, 'system1', ['systemAdmin'])).cookie
  second = (await hireAndSignIn(house, 'security1', ['securityAdmin'])).cookie
  superuser = new pg.Client({ connectionString: house.test.superUrl })
  await superuser.connect()
})
afterAll(async () => {
  await superuser.end()
  await house.close()
})

const propose = () =>
  asStaff(house, first)('POST', '/api/access/terminals', { code: 'UN-1', name: '模拟终端', areaCode: '440785103' })
/** A seal covers what no open transaction of the whole cluster, other tests included, could still come before. */
const seal = async () => {
  while ((await unsealedSeconds(superuser)) > 0) {
    await sealOnce(superuser, house.services.keyring)
    await new Promise(resolve => setTimeout(resolve, 5))
  }
}
/** The sealer stood still: the oldest line without a seal was written so long ago. */
const writeLineOf = (ago: string) =>
  superuser.query(
    `insert into platform.audit_entry (at, actor, action, outcome) values (clock_timestamp() - $1::interval, 'system:x', 'x', 'allowed')`,
    [ago],
  )

describe('while the ledger goes unsealed', () => {
  it('privileged operations go on for four hours, then stop by name and on record; a theft is still answered', async () => {
    const terminal = await bringInTerminal(house, { first, second })
    await seal()
    await writeLineOf('3 hours 59 minutes')
    expect((await propose()).statusCode).toBe(200)
    await writeLineOf('4 hours 1 minute')
    await seal()
    await writeLineOf('4 hours 1 minute')
    const stopped = await propose()
    expect(stopped.statusCode).toBe(423)
    expect(stopped.json()).toMatchObject({ code: 'ledgerUnsealed', title: expect.stringContaining('4 小时没有封存') })
    expect(stopped.json().next).toContain('系统管理员')
    const { rows } = await superuser.query(
      `select outcome, reason, subject from platform.audit_entry where action = 'platform.privilegedStopped'`,
    )
    expect(rows).toEqual([{ outcome: 'refused', reason: 'ledgerUnsealed', subject: '/api/access/terminals' }])
    expect((await terminal.layCard()).statusCode).toBe(200)
    const revoked = await asStaff(house, second)('POST', `/api/access/terminals/${terminal.terminalId}/revocation`, {
      reason: '被盗',
    })
    expect(revoked.statusCode).toBe(200)
    await seal()
    expect((await propose()).json().code).not.toBe('ledgerUnsealed')
  })
})

describe('the guard', () => {
  it('stops only beyond four hours', () => {
    expect([0, 14_400, 14_401].map(seconds => decideSealGuard(seconds).ok)).toEqual([true, true, false])
  })
})
