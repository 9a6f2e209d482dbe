import { afterEach, describe, expect, it } from 'vitest'
import { loadDrawer } from '../dock/cards.ts'
import { type ReaderSimulator, readerSimulator } from '../dock/reader-simulator.ts'
import { systemTimers, type Timers } from '../time.ts'
import { exchange } from './exchange.ts'
import { encodeReply, preamble } from './frame.ts'
import { keepLinked, type ReaderLink } from './link.ts'
import type { LineEvents, OpenLine } from './port.ts'
import { readCard } from './read-card.ts'

/** The same time-outs, a twentieth as long: only where the reader keeps silent, a busy machine is no silence. */
const quickTimers: Timers = { now: systemTimers.now, after: (ms, fn) => systemTimers.after(ms / 20, fn) }

const drawer = new Map(loadDrawer().map(card => [card.id, card]))
const links: ReaderLink[] = []
afterEach(() => links.splice(0).forEach(link => void link.stop()))

/** A line whose other end is the given answerer, in the same process. */
function lineTo(answer: (bytes: Uint8Array) => Buffer[], seen: Buffer[] = []): OpenLine {
  return async (events: LineEvents) => ({
    send: bytes =>
      setImmediate(() => {
        for (const piece of answer(bytes)) {
          const copy = Buffer.from(piece)
          seen.push(copy)
          events.bytes(copy)
        }
      }),
    close: () => {},
  })
}

async function readFrom(open: OpenLine, timers: Timers = systemTimers) {
  const link = keepLinked(open, systemTimers)
  links.push(link)
  await new Promise(resolve => setImmediate(resolve))
  return readCard(exchange(link, timers))
}

function simulator(change: Partial<ReaderSimulator>) {
  return Object.assign(readerSimulator(), change)
}

describe('reading a card', () => {
  it('finds, selects and reads it', async () => {
    const read = await readFrom(lineTo(simulator({ card: drawer.get('retailer') }).take))
    expect(read).toMatchObject({ ok: true, value: { name: '陈模拟', issuer: '恩平市公安局' } })
  })

  it.each(['noise', 'splitFrames'] as const)('reads it through %s', async fault => {
    expect(await readFrom(lineTo(simulator({ card: drawer.get('rare-name'), fault }).take))).toMatchObject({ ok: true })
  })

  it.each([
    ['an empty reader', undefined, 'none', 'noCard'],
    ['a card pulled while it is read', 'retailer', 'pulledMidRead', 'cardPulled'],
    ['a chip that refuses', 'unreadable', 'none', 'cardUnreadable'],
    ['a card of Hong Kong, Macao or Taiwan residents', 'resident-permit', 'none', 'cardUnsupported'],
    ['a foreigner’s card', 'foreigner', 'none', 'cardUnsupported'],
    ['a number with a wrong check digit', 'wrong-check', 'none', 'cardMalformed'],
    ['a reader that keeps silent', 'retailer', 'silent', 'readerAbsent'],
  ] as const)('names %s', async (_, card, fault, name) => {
    const timers = fault === 'silent' ? quickTimers : systemTimers
    const read = await readFrom(lineTo(simulator({ card: card && drawer.get(card), fault }).take), timers)
    expect(read).toMatchObject({ ok: false, refusal: name })
  })

  it.each(['badChecksum', 'shortFrame'] as const)(
    'gives up on %s after three tries and says the card is unreadable',
    async fault => {
      const reader = simulator({ card: drawer.get('retailer'), fault })
      expect(await readFrom(lineTo(reader.take), quickTimers)).toMatchObject({ refusal: 'cardUnreadable' })
    },
  )

  it('reads a card that the reader had already selected and therefore does not find again', async () => {
    const reader = simulator({ card: drawer.get('retailer') })
    const stubborn = (bytes: Uint8Array) => {
      const command = Buffer.from(bytes).subarray(7, 8)[0]
      const data = Buffer.alloc(0)
      return command === 0x20 ? [encodeReply({ status: bytes[8] === 1 ? 0x80 : 0x81, data })] : reader.take(bytes)
    }
    expect(await readFrom(lineTo(stubborn))).toMatchObject({ ok: true, value: { name: '陈模拟' } })
  })

  it('says the reader is absent when there is no line', async () => {
    expect(await readFrom(() => Promise.reject(new Error('no such device')))).toMatchObject({ refusal: 'readerAbsent' })
  })

  it('refuses a card whose header promises more than came', async () => {
    const lying = (bytes: Uint8Array) =>
      bytes[7] === 0x30 ? [encodeReply({ status: 0x90, data: Buffer.from('ffff0400', 'hex') })] : [found()]
    const found = () => encodeReply({ status: 0x9f, data: Buffer.alloc(4) })
    expect(await readFrom(lineTo(lying))).toMatchObject({ refusal: 'cardMalformed' })
  })

  it('overwrites the bytes of the card once it is read', async () => {
    const seen: Buffer[] = []
    await readFrom(lineTo(simulator({ card: drawer.get('retailer') }).take, seen))
    const card = seen.find(bytes => bytes.length > 1000)
    expect(card).toBeDefined()
    expect(card?.every(byte => byte === 0)).toBe(true)
    expect(card?.indexOf(preamble)).toBe(-1)
  })

  it('overwrites the reply itself too, photo included', async () => {
    const link = keepLinked(lineTo(simulator({ card: drawer.get('retailer') }).take), systemTimers)
    links.push(link)
    await new Promise(resolve => setImmediate(resolve))
    const inner = exchange(link, systemTimers)
    const replies: Buffer[] = []
    await readCard({
      ask: async name => {
        const answer = await inner.ask(name)
        if (answer.kind === 'reply') replies.push(answer.data)
        return answer
      },
    })
    const card = replies.find(data => data.length > 1000)
    expect(card?.length).toBe(4 + 256 + 1024)
    expect(card?.every(byte => byte === 0)).toBe(true)
  })
})

describe('the line', () => {
  it('comes back by itself when the cable is in again', async () => {
    const reader = simulator({ card: drawer.get('retailer') })
    let events: LineEvents | undefined
    const open: OpenLine = async given => {
      events = given
      return lineTo(reader.take)(given)
    }
    const link = keepLinked(open, systemTimers, 5)
    links.push(link)
    const asked = exchange(link, systemTimers)
    await new Promise(resolve => setTimeout(resolve, 5))
    events?.lost()
    await new Promise(resolve => setImmediate(resolve))
    expect(await readCard(asked)).toMatchObject({ refusal: 'readerAbsent' })
    await new Promise(resolve => setTimeout(resolve, 30))
    expect(await readCard(asked)).toMatchObject({ ok: true })
  })
})
