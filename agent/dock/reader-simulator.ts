import { encodeReply } from '../reader/frame.ts'
import { frameParser } from '../reader/frame-parser.ts'
import { statusOf } from '../reader/status-words.ts'
import { encodeCardReply } from './card-bytes.ts'
import type { SampleCard } from './cards.ts'

/** Faults of the simulated reader; `none` is a healthy one. */
export const readerFaults = [
  'none',
  'pulledMidRead',
  'badChecksum',
  'shortFrame',
  'splitFrames',
  'noise',
  'silent',
  'cableOut',
] as const
type ReaderFault = (typeof readerFaults)[number]

export interface ReaderSimulator {
  card: SampleCard | undefined
  fault: ReaderFault
  /** Takes bytes of the host; gives the pieces to send back, in order. */
  take(bytes: Uint8Array): Buffer[]
}

const hostLength = { least: 3, most: 64 }
const none = Buffer.alloc(0)

/** Speaks the reader's side of the protocol, byte for byte. */
export function readerSimulator(): ReaderSimulator {
  const parser = frameParser(hostLength)
  const self: ReaderSimulator = {
    card: undefined,
    fault: 'none',
    take: bytes => parser.push(bytes).flatMap(command => spoil(self.fault, answer(self, command))),
  }
  return self
}

function status(name: Parameters<typeof statusOf>[0], data: Buffer = none): Buffer {
  return encodeReply({ status: statusOf(name), data })
}

function answer(self: ReaderSimulator, command: Buffer): Buffer {
  const known: Record<string, () => Buffer> = {
    '10ff': () => status('ok'),
    '11ff': () => status('ok'),
    '12ff': () => status('ok', Buffer.alloc(16, 1)),
    '2001': () => (self.card ? status('cardFound', Buffer.alloc(4)) : status('findFailed')),
    '2002': () => (self.card ? status('ok', Buffer.alloc(8)) : status('selectFailed')),
    '3001': () => read(self),
    '3003': () => status('noSuchItem'),
  }
  return known[command.toString('hex')]?.() ?? status('commandWrong')
}

function read(self: ReaderSimulator): Buffer {
  if (self.card?.unreadable) return status('readerRejectsCard')
  if (!self.card) return status('readFailed')
  if (self.fault !== 'pulledMidRead') return encodeCardReply(self.card)
  self.card = undefined
  return status('readFailed')
}

const isCardReply = (frame: Buffer) => frame.length > 64

function spoil(fault: ReaderFault, frame: Buffer): Buffer[] {
  switch (fault) {
    case 'silent':
    case 'cableOut':
      return []
    case 'noise':
      return [Buffer.concat([Buffer.from('00ffaaaaaa9600aaaaaa', 'hex'), frame])]
    case 'splitFrames':
      return Array.from({ length: Math.ceil(frame.length / 7) }, (_, n) => frame.subarray(n * 7, n * 7 + 7))
    case 'badChecksum':
      if (isCardReply(frame)) frame[frame.length - 1] = (frame.at(-1) ?? 0) ^ 0x01
      return [frame]
    case 'shortFrame':
      return [isCardReply(frame) ? frame.subarray(0, 600) : frame]
    default:
      return [frame]
  }
}
