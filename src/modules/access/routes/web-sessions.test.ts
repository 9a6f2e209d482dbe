import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { describeSession, findProvenIdentity, recordConsent } from '../index.ts'
import { closeSessions } from '../jobs.ts'
import type { IdentityProof, PhoneHolder } from '../ports.ts'
import { personIndexOf, phoneIndexOf, signInCodeOf } from '../secrets.ts'
import { citizenIdOf } from '../testing/cards.ts'
import { type AccessHouse, openAccessHouse } from '../testing/house.ts'

const phone = '13800138000'
const idNo = citizenIdOf('19790516')
let house: AccessHouse
let holder: PhoneHolder
let proof: IdentityProof
beforeEach(async () => {
  const book = {
    findHolder: async (_: unknown, index: string) =>
      index === phoneIndexOf(house.services.keyring, phone) ? holder : undefined,
    findPhone: async () => undefined,
    findArea: async () => '440785103',
  }
  const unifiedIdentity = {
    begin: async (redirectUri: string) => ({
      url: `https://id.example/?to=${redirectUri}`,
      state: 's',
      nonce: 'n',
      verifier: 'v',
    }),
    finish: async (callback: URL, kept: { state: string }) =>
      callback.searchParams.get('state') === kept.state ? proof : { kind: 'failed' as const },
  }
  house = await openAccessHouse([], { phoneBook: book, unifiedIdentity })
  const { keyring } = house.services
  holder = {
    personIndex: personIndexOf(keyring, idNo),
    name: '梁桂芳',
    idNoMasked: `${'*'.repeat(14)}${idNo.slice(-4)}`,
    areaCode: '440785103',
    phoneSealed: keyring.sealField(phone),
  }
  proof = { kind: 'proven', name: '梁桂芳', idNo, level: 3, phone }
})
afterEach(() => house.close())

const send = (method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object, headers: Record<string, string> = {}) =>
  house.app.inject({
    method,
    url,
    headers: { 'x-yzt-portal': '1', ...headers },
    ...(payload === undefined ? {} : { payload }),
  })
const ask = (number: string, remoteAddress = '10.0.0.1') =>
  house.app.inject({ method: 'POST', url: '/api/access/sign-in-codes', payload: { phone: number }, remoteAddress })
const guess = (challengeId: string, code: string) => send('POST', '/api/access/web-sessions', { challengeId, code })
const codeOf = (id: string) => signInCodeOf(house.services.keyring, id)
const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')
const cookieOf = (reply: { headers: Record<string, unknown> }) =>
  /yzt_citizen=[\w-]{43}/u.exec(String(reply.headers['set-cookie']))?.[0] ?? ''

async function signIn(): Promise<string> {
  const { challengeId } = (await ask(phone)).json()
  return cookieOf(await guess(challengeId, codeOf(challengeId)))
}
const whoIs = (cookie: string) => send('GET', '/api/access/web-sessions/current', undefined, { cookie })

