import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffRole } from '#kernel/actor'
import { totpCode } from '#platform/totp'
import { type AccessHouse, openAccessHouse } from '../testing/house.ts'
import { asStaff, hire, hireAndSignIn, signInAs } from '../testing/people.ts'

let house: AccessHouse
let system: Awaited<ReturnType<typeof hireAndSignIn>>
let security: Awaited<ReturnType<typeof hireAndSignIn>>
beforeAll(async () => {
  house = await openAccessHouse()
  system = await hireAndSignIn(house, 'system1', ['systemAdmin'])
  security = await hireAndSignIn(house, 'security1', ['securityAdmin'])
})
afterAll(() => house.close())

const codeOf = (reply: { json(): { code: string } }) => reply.json().code
const wanted = (more: object = {}) => ({
  name: '模拟新同事',
  roles: ['inspector'] as StaffRole[],
  areas: ['440785103'],
  state: 'active',
  onDuty: true,
  certificate: { no: 'YJ-440785-0101', from: '2024-01-01', to: '2028-12-31' },
  ...more,
})
const propose = (account: string, more: object = {}, cookie = system.cookie) =>
  asStaff(house, cookie)('POST', '/api/access/staff-changes', {
    kind: 'create',
    account,
    wanted: wanted(),
    phone: '13800138000',
    ...more,
  })
const decide = (id: string, how: 'confirmation' | 'rejection', cookie = security.cookie) =>
  asStaff(house, cookie)(
    'POST',
    `/api/access/staff-changes/${id}/${how}`,
    how === 'rejection' ? { reason: '岗位不符' } : undefined,
  )
const list = async () => (await asStaff(house, security.cookie)('GET', '/api/access/staff')).json()
const setup = (path: string, payload: object) =>
  house.app.inject({ method: 'POST', url: `/api/access/staff-setups${path}`, payload })
const password = '这是本人自己想的口令一句话'

/** Proposed, confirmed, set up: what the person has at the end. */
async function bringIn(account: string, more: object = {}) {
  const { id } = (await propose(account, { wanted: wanted(more) })).json()
  const { code } = (await decide(id, 'confirmation')).json()
  const opened = (await setup('/opening', { code })).json()
  const totp = totpCode(opened.totpSecret, house.clock.now().instant)
  const done = await setup('', { code, password, totp })
  return { id, code, opened, totp, done }
}

describe('a new account', () => {
  it('is proposed by one and confirmed by another; the person alone sets both factors and signs in', async () => {
    house.clock.advance({ minutes: 2 })
    const { code, opened, totp, done } = await bringIn('hu.ming')
    expect(done.statusCode).toBe(204)
    expect(opened).toMatchObject({ account: 'hu.ming', name: '模拟新同事' })
    const signedIn = await house.app.inject({
      method: 'POST',
      url: '/api/access/staff-sessions',
      payload: { account: 'hu.ming', password, code: totp },
    })
    expect(signedIn.json()).toMatchObject({ account: 'hu.ming', roles: ['inspector'], areas: ['440785103'] })
    expect(codeOf(await setup('/opening', { code }))).toBe('setupCodeWrong')
    const { items } = await list()
    expect(items.find((one: { account: string }) => one.account === 'hu.ming')).toMatchObject({
      certificate: { no: 'YJ-440785-0101', from: '2024-01-01', to: '2028-12-31' },
      onDuty: true,
      phoneMasked: expect.stringMatching(/^\*+8000$/u),
    })
  })

  it('keeps telephone, code and secret out of the database, and has its lines in the ledger', async () => {
    house.clock.advance({ minutes: 2 })
    const { code, opened } = await bringIn('secret.keeper', { certificate: null })
    const { rows } = await house.services.database.within({ areas: 'all' }, tx =>
      sql<{ text: string }>`select string_agg(t, ' ') as text from (
        select row_to_json(x)::text as t from access.staff_change x union all
        select row_to_json(x)::text from access.staff_contact x union all
        select row_to_json(x)::text from access.staff_setup x union all
        select row_to_json(x)::text from access.staff_credential x union all
        select row_to_json(x)::text from platform.idempotency x union all
        select row_to_json(x)::text from platform.audit_entry x) everything`.execute(tx),
    )
    const text = rows[0]?.text ?? ''
    for (const secret of ['13800138000', code, opened.totpSecret, password]) expect(text).not.toContain(secret)
    for (const action of ['proposeStaffChange', 'confirmStaffChange', 'openStaffSetup', 'finishStaffSetup'])
      expect(text).toContain(`access.${action}`)
  })

  it('is not made by one person, nor confirmed twice, nor twice under one name', async () => {
    const { id } = (await propose('lone', { wanted: wanted({ certificate: null }) })).json()
    expect(codeOf(await decide(id, 'confirmation', system.cookie))).toBe('notPermitted')
    expect(codeOf(await propose('lone', { wanted: wanted({ certificate: null }) }))).toBe('staffChangeOpen')
    expect((await decide(id, 'confirmation')).statusCode).toBe(200)
    expect(codeOf(await decide(id, 'confirmation'))).toBe('staffChangeDecided')
    expect(codeOf(await propose('lone'))).toBe('accountTaken')
  })

  it.each([
    ['an account with capitals and blanks inside', { account: 'Wang Er' }, 'accountMalformed'],
    [
      'an administrator with business roles',
      { wanted: wanted({ roles: ['securityAdmin', 'window'] }) },
      'rolesNotSeparate',
    ],
    ['an area of another county', { wanted: wanted({ areas: ['440784'] }) }, 'areaOutsideScope'],
    [
      'a certificate that ends before it begins',
      { wanted: wanted({ certificate: { no: 'YJ-9', from: '2026-02-01', to: '2026-01-01' } }) },
      'certificateDatesWrong',
    ],
    ['a telephone that is none', { phone: '12' }, 'phoneInvalid'],
    ['nothing at all', { wanted: null }, 'staffWantedMissing'],
  ])('is refused by name with %s', async (_, more, name) => {
    expect(codeOf(await propose('someone', { wanted: wanted({ certificate: null }), ...more }))).toBe(name)
  })

  it('refuses a certificate that a colleague holds', async () => {
    expect(codeOf(await propose('twin'))).toBe('certificateTaken')
  })

  it('gives a setup code that lives a day and takes only a right one-time code and a long password', async () => {
    house.clock.advance({ minutes: 2 })
    const { id } = (await propose('slow', { wanted: wanted({ certificate: null }) })).json()
    const { code } = (await decide(id, 'confirmation')).json()
    const { totpSecret } = (await setup('/opening', { code })).json()
    const totp = () => totpCode(totpSecret, house.clock.now().instant)
    expect(codeOf(await setup('', { code, password: '短', totp: totp() }))).toBe('passwordTooShort')
    expect(codeOf(await setup('', { code, password, totp: '000000' }))).toBe('setupTotpWrong')
    house.clock.advance({ hours: 24 })
    expect(codeOf(await setup('', { code, password, totp: totp() }))).toBe('setupCodeWrong')
  })
})

