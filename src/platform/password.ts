import { argon2 } from 'node:crypto'
import { promisify } from 'node:util'
import { randomBytes, timingSafeEqual } from './crypto.ts'

/** OWASP's first choice for argon2id: 19 MiB and two passes, about 50 ms on a small server. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 }
const saltBytes = 16
const tagLength = 32

const derive = promisify(argon2)

interface Stored {
  readonly cost: typeof cost
  readonly salt: Buffer
  readonly tag: Buffer
}

/** Hashes a staff password (口令) with argon2id (RFC 9106) into one PHC line: `$argon2id$v=19$m=…,t=…,p=…$salt$tag`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes)
  const tag = await tagOf(password, { cost, salt, tag: Buffer.alloc(tagLength) })
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${base64(salt)}$${base64(tag)}`
}

/**
 * Whether the password is the one of the hash. Pass `undefined` for an account that does not exist: the answer is
 * `false` after the same work, so that the time of a reply does not tell which accounts exist. Never throws for text.
 */
export async function verifyPassword(hash: string | undefined, password: string): Promise<boolean> {
  const expected = parse(hash ?? '') ?? { cost, salt: Buffer.alloc(saltBytes), tag: Buffer.alloc(tagLength) }
  const tag = await tagOf(password, expected)
  return timingSafeEqual(tag, expected.tag) // no password has a tag of zeros
}

function tagOf(password: string, { cost, salt, tag }: Stored): Promise<Buffer> {
  // One keyboard composes 口令 or é from parts, another does not: the same word must give the same bytes.
  const message = Buffer.from(password.normalize('NFC'))
  return derive('argon2id', { ...cost, message, nonce: salt, tagLength: tag.length })
}

function parse(hash: string): Stored | undefined {
  const form = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d)\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/u
  const [, memory, passes, parallelism, salt = '', tag = ''] = form.exec(hash) ?? []
  if (memory === undefined || Number(passes) < 1 || Number(parallelism) < 1) return undefined
  if (Number(memory) < 8 * Number(parallelism)) return undefined
  const stored = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) }
  return { cost: stored, salt: Buffer.from(salt, 'base64'), tag: Buffer.from(tag, 'base64') }
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '')
}