describe('signing in by a code', () => {
  it('makes the holder of the number a citizen by code, masked, and ends when told', async () => {
    const cookie = await signIn()
    const here = await whoIs(cookie)
    expect(here.json()).toMatchObject({ person: { name: '梁**' }, method: 'code', idleSeconds: 900 })
    const { sessionId } = here.json()
    const own = { areas: [], person: holder.personIndex }
    const described = await house.services.database.within(own, tx =>
      describeSession(tx, sessionId, house.services.keyring),
    )
    expect(described).toMatchObject({ name: '梁桂芳', method: 'code', terminalName: null })
    expect((await send('DELETE', '/api/access/web-sessions/current', undefined, { cookie })).statusCode).toBe(204)
    expect((await whoIs(cookie)).statusCode).toBe(401)
  })

  it('answers a known and an unknown number alike, guesses included', async () => {
    const known = await ask(phone)
    const unknown = await ask('13900139000')
    const shape = (reply: typeof known) => ({ ...reply.json(), challengeId: 'x', status: reply.statusCode })
    expect(shape(unknown)).toEqual(shape(known))
    const wrong = await guess(known.json().challengeId, other(codeOf(known.json().challengeId)))
    // Even who could compute the code of an unknown number is nobody.
    const nobody = await guess(unknown.json().challengeId, codeOf(unknown.json().challengeId))
    const nothing = await guess('0b0e8a52-5f0a-4d57-9d53-1c1b7c1f0001', '000000')
    for (const reply of [wrong, nobody, nothing])
      expect([reply.statusCode, reply.json().code]).toEqual([401, 'signInCodeWrong'])
    const again = [await ask(phone), await ask('13900139000')]
    expect(again.map(reply => [reply.statusCode, reply.json().code])).toEqual([
      [429, 'codeTooSoon'],
      [429, 'codeTooSoon'],
    ])
  })

  it('allows five guesses, the right one too late included', async () => {
    const { challengeId } = (await ask(phone)).json()
    const right = codeOf(challengeId)
    await Promise.all([1, 2, 3, 4, 5].map(() => guess(challengeId, other(right))))
    expect((await guess(challengeId, right)).json().code).toBe('signInCodeWrong')
  })

  it('takes a code once, and not after five minutes', async () => {
    const first = (await ask(phone)).json()
    expect((await guess(first.challengeId, codeOf(first.challengeId))).statusCode).toBe(200)
    expect((await guess(first.challengeId, codeOf(first.challengeId))).statusCode).toBe(401)
    house.clock.advance({ minutes: 2 })
    const second = (await ask(phone)).json()
    house.clock.advance({ minutes: 5 })
    expect((await guess(second.challengeId, codeOf(second.challengeId))).statusCode).toBe(401)
  })

  it('stops an address that asks for many numbers', async () => {
    for (let n = 10; n < 70; n += 1) expect((await ask(`139001390${n}`, '10.0.0.9')).statusCode).toBe(200)
    expect((await ask('13900139011', '10.0.0.9')).json().code).toBe('tooManyRequests')
  })

  it('says what is wrong with a number that is none', async () => {
    expect((await ask('12345')).json().code).toBe('phoneInvalid')
  })
})

describe('a session at the own telephone', () => {
  it('ends after a quarter of an hour without use, and after two hours in any case', async () => {
    const idle = await signIn()
    house.clock.advance({ minutes: 16 })
    expect((await whoIs(idle)).statusCode).toBe(401)
    const used = await signIn()
    for (let n = 0; n < 11; n += 1) {
      house.clock.advance({ minutes: 10 })
      expect((await whoIs(used)).statusCode).toBe(200)
    }
    house.clock.advance({ minutes: 11 })
    expect((await whoIs(used)).statusCode).toBe(401)
  })

  it('takes no write from another site', async () => {
    const cookie = await signIn()
    const reply = await send('DELETE', '/api/access/web-sessions/current', undefined, {
      cookie,
      origin: 'https://evil.example',
    })
    expect(reply.json().code).toBe('crossSite')
  })

  it('is read only where the portal asks', async () => {
    const cookie = await signIn()
    const reply = await house.app.inject({ url: '/api/access/web-sessions/current', headers: { cookie } })
    expect(reply.statusCode).toBe(401)
  })

  it('shows the consents of the person, and takes one back', async () => {
    const cookie = await signIn()
    const { personIndex } = holder
    const own = { areas: [], person: personIndex }
    const { sessionId } = (await whoIs(cookie)).json()
    await house.services.database.within(own, tx =>
      recordConsent(tx, { personIndex, kind: 'notice', version: '2026-11', sessionId }, house.clock.now()),
    )
    const key = { cookie, 'idempotency-key': 'withdraw-1' }
    expect((await send('POST', '/api/access/my/consents/withdrawal', { kind: 'notice' }, key)).statusCode).toBe(200)
    const { items } = (await send('GET', '/api/access/my/consents', undefined, { cookie })).json()
    expect(items).toEqual([
      expect.objectContaining({ kind: 'notice', version: '2026-11', withdrawnAt: expect.any(String) }),
    ])
    const second = { cookie, 'idempotency-key': 'withdraw-2' }
    expect((await send('POST', '/api/access/my/consents/withdrawal', { kind: 'notice' }, second)).json().code).toBe(
      'consentGone',
    )
  })
})

