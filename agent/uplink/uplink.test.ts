import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeSm2KeyPair, sm2Decrypt, sm4Open } from '#platform/crypto'
import { type Journal, openJournal } from '../journal/journal.ts'
import { CrashDisk } from '../testing/crash-disk.ts'
import { manualTimers } from '../testing/manual-timers.ts'
import { retryAfterMs, waitMs } from './backoff.ts'
import { sessionKeeper } from './card-session.ts'
import { outbox } from './outbox.ts'
import type { Answer } from './post-office.ts'
import { sealAct } from './seal.ts'
import type { SignedLetter, SignedLine } from './signed-line.ts'
import { turnstile } from './turnstile.ts'

const reply = (status: number, body: unknown = {}, headers = {}): Answer => ({
  kind: 'reply',
  status,
  headers: new Headers(headers),
  body: Buffer.from(JSON.stringify(body)),
})

/** A line whose answers the test gives. */
function lineWith(answer: (letter: SignedLetter) => Answer | Promise<Answer>) {
  const sent: (SignedLetter & { text: string | undefined })[] = []
  const line: SignedLine = {
    state: 'online',
    clockAheadMs: 0,
    send: async letter => {
      sent.push({ ...letter, text: letter.body && Buffer.from(letter.body).toString('utf8') })
      return answer(letter)
    },
    vouches: () => true,
    markRevoked: () => {},
  }
  return { line, sent }
}

const envelope = { wrappedKey: '00', iv: '00', ciphertext: '00', tag: '00' }
const newJournal = (): Journal => openJournal(new CrashDisk(), { leastFreeBytes: 0, reserveBytes: 0 })

describe('waiting before the next try', () => {
  it('grows from half a second to a minute, always by chance, and never undercuts the server', () => {
    const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), chance, fc.option(fc.nat(600_000)), (failures, luck, asked) => {
        const wait = waitMs({ failures, chance: luck, ...(asked === null ? {} : { retryAfterMs: asked }) })
        expect(wait).toBeGreaterThanOrEqual(asked ?? 500)
        expect(wait).toBeLessThanOrEqual(Math.max(60_000, (asked ?? 0) + 5000))
      }),
    )
    expect(waitMs({ failures: 3, chance: 0 })).toBe(2000)
    expect(waitMs({ failures: 3, chance: 0.5 })).toBe(3000)
  })

  it('reads Retry-After in seconds and as a date, and ignores what makes no sense', () => {
    const now = Date.parse('2026-11-23T01:00:00Z')
    expect(retryAfterMs('30', now)).toBe(30_000)
    expect(retryAfterMs('Mon, 23 Nov 2026 01:02:00 GMT', now)).toBe(120_000)
    expect(retryAfterMs('999999', now)).toBe(3_600_000)
    for (const text of [null, 'soon', '-5', 'Mon, 23 Nov 2020 01:02:00 GMT'])
      expect(retryAfterMs(text, now)).toBeUndefined()
  })
})

describe('the outbox', () => {
  it('answers kept after ten seconds of a black hole, and takes the answer when it comes after all', async () => {
    const { timers, advance } = manualTimers()
    const late = Promise.withResolvers<Answer>()
    const { line, sent } = lineWith(() => late.promise)
    const journal = newJournal()
    const out = outbox({ journal, line, timers, chance: () => 0, changed: () => {} })
    let result: unknown
    void out.submit('key-1', envelope).then(answer => (result = answer))
    await advance(9_999)
    expect(result).toBeUndefined()
    await advance(2)
    expect(result).toBe('kept')
    expect(journal.contents.pending.has('key-1')).toBe(true)
    late.resolve(reply(201))
    await advance(0)
    expect(journal.contents.pending.has('key-1')).toBe(false)
    await advance(120_000)
    expect(sent).toHaveLength(1)
  })

  it('does not let one act that the server stumbles over hold up the others', async () => {
    const { timers, advance } = manualTimers()
    const { line } = lineWith(letter => reply(letter.headers?.['idempotency-key'] === 'bad' ? 500 : 201))
    const journal = newJournal()
    for (const key of ['bad', 'good-1', 'good-2']) journal.append({ kind: 'act', key, envelope })
    outbox({ journal, line, timers, chance: () => 0, changed: () => {} }).nudge()
    await advance(0)
    expect([...journal.contents.pending.keys()]).toEqual(['bad'])
  })

  it.each([
    [201, {}, true],
    [422, { code: 'tooEarlyToRenew' }, true],
    [409, { code: 'alreadyRenewing' }, true],
    [409, { code: 'twinInFlight' }, false],
    [401, { code: 'channelUnknown' }, false],
    [403, { code: 'terminalFrozen' }, false],
    [404, 'a page of some proxy', false],
    [302, {}, false],
    [429, { code: 'tooMany' }, false],
    [500, { code: 'surprise' }, false],
  ])('takes %i %j for the server’s last word: %s', async (status, body, final) => {
    const { timers } = manualTimers()
    const { line } = lineWith(() => reply(status, body))
    const journal = newJournal()
    const answer = await outbox({ journal, line, timers, chance: () => 0, changed: () => {} }).submit('key-1', envelope)
    expect(answer === 'kept').toBe(!final)
    expect(journal.contents.pending.has('key-1')).toBe(!final)
  })

  it('does not look after an act any more that the server holds for a person', async () => {
    const { timers } = manualTimers()
    const { line } = lineWith(() => reply(422, { code: 'actHeld' }))
    const journal = newJournal()
    journal.append({ kind: 'act', key: 'key-1', envelope })
    outbox({ journal, line, timers, chance: () => 0, changed: () => {} }).nudge()
    await manualTimers().advance(0)
    expect([journal.contents.pending.size, journal.contents.refusedUnseen.size]).toEqual([0, 0])
  })

  it('reports each outcome of a print until the server has it, and then never again', async () => {
    const { timers, advance } = manualTimers()
    const answers = [reply(503), reply(200)]
    const { line, sent } = lineWith(() => answers.shift() ?? reply(200))
    const journal = newJournal()
    journal.append({ kind: 'print-spooled', printId: 'p1' })
    const out = outbox({ journal, line, timers, chance: () => 0, changed: () => {} })
    out.nudge()
    await advance(1000)
    expect(sent).toHaveLength(0)
    journal.append({ kind: 'print-outcome', printId: 'p1', outcome: 'printed', reason: 'completed' })
    out.nudge()
    await advance(10_000)
    out.nudge()
    await advance(10_000)
    expect(sent.map(letter => letter.headers?.['idempotency-key'])).toEqual(['print-outcome-p1', 'print-outcome-p1'])
  })
})