describe('a change', () => {
  it('counts from the person’s next request, and closing ends the sessions', async () => {
    security = { ...security, cookie: await signInAs(house, 'security1', security.totpSecret) }
    system = { ...system, cookie: await signInAs(house, 'system1', system.totpSecret) }
    const clerk = await hireAndSignIn(house, 'clerk', ['window'])
    const change = async (more: object) => {
      const body = { kind: 'change', wanted: wanted({ certificate: null, ...more }), phone: null }
      return decide((await propose('clerk', body)).json().id, 'confirmation')
    }
    expect((await change({ roles: ['reviewer'] })).json()).toEqual({ code: null, expiresAt: null })
    const me = () => house.app.inject({ url: '/api/access/me', headers: { cookie: clerk.cookie } })
    expect((await me()).json().roles).toEqual(['reviewer'])
    await change({ roles: ['reviewer'], state: 'closed' })
    expect((await me()).statusCode).toBe(401)
  })

  it('may be sent back with a reason, and is then no longer open', async () => {
    await hire(house, 'clerk2', ['window'])
    const body = { kind: 'change', wanted: wanted({ certificate: null }), phone: null }
    const { id } = (await propose('clerk2', body)).json()
    expect((await decide(id, 'rejection')).statusCode).toBe(204)
    expect((await list()).changes.find((one: { id: string }) => one.id === id)).toMatchObject({
      state: 'rejected',
      reason: '岗位不符',
    })
    expect((await propose('clerk2', body)).statusCode).toBe(200)
  })

  it('is never of oneself, whoever confirms, and never takes away the last administrator', async () => {
    const own = { kind: 'change', wanted: wanted({ roles: ['decider'], certificate: null }), phone: null }
    expect(codeOf(await propose('system1', own))).toBe('ownAccount')
    expect(codeOf(await propose('security1', own))).toBe('lastAdministrator')
    await hire(house, 'security2', ['securityAdmin'])
    const { id } = (await propose('security1', { kind: 'resetCode', wanted: null, phone: null })).json()
    expect(codeOf(await decide(id, 'confirmation'))).toBe('ownAccount')
  })
})

describe('a reset', () => {
  it('closes the old factors and sessions at once and opens with the new ones only', async () => {
    const lost = await hireAndSignIn(house, 'lost', ['window'])
    house.clock.advance({ minutes: 2 })
    const { id } = (await propose('lost', { kind: 'resetCode', wanted: null, phone: null })).json()
    const { code } = (await decide(id, 'confirmation')).json()
    expect((await house.app.inject({ url: '/api/access/me', headers: { cookie: lost.cookie } })).statusCode).toBe(401)
    await expect(signInAs(house, 'lost', lost.totpSecret)).rejects.toThrow('signInWrong')
    const { totpSecret } = (await setup('/opening', { code })).json()
    const totp = totpCode(totpSecret, house.clock.now().instant)
    expect((await setup('', { code: code.toLowerCase().replaceAll('-', ' '), password, totp })).statusCode).toBe(204)
  })
})

describe('the list', () => {
  it('is shown to those who look after accounts, and to nobody of another county', async () => {
    const clerk = await hireAndSignIn(house, 'clerk3', ['window'])
    expect(codeOf(await asStaff(house, clerk.cookie)('GET', '/api/access/staff'))).toBe('notPermitted')
    const foreign = await hireAndSignIn(house, 'taishan', ['securityAdmin'], ['440781'])
    const { items, changes } = (await asStaff(house, foreign.cookie)('GET', '/api/access/staff')).json()
    expect(items.map((one: { account: string }) => one.account)).toEqual(['taishan'])
    expect(changes).toEqual([])
  })
})