describe('signing in by the unified identity', () => {
  async function arrive(query = 'code=c&state=s', keepJourney = true) {
    const begun = await send('POST', '/api/access/unified-identity')
    expect(begun.json().url).toBe('https://id.example/?to=https://yzt.test/signed-in')
    const journey = /yzt_journey=[^;]+/u.exec(String(begun.headers['set-cookie']))?.[0] ?? ''
    return send('POST', '/api/access/unified-identity/session', { query }, keepJourney ? { cookie: journey } : {})
  }

  it('makes the person a citizen whose way of proof shows the person', async () => {
    const here = await whoIs(cookieOf(await arrive()))
    expect(here.json()).toMatchObject({ method: 'oidc', person: { name: '梁**', idNoMasked: holder.idNoMasked } })
  })

  /** Number and telephone as the row has them, and as the house opens them. */
  const kept = (sessionId: string) =>
    house.services.database.within({ areas: 'all' }, async tx => {
      const { rows } = await sql<{ text: string }>`select id_no_sealed || ' ' || phone_sealed as text
        from access.web_session where id = ${sessionId}`.execute(tx)
      return { row: rows[0]?.text ?? null, open: await findProvenIdentity(tx, sessionId, house.services.keyring) }
    })
  const sweep = () => closeSessions.run({}, { services: house.services, attempt: 1, signal: AbortSignal.timeout(5000) })

  it('keeps number and telephone sealed with the session, tells them to no browser, and erases them when told', async () => {
    const signed = await arrive()
    const cookie = cookieOf(signed)
    const here = await whoIs(cookie)
    for (const reply of [signed.body, here.body])
      for (const secret of [idNo, phone]) expect(reply).not.toContain(secret)
    const { sessionId } = here.json()
    await sweep()
    const { row, open } = await kept(sessionId)
    expect(open).toEqual({ name: '梁桂芳', idNo, phone })
    expect(row).toMatch(/^v1\.\S+ v1\.\S+$/)
    expect(row).not.toContain(idNo)
    await send('DELETE', '/api/access/web-sessions/current', undefined, { cookie })
    expect(await kept(sessionId)).toEqual({ row: null, open: undefined })
  })

  it.each([
    ['a quarter of an hour of silence', 15],
    ['two hours', 120],
  ])('erases number and telephone after %s', async (_, minutes) => {
    const cookie = cookieOf(await arrive())
    const { sessionId } = (await whoIs(cookie)).json()
    for (let n = 14; n < minutes; n += 14) {
      house.clock.advance({ minutes: 14 })
      await whoIs(cookie)
    }
    await sweep()
    expect((await kept(sessionId)).open).toBeDefined()
    house.clock.advance({ minutes: 15 })
    await sweep()
    expect((await kept(sessionId)).row).toBeNull()
  })

  it('takes a telephone that is none for none, and keeps no number of a code', async () => {
    proof = { kind: 'proven', name: '梁桂芳', idNo, level: 3, phone: '没有' }
    const { sessionId } = (await whoIs(cookieOf(await arrive()))).json()
    expect((await kept(sessionId)).open).toMatchObject({ idNo, phone: null })
    const byCode = (await whoIs(await signIn())).json()
    expect(await kept(byCode.sessionId)).toEqual({ row: null, open: undefined })
  })

  it.each([
    ['a way back of another browser', 'code=c&state=s', false, 'identityFailed'],
    ['another state', 'code=c&state=x', true, 'identityFailed'],
  ] as const)('refuses %s', async (_, query, keep, code) => {
    expect((await arrive(query, keep)).json().code).toBe(code)
  })

  it.each([
    [{ kind: 'unavailable' }, 'identityUnavailable'],
    [{ kind: 'proven', name: '梁桂芳', idNo, level: 2, phone: null }, 'identityTooWeak'],
    [{ kind: 'proven', name: '梁桂芳', idNo: '440785197905169999', level: 3, phone: null }, 'identityFailed'],
    [{ kind: 'proven', name: '冯小宝', idNo: citizenIdOf('20150110'), level: 3, phone: null }, 'holderUnderAge'],
  ] as const)('%j is %s', async (given, code) => {
    proof = given
    const reply = await arrive()
    expect(reply.json().code).toBe(code)
    expect(cookieOf(reply)).toBe('')
  })
})
