import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { describeFaceCheck } from '../index.ts'
import { faceTerms } from '../rules/face/terms.ts'
import { personIndexOf } from '../secrets.ts'
import { citizenIdOf } from '../testing/cards.ts'
import type { FakeTerminal } from '../testing/terminal.ts'
import { openWorld } from '../testing/world.ts'

let world: Awaited<ReturnType<typeof openWorld>>
let terminal: FakeTerminal
let session: { token: string; sessionId: string }
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(async () => {
  terminal = await world.newTerminal()
  session = (await terminal.layCard()).json()
  await withdraw()
})
afterAll(() => world.house.close())

const codeOf = (reply: { json(): { code: string } }) => reply.json().code
let keys = 0
const post = (path: string, body: unknown) => {
  keys += 1
  const headers = { 'idempotency-key': `face-key-${keys}` }
  return terminal.send({ method: 'POST', path, body, session: session.token, headers })
}
const agree = (version: string = faceTerms.version) => post('/api/access/face-consents', { version })
const check = (score: number, challenge = 'passed') =>
  post('/api/access/face-checks', { score, challenge, model: 'human 3.3.6 faceres' })
const withdraw = () =>
  terminal.send({ method: 'DELETE', path: '/api/access/face-consents/current', session: session.token })
const method = async () =>
  (await world.all(sql<{ method: string }>`select method from access.card_session where id = ${session.sessionId}`))[0]
    ?.method

describe('a face is compared', () => {
  it('only after a consent of its own, to the words of today', async () => {
    expect(codeOf(await check(0.9))).toBe('faceConsentMissing')
    expect(codeOf(await agree('2025-01'))).toBe('faceTermsOld')
    expect((await agree()).statusCode).toBe(204)
    expect((await check(0.9)).json()).toEqual({ result: 'passed', triesLeft: 2 })
  })

  it('as a claim that raises the session when it passes, and lowers it again when the next one does not', async () => {
    await agree()
    expect((await check(0.45)).json()).toEqual({ result: 'grey', triesLeft: 2 })
    expect(await method()).toBe('card')
    expect((await check(0.52)).json()).toMatchObject({ result: 'passed' })
    expect(await method()).toBe('face')
    expect((await check(0.99, 'timeOut')).json()).toEqual({ result: 'failed', triesLeft: 0 })
    expect(await method()).toBe('card')
    expect(codeOf(await check(0.99))).toBe('faceTriesOver')
  })

  it('and kept as result, score, movement, model, terminal and time, for the person only', async () => {
    await agree()
    await check(0.52)
    const { database, keyring } = world.house.services
    const seen = (birth: string) =>
      database.within({ areas: [], person: personIndexOf(keyring, citizenIdOf(birth)) }, tx =>
        describeFaceCheck(tx, session.sessionId),
      )
    expect(await seen('19850302')).toEqual({
      result: 'passed',
      score: 0.52,
      challenge: 'passed',
      model: 'human 3.3.6 faceres',
      terminalId: terminal.terminalId,
      checkedAt: expect.any(String),
    })
    expect(await seen('19850303')).toBeUndefined()
  })

  it('never with a picture: a field for one is refused', async () => {
    await agree()
    const body = { score: 0.9, challenge: 'passed', model: 'm', image: 'data:image/png;base64,AAAA' }
    expect((await post('/api/access/face-checks', body)).statusCode).toBe(400)
  })
})

describe('the withdrawal', () => {
  it('deletes what is left of every comparison and makes the session one of the card again', async () => {
    await agree()
    await check(0.4)
    await check(0.52)
    expect((await withdraw()).json()).toEqual({ deleted: 2 })
    expect(await method()).toBe('card')
    expect(await world.all(sql`select id from access.face_check`)).toEqual([])
    expect(codeOf(await check(0.9))).toBe('faceConsentMissing')
  })
})
