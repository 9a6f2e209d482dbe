import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'

/** Who this terminal is 终端身份: made at enrolment, kept in a file only its owner may read. */
export const Identity = Type.Object({
  server: Type.String(),
  terminalId: Type.String(),
  name: Type.String(),
  town: Type.String(),
  /** SM2 public key of the server, hex 04…: acts are sealed to it. */
  serverSealingKey: Type.String(),
  privateKey: Type.String(),
  publicKey: Type.String(),
})
export type Identity = Static<typeof Identity>

const file = 'identity.json'

/** undefined when the terminal is not enrolled; throws for a file that is there and cannot be understood. */
export function findIdentity(dataDir: string): Identity | undefined {
  const path = join(dataDir, file)
  if (!existsSync(path)) return undefined
  const read: unknown = JSON.parse(readFileSync(path, 'utf8'))
  if (!Value.Check(Identity, read)) throw new Error(`${path} is not an identity; enrol the terminal again`)
  return read
}

/** Written beside and renamed: after a power cut there is the old file or the new one. */
export function saveIdentity(dataDir: string, identity: Identity): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  chmodSync(dataDir, 0o700)
  const next = join(dataDir, `${file}.next`)
  const fd = openSync(next, 'w', 0o600)
  writeSync(fd, JSON.stringify(identity, null, 2))
  fsyncSync(fd)
  closeSync(fd)
  renameSync(next, join(dataDir, file))
  const folder = openSync(dataDir, 'r')
  fsyncSync(folder)
  closeSync(folder)
}
