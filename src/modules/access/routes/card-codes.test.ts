import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sendSignInCode } from '../actions/sign-in-code.ts'
import type { MessageSender, OwnPhone } from '../ports.ts'
import { phoneIndexOf, signInCodeOf } from '../secrets.ts'
import { silentSender } from '../testing/house.ts'
import type { FakeTerminal } from '../testing/terminal.ts'
import { openWorld } from '../testing/world.ts'

const phone = '13800138000'
let world: Awaited<ReturnType<typeof openWorld>>
let terminal: FakeTerminal
let session: { token: string; sessionId: string }
let since: string | null
let known: boolean
beforeEach(async () => {
  since = null
  known = true
  const own = (): OwnPhone => {
    const { keyring } = world.house.services
    return {
      ...{ name: '梁桂芳', idNoMasked: `${'*'.repeat(14)}4021`, areaCode: '440785103', since },
      ...{ phoneSealed: keyring.sealField(phone), phoneIndex: phoneIndexOf(keyring, phone) },
    }
  }
  const phoneBook = {
    findHolder: async () => undefined,
    findPhone: async () => (known ? own() : undefined),
    findArea: async () => undefined,
  }
  world = await openWorld({ phoneBook })
  terminal = await world.newTerminal()
  session = (await terminal.layCard()).json()
})
afterEach(() => world.house.close())

const post = (path: string, body: unknown, token = session.token) =>
  terminal.send({ method: 'POST', path, body, session: token })
const ask = () => post('/api/access/card-codes', undefined)
const prove = (id: string, code: string) => post(`/api/access/card-codes/${id}/proof`, { code })
const codeOf = (id: string) => signInCodeOf(world.house.services.keyring, id)
const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')
const refusalOf = (reply: { json(): { code: string } }) => reply.json().code
const method = async () =>
  (await world.all(sql<{ method: string }>`select method from access.card_session where id = ${session.sessionId}`))[0]
    ?.method

describe('the card with a code by SMS', () => {
  it('goes to the number on record, says only its mask, and raises the session', async () => {
    const asked = (await ask()).json()
    expect(asked).toEqual({ challengeId: expect.any(String), phoneMasked: '*******8000', minutes: 5, pauseSeconds: 60 })
    expect(await method()).toBe('card')
    expect((await prove(asked.challengeId, codeOf(asked.challengeId))).statusCode).toBe(204)
    expect(await method()).toBe('cardCode')
    expect(refusalOf(await prove(asked.challengeId, codeOf(asked.challengeId)))).toBe('cardCodeOver')
  })

  it('says in the message what it is for, and keeps the code nowhere', async () => {
    const { challengeId } = (await ask()).json()
    const texts: string[] = []
    const sender: MessageSender = {
      ...silentSender,
      send: async ({ text }) => {
        texts.push(text)
        return { kind: 'accepted', providerId: 'p' }
      },
    }
    const { database, keyring, clock } = world.house.services
    await sendSignInCode(database, challengeId, { sender, keyring, at: clock.now() })
    expect(texts[0]).toContain(codeOf(challengeId))
    expect(texts[0]).toContain('在自助终端核对您本人')
    const rows = await world.all(sql<{ row: string }>`select row_to_json(c)::text as row from access.sign_in_code c`)
    expect(rows[0]?.row).not.toContain(codeOf(challengeId))
  })

  it('counts wrong codes by name, five in all, the right one too late included', async () => {
    const { challengeId } = (await ask()).json()
    const wrong = other(codeOf(challengeId))
    const replies = []
    for (let n = 0; n < 5; n += 1) replies.push((await prove(challengeId, wrong)).json())
    expect(replies.map(({ code, title }) => `${code} ${/\d/.exec(title)?.[0] ?? ''}`)).toEqual([
      ...['cardCodeWrong 4', 'cardCodeWrong 3', 'cardCodeWrong 2', 'cardCodeWrong 1'],
      'cardCodeOver ',
    ])
    expect(refusalOf(await prove(challengeId, codeOf(challengeId)))).toBe('cardCodeOver')
    expect(await method()).toBe('card')
  })

  it('is over after five minutes, and asked for once a minute', async () => {
    const { challengeId } = (await ask()).json()
    expect(refusalOf(await ask())).toBe('codeTooSoon')
    world.house.clock.advance({ minutes: 5 })
    session = (await terminal.layCard()).json()
    expect(refusalOf(await prove(challengeId, codeOf(challengeId)))).toBe('cardCodeOver')
  })

  it('is of one session: the next card at the machine cannot use it, and nobody signs in by it', async () => {
    const { challengeId } = (await ask()).json()
    session = (await terminal.layCard()).json()
    expect(refusalOf(await prove(challengeId, codeOf(challengeId)))).toBe('cardCodeOver')
    const signIn = await world.house.app.inject({
      method: 'POST',
      url: '/api/access/web-sessions',
      headers: { 'x-yzt-portal': '1' },
      payload: { challengeId, code: codeOf(challengeId) },
    })
    expect([signIn.statusCode, refusalOf(signIn)]).toEqual([401, 'signInCodeWrong'])
  })

  it('is not sent to a number that was corrected this week, nor where none is on record', async () => {
    since = '2026-11-17'
    expect(refusalOf(await ask())).toBe('cardCodePhoneNew')
    since = '2026-11-16'
    expect((await ask()).statusCode).toBe(200)
    known = false
    expect(refusalOf(await ask())).toBe('cardCodeNoPhone')
  })
})
