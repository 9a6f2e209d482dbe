import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Tx } from '#platform/database'
import { totpCode } from '#platform/totp'
import { changeRoles, closeStaff, createStaff, wakeStaff } from '../index.ts'
import { citizenIdOf } from '../testing/cards.ts'
import { type AccessHouse, openAccessHouse } from '../testing/house.ts'
import { asStaff, hire, hireAndSignIn, password, signInAs } from '../testing/people.ts'

let house: AccessHouse
beforeAll(async () => {
  house = await openAccessHouse()
})
afterAll(() => house.close())

const codeOf = (reply: { json(): { code: string } }) => reply.json().code
const all = <T>(work: (tx: Tx) => Promise<T>) => house.services.database.within({ areas: 'all' }, work)
const codeNow = (secret: string) => totpCode(secret, house.clock.now().instant)
const signIn = (body: { account: string; password?: string; code: string }, headers: Record<string, string> = {}) =>
  house.app.inject({ method: 'POST', url: '/api/access/staff-sessions', headers, payload: { password, ...body } })
const me = (cookie: string) => house.app.inject({ url: '/api/access/me', headers: { cookie } })
const decide = (cookie: string, headers: Record<string, string> = {}) =>
  house.app.inject({ method: 'POST', url: '/api/licensing/decide', headers: { cookie, ...headers } })

describe('signing in', () => {
  it('takes account, password and code, and gives a cookie that scripts and other sites never see', async () => {
    const { totpSecret, staffId } = await hire(house, 'window1', ['window', 'verifier'])
    house.clock.advance({ seconds: 30 })
    const reply = await signIn({ account: ' Window1 ', code: codeNow(totpSecret) })
    expect(reply.json()).toEqual({
      id: staffId,
      account: 'window1',
      name: '模拟window1',
      roles: ['window', 'verifier'],
      areas: ['440785'],
      idleSeconds: 900,
    })
    expect(reply.headers['set-cookie']).toMatch(/^yzt_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure$/u)
    expect((await me(String(reply.headers['set-cookie']))).json().account).toBe('window1')
  })

  it('takes a code once, and never an older one', async () => {
    const { totpSecret } = await hire(house, 'window2', ['window'])
    const old = codeNow(totpSecret)
    house.clock.advance({ seconds: 30 })
    const code = codeNow(totpSecret)
    expect((await signIn({ account: 'window2', code })).statusCode).toBe(200)
    expect(codeOf(await signIn({ account: 'window2', code }))).toBe('signInWrong')
    expect(codeOf(await signIn({ account: 'window2', code: old }))).toBe('signInWrong')
  })

  it('opens one session for two tries at once with one code', async () => {
    const { totpSecret } = await hire(house, 'window3', ['window'])
    house.clock.advance({ seconds: 30 })
    const tries = await Promise.all([1, 2, 3].map(() => signIn({ account: 'window3', code: codeNow(totpSecret) })))
    expect(tries.map(reply => reply.statusCode).toSorted()).toEqual([200, 401, 401])
  })

  it('answers unknown, wrong and locked with the same words, and tells the ledger nothing that was typed', async () => {
    const { totpSecret } = await hire(house, 'window4', ['window'])
    const wrongs = [
      await signIn({ account: 'nobody', code: '000000' }),
      await signIn({ account: 'window4', code: '000000' }),
      await signIn({ account: 'window4', password: '错', code: codeNow(totpSecret) }),
    ]
    for (let n = 0; n < 4; n++) wrongs.push(await signIn({ account: 'window4', password: '错', code: '000000' }))
    house.clock.advance({ seconds: 30 })
    wrongs.push(await signIn({ account: 'window4', code: codeNow(totpSecret) }))
    const words = wrongs.map(reply => ({ ...reply.json(), instance: '', status: reply.statusCode }))
    expect(new Set(words.map(word => JSON.stringify(word))).size).toBe(1)
    expect(words[0]).toMatchObject({ code: 'signInWrong', status: 401 })
    const { rows } = await all(tx =>
      sql<{ text: string }>`select string_agg(row_to_json(a)::text, ' ') as text from platform.audit_entry a`.execute(
        tx,
      ),
    )
    expect(rows[0]?.text).not.toMatch(/nobody|window4|错/u)
    house.clock.advance({ minutes: 15 })
    expect((await signIn({ account: 'window4', code: codeNow(totpSecret) })).statusCode).toBe(200)
  })

  it('lets no more than five of thirty guesses at once reach the password', async () => {
    const { totpSecret } = await hire(house, 'window5', ['window'])
    house.clock.advance({ minutes: 2 })
    await Promise.all(Array.from({ length: 30 }, () => signIn({ account: 'window5', password: '错', code: '000000' })))
    const { rows } = await all(tx =>
      sql<{
        wrongTries: number
      }>`select wrong_tries from access.staff_credential c join access.staff s on s.id = c.staff_id
        where s.account = 'window5'`.execute(tx),
    )
    expect(rows).toEqual([{ wrongTries: 5 }])
    expect(codeOf(await signIn({ account: 'window5', code: codeNow(totpSecret) }))).toBe('signInWrong')
  })

  it('ends the session of a cookie that came along: a planted one is worth nothing', async () => {
    const planted = (await hireAndSignIn(house, 'window6', ['window'])).cookie
    const { totpSecret } = await hire(house, 'window7', ['window'])
    house.clock.advance({ seconds: 30 })
    const reply = await signIn({ account: 'window7', code: codeNow(totpSecret) }, { cookie: planted })
    expect(reply.statusCode).toBe(200)
    expect(String(reply.headers['set-cookie'])).not.toContain(planted)
    expect((await me(planted)).statusCode).toBe(401)
  })

  it('is closed to accounts that slept for ninety days until they are woken, and says so only to their owner', async () => {
    const { totpSecret } = await hire(house, 'window8', ['window'])
    house.clock.advance({ hours: 24 * 90 + 1 })
    expect(codeOf(await signIn({ account: 'window8', code: '000000' }))).toBe('signInWrong')
    expect(codeOf(await signIn({ account: 'window8', code: codeNow(totpSecret) }))).toBe('accountDormant')
    expect((await all(tx => wakeStaff(tx, 'window8', house.clock.now()))).ok).toBe(true)
    expect((await signInAs(house, 'window8', totpSecret)).length).toBeGreaterThan(40)
  })

  it('keeps neither password nor token nor secret in the database', async () => {
    const { cookie, totpSecret } = await hireAndSignIn(house, 'window9', ['window'])
    const { rows } = await all(tx =>
      sql<{ text: string }>`select coalesce(string_agg(t, ' '), '') as text from (
        select row_to_json(x)::text as t from access.staff_session x union all
        select row_to_json(x)::text from access.staff_credential x union all
        select row_to_json(x)::text from platform.idempotency x union all
        select row_to_json(x)::text from platform.audit_entry x) everything`.execute(tx),
    )
    for (const secret of [cookie.split('=')[1] ?? '?', totpSecret, password])
      expect(rows[0]?.text).not.toContain(secret)
  })
})

