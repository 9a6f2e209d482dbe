import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commands } from './commands.ts'
import { encodeReply, replyLength, xorOf } from './frame.ts'
import { frameParser } from './frame-parser.ts'
import { statusName, statusOf, statusWords } from './status-words.ts'

const hex = (bytes: Buffer) => bytes.toString('hex')

describe('frames of the host', () => {
  it.each([
    ['resetSam', 'aaaaaa9669000310ffec'],
    ['status', 'aaaaaa9669000311ffed'],
    ['samId', 'aaaaaa9669000312ffee'],
    ['findCard', 'aaaaaa96690003200122'],
    ['selectCard', 'aaaaaa96690003200221'],
    ['readCard', 'aaaaaa96690003300132'],
  ] as const)('%s is the published frame', (name, frame) => {
    expect(hex(commands[name].frame)).toBe(frame)
  })
})

describe('frames of the reader', () => {
  it.each([
    ['cardFound', 4, 'aaaaaa9669000800009f0000000097'],
    ['findFailed', 0, 'aaaaaa9669000400008084'],
    ['ok', 8, 'aaaaaa9669000c00009000000000000000009c'],
    ['selectFailed', 0, 'aaaaaa9669000400008185'],
    ['readFailed', 0, 'aaaaaa9669000400004145'],
  ] as const)('%s with %i data bytes is the published frame', (name, size, frame) => {
    expect(hex(encodeReply({ status: statusOf(name), data: Buffer.alloc(size) }))).toBe(frame)
  })

  it('a card with text and photo is 1,295 bytes long and its length field says 0508', () => {
    const frame = encodeReply({ status: 0x90, data: Buffer.alloc(4 + 256 + 1024) })
    expect(frame.length).toBe(1295)
    expect(hex(frame.subarray(5, 7))).toBe('0508')
    expect(xorOf(frame.subarray(5))).toBe(0)
  })

  it('every status has a name of its own, and an unlisted one is not guessed', () => {
    const names = Object.values(statusWords).map(word => word.name)
    expect(new Set(names).size).toBe(17)
    for (const name of names) expect(statusName(statusOf(name))).toBe(name)
    expect(statusName(0x77)).toBe('notInTable')
    expect(statusName(0x010090)).toBe('notInTable')
  })
})

const replies = fc.array(
  fc.record({ status: fc.constantFrom(0x90, 0x9f, 0x80, 0x41), data: fc.uint8Array({ maxLength: 60 }) }),
  { minLength: 1, maxLength: 5 },
)
/** Noise that ends before it could hold the start of a frame of its own making. */
const noise = fc.array(fc.constantFrom(0x00, 0xaa, 0x96, 0x69, 0x05, 0xff), { maxLength: 12 }).map(bytes => {
  const text = Buffer.from(bytes)
  return text.includes(Buffer.from('aaaaaa9669', 'hex')) ? Buffer.alloc(0) : text
})
const cuts = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 30 })

function feed(line: Buffer, sizes: number[]): string[] {
  const parser = frameParser(replyLength)
  const found: string[] = []
  for (let at = 0, n = 0; at < line.length; n++) {
    const size = sizes[n % sizes.length] ?? 1
    found.push(...parser.push(line.subarray(at, at + size)).map(hex))
    at += size
  }
  return found
}

describe('the streaming parser', () => {
  it('finds the same frames whatever noise stands between them and wherever the line is cut', () => {
    fc.assert(
      fc.property(replies, noise, cuts, (list, dirt, sizes) => {
        const frames = list.map(reply => encodeReply({ status: reply.status, data: Buffer.from(reply.data) }))
        const line = Buffer.concat(frames.flatMap(frame => [dirt, frame]))
        expect(feed(line, sizes)).toEqual(frames.map(frame => hex(frame.subarray(7, -1))))
      }),
      { numRuns: 2000 },
    )
  })

  it('finds a good frame that hides inside a damaged one', () => {
    const good = encodeReply({ status: 0x9f, data: Buffer.alloc(4) })
    const outer = encodeReply({ status: 0x90, data: Buffer.concat([Buffer.alloc(3), good, Buffer.alloc(5)]) })
    outer[outer.length - 1] = (outer.at(-1) ?? 0) ^ 0xff
    expect(feed(outer, [1000])).toEqual([hex(good.subarray(7, -1))])
  })

  it('drops one byte, not five, after a false preamble', () => {
    const good = encodeReply({ status: 0x80, data: Buffer.alloc(0) })
    for (let extra = 1; extra <= 4; extra++) {
      expect(feed(Buffer.concat([Buffer.alloc(extra, 0xaa), good]), [3])).toHaveLength(1)
    }
    const false5 = Buffer.from('aaaaaa9669', 'hex')
    expect(feed(Buffer.concat([false5, good]), [100])).toHaveLength(1)
  })

  it.each([
    ['0003000090', 'shorter than a reply can be'],
    ['1001000090', 'longer than any reply'],
  ])('a length that is wrong (%s: %s) does not hold up the next frame', start => {
    const good = encodeReply({ status: 0x80, data: Buffer.alloc(0) })
    expect(feed(Buffer.concat([Buffer.from(`aaaaaa9669${start}`, 'hex'), good]), [100])).toHaveLength(1)
  })

  it('never throws, and after any dirt a pause (clear) makes it ready again', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), dirt => {
        const parser = frameParser(replyLength)
        parser.push(dirt)
        parser.clear()
        expect(parser.push(encodeReply({ status: 0x80, data: Buffer.alloc(0) }))).toHaveLength(1)
      }),
    )
  })
})