describe('a session that nobody uses', () => {
  const card = {
    name: '陈模拟',
    sex: '1',
    ethnicGroup: '01',
    birth: '1979-05-16',
    address: '',
    idNo: '440785197905160118',
    issuer: '恩平市公安局',
    validFrom: '2018-03-12',
    validTo: undefined,
    hasPrivateUse: false,
  }
  const person = { name: '陈**', idNoMasked: '****', elder: false }

  async function opened() {
    const clock = manualTimers()
    const { line, sent } = lineWith(letter =>
      letter.path.endsWith('extension')
        ? reply(200, { endsInSeconds: 300, idleSeconds: 60 })
        : reply(201, { token: 't1', person, endsInSeconds: 300, idleSeconds: 60 }),
    )
    const keeper = sessionKeeper(line, clock.timers)
    await keeper.open(card, 'zh')
    const ended = () => sent.filter(letter => letter.method === 'DELETE').map(letter => letter.session)
    return { ...clock, keeper, ended, sent }
  }

  it('is ended by the agent soon after its idle time, also on the server', async () => {
    const { advance, keeper, ended } = await opened()
    await advance(60_000)
    expect(keeper.token).toBe('t1')
    await advance(5_001)
    expect(keeper.token).toBeUndefined()
    expect(ended()).toEqual(['t1'])
  })

  it('lives on while the page asks for things, but not longer than its life', async () => {
    const { advance, keeper } = await opened()
    for (let n = 0; n < 10; n++) {
      await advance(30_000)
      keeper.touch()
    }
    expect(keeper.token).toBe('t1')
    await advance(5_001)
    expect(keeper.token).toBeUndefined()
  })

  it('is longer after 继续办理', async () => {
    const { advance, keeper } = await opened()
    for (let n = 0; n < 10; n++) {
      await advance(50_000)
      await keeper.extend()
    }
    expect(keeper.token).toBe('t1')
  })

  it('tells the server 长期 for a card without an end, and nothing of the address', async () => {
    const { sent } = await opened()
    const { address: _, hasPrivateUse: __, ...told } = card
    expect(JSON.parse(sent[0]?.text ?? '')).toEqual({ card: { ...told, validTo: '长期' } })
  })

  it('leaves no card in the bytes that were sent', async () => {
    const { sent } = await opened()
    expect(sent[0]?.body?.every(byte => byte === 0)).toBe(true)
  })
})

describe('the turnstile', () => {
  it('lets one through at a time, the person at the screen first', async () => {
    const gate = turnstile()
    const order: string[] = []
    let inside = 0
    const work = (name: string) => async () => {
      expect(++inside).toBe(1)
      await new Promise(resolve => setTimeout(resolve, 1))
      order.push(name)
      inside--
    }
    const failing = async () => {
      throw new Error('lost')
    }
    await Promise.allSettled([
      gate.pass('back', work('first')),
      gate.pass('back', work('background')),
      gate.pass('back', failing),
      gate.pass('front', work('citizen')),
    ])
    await gate.pass('back', work('last'))
    expect(order).toEqual(['first', 'citizen', 'background', 'last'])
  })
})

describe('a sealed act', () => {
  it('opens with the server’s key only, and its envelope shows nothing of it', () => {
    const server = makeSm2KeyPair()
    const act = {
      method: 'POST',
      url: '/api/licensing/renewals',
      body: { phone: '13800000000' },
      session: 's',
      capturedAt: '2026-11-23T01:00:00.000Z',
      idempotencyKey: 'key-1',
    }
    const sealed = sealAct(act, server.publicKey)
    expect(JSON.stringify(sealed)).not.toContain('13800000000')
    const part = (name: 'iv' | 'ciphertext' | 'tag') => Buffer.from(sealed[name], 'hex')
    const key = sm2Decrypt(server.privateKey, sealed.wrappedKey)
    const plain = sm4Open(key, { iv: part('iv'), ciphertext: part('ciphertext'), tag: part('tag') })
    expect(JSON.parse(plain.toString())).toEqual(act)
    expect(sealAct(act, server.publicKey).ciphertext).not.toBe(sealed.ciphertext)
  })
})