describe('a staff session', () => {
  it('ends after fifteen idle minutes, and after twelve hours of work', async () => {
    const { cookie, totpSecret } = await hireAndSignIn(house, 'idle1', ['window'])
    house.clock.advance({ minutes: 14 })
    expect((await me(cookie)).statusCode).toBe(200)
    house.clock.advance({ minutes: 14 })
    expect((await me(cookie)).statusCode).toBe(200)
    house.clock.advance({ minutes: 15 })
    expect((await me(cookie)).statusCode).toBe(401)
    const busy = await signInAs(house, 'idle1', totpSecret)
    for (let minutes = 0; minutes < 12 * 60 - 10; minutes += 10) {
      house.clock.advance({ minutes: 10 })
      expect((await me(busy)).statusCode).toBe(200)
    }
    house.clock.advance({ minutes: 10 })
    expect((await me(busy)).statusCode).toBe(401)
  })

  it('ends at sign-out', async () => {
    const { cookie } = await hireAndSignIn(house, 'out1', ['window'])
    const url = '/api/access/staff-sessions/current'
    const reply = await house.app.inject({ method: 'DELETE', url, headers: { cookie } })
    expect([reply.statusCode, reply.headers['set-cookie']]).toEqual([204, expect.stringContaining('Max-Age=0')])
    expect((await me(cookie)).statusCode).toBe(401)
  })

  it('has the roles of this moment: a change counts from the next request', async () => {
    const { cookie } = await hireAndSignIn(house, 'change1', ['window'])
    expect(codeOf(await decide(cookie))).toBe('notPermitted')
    expect((await all(tx => changeRoles(tx, { account: 'change1', roles: ['decider'] }))).ok).toBe(true)
    expect((await decide(cookie)).statusCode).toBe(200)
    expect((await all(tx => changeRoles(tx, { account: 'change1', roles: ['window'] }))).ok).toBe(true)
    expect(codeOf(await decide(cookie))).toBe('notPermitted')
  })

  it('ends with the account, which then looks like one that never was', async () => {
    const { cookie, totpSecret } = await hireAndSignIn(house, 'gone1', ['window'])
    expect((await all(tx => closeStaff(tx, 'gone1', house.clock.now()))).ok).toBe(true)
    expect((await me(cookie)).statusCode).toBe(401)
    house.clock.advance({ seconds: 30 })
    expect(codeOf(await signIn({ account: 'gone1', code: codeNow(totpSecret) }))).toBe('signInWrong')
  })

  it('writes only from our own pages, and reads from anywhere it is sent along', async () => {
    const { cookie } = await hireAndSignIn(house, 'site1', ['decider'])
    expect((await decide(cookie)).statusCode).toBe(200)
    expect((await decide(cookie, { origin: 'https://yzt.test', 'sec-fetch-site': 'same-origin' })).statusCode).toBe(200)
    expect(codeOf(await decide(cookie, { 'sec-fetch-site': 'cross-site' }))).toBe('crossSite')
    expect(codeOf(await decide(cookie, { origin: 'https://evil.test' }))).toBe('crossSite')
    const read = { url: '/api/access/me', headers: { cookie, 'sec-fetch-site': 'cross-site' } }
    expect((await house.app.inject(read)).statusCode).toBe(200)
  })

  it('that no longer counts leaves the public pages open', async () => {
    const headers = { cookie: `other=1; yzt_session=${'A'.repeat(43)}` }
    expect((await house.app.inject({ url: '/api/access/me', headers })).statusCode).toBe(401)
    const code = { code: 'AAAA', publicKey: '04' }
    const open = await house.app.inject({
      method: 'POST',
      url: '/api/access/terminal-enrolments/redeem',
      headers,
      payload: code,
    })
    expect(codeOf(open)).toBe('publicKeyInvalid')
  })
})

describe('an account', () => {
  const create = (changes: object) =>
    all(tx =>
      createStaff(
        tx,
        { account: 'new1', name: '新', roles: ['window'], areas: ['440785'], password, ...changes },
        { at: house.clock.now(), keyring: house.services.keyring },
      ),
    )

  it.each([
    [{ account: '王五' }, 'accountMalformed'],
    [{ account: 'window1' }, 'accountTaken'],
    [{ password: '太短' }, 'passwordTooShort'],
    [{ roles: [] }, 'rolesMissing'],
    [{ roles: ['auditAdmin', 'window'] }, 'rolesNotSeparate'],
    [{ areas: ['44'] }, 'areaCodeUnknown'],
    [{ areas: [] }, 'areaCodeUnknown'],
  ])('with %o is refused: %s', async (changes, refusal) => {
    expect(await create(changes)).toMatchObject({ ok: false, refusal })
  })

  it('cannot be two administrators in one, even past our own rules', async () => {
    const both = all(tx =>
      sql`insert into access.staff (id, account, name, roles, areas, created_at)
        values (gen_random_uuid(), 'both1', '双', array['systemAdmin', 'securityAdmin'], array['440785'], now())`.execute(
        tx,
      ),
    )
    await expect(both).rejects.toThrow('staff_roles_separate')
  })
})

describe('an interest (利害关系)', () => {
  const person = { name: '模拟亲属', idNo: citizenIdOf('19850302') }
  const statement = {
    staffId: null,
    kind: 'relative',
    licenceNo: null,
    person,
    words: '本人的弟弟',
    fromOn: '2026-11-01',
    toOn: null,
  }

  it('is stated once, read by the person and the head only with each look on record, and ended by another head', async () => {
    const officer = await hireAndSignIn(house, 'officer7', ['inspector'])
    const other = await hireAndSignIn(house, 'officer8', ['inspector'])
    const head = await hireAndSignIn(house, 'head7', ['head'])
    const as = (who: { cookie: string }) => asStaff(house, who.cookie)
    const url = '/api/access/interests'
    const { id } = (await as(officer)('POST', url, statement)).json()
    expect(codeOf(await as(officer)('POST', url, { ...statement, kind: 'money' }))).toBe('interestTwice')
    expect(codeOf(await as(other)('POST', url, { ...statement, staffId: officer.staffId }))).toBe('interestNotYours')
    const shop = { licenceNo: '440785199999', person: null }
    expect(codeOf(await as(officer)('POST', url, { ...statement, ...shop }))).toBe('interestShopUnknown')
    expect((await as(other)('GET', url)).json()).toEqual({ items: [], staff: [] })
    const seen = (await as(head)('GET', url)).json()
    expect(seen.items).toMatchObject([
      {
        id,
        staff: '模拟officer7',
        person: { name: '模拟亲属' },
        words: '本人的弟弟',
        fromOn: '2026-11-01',
        ended: null,
      },
    ])
    expect(JSON.stringify(seen)).not.toContain(person.idNo)
    expect((await as(officer)('POST', `${url}/${id}/ending`, { reason: '已不在一起' })).statusCode).toBe(403)
    const own = (await as(head)('POST', url, { ...statement, words: '同学' })).json()
    expect(codeOf(await as(head)('POST', `${url}/${own.id}/ending`, { reason: '无' }))).toBe('interestOwnEnd')
    expect((await as(head)('POST', `${url}/${id}/ending`, { reason: '已离婚，核对过证件' })).statusCode).toBe(204)
    expect(codeOf(await as(head)('POST', `${url}/${id}/ending`, { reason: '再次' }))).toBe('interestEnded')
    expect((await as(officer)('GET', url)).json().items).toMatchObject([{ ended: { by: '模拟head7' } }])
    const looks = await all(tx =>
      sql`select from platform.audit_entry where action = 'access.readInterests' and outcome = 'allowed'`.execute(tx),
    )
    expect(looks.rows).toHaveLength(3)
    const sealed = await all(tx =>
      sql<{ text: string }>`select i::text as text from access.staff_interest i`.execute(tx),
    )
    expect(sealed.rows.map(({ text }) => text).join()).not.toMatch(/模拟亲属|弟弟/u)
    await expect(all(tx => sql`update access.staff_interest set end_reason = 'x'`.execute(tx))).rejects.toThrow()
  })
})
