import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { makeSm2KeyPair, randomBytes, type Sm2KeyPair, sm3 } from '../crypto.ts'
import { syncFolder, writeDurably } from '../durable-file.ts'

/** The pairs a server holds. Of each there may be several files, `licence-1.json`, `licence-2.json`; the last one signs. */
const pairKinds = ['sealing', 'licence', 'ledger'] as const
export type PairKind = (typeof pairKinds)[number]

/** A key pair with its name: the first 8 hex digits of the SM3 of the public key. */
export interface NamedKeyPair extends Sm2KeyPair {
  readonly keyId: string
}

export interface KeyFiles {
  readonly master: Buffer
  readonly pairs: Readonly<Record<PairKind, readonly NamedKeyPair[]>>
}

/** The keys cannot be used as they lie there; the message says what to do. */
export class KeyringError extends Error {
  override readonly name = 'KeyringError'
}

/** The file names of a folder, or none when it does not exist. */
export async function listKeyFiles(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
}

/** Makes all keys in a folder beside and renames it: a crash half-way leaves no half keyring behind. */
export async function makeKeyFiles(folder: string): Promise<void> {
  const draft = `${folder}.draft`
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { recursive: true, mode: 0o700 })
  await writeDurably(join(draft, 'master.key'), `${randomBytes(32).toString('hex')}\n`)
  for (const kind of pairKinds) await addPair(draft, kind, 1)
  await rename(draft, folder)
  await syncFolder(dirname(folder))
}

/** Adds the pair number `number` of a kind. */
export async function addPair(folder: string, kind: PairKind, number: number): Promise<void> {
  await writeDurably(join(folder, `${kind}-${number}.json`), `${JSON.stringify(makeSm2KeyPair())}\n`)
}

/** Reads what `makeKeyFiles` and `addPair` wrote. Throws `KeyringError` for missing, damaged or open files. */
export async function readKeyFiles(folder: string): Promise<KeyFiles> {
  const names = await listKeyFiles(folder)
  const master = (await readSecret(join(folder, 'master.key'))).trim()
  if (!/^[0-9a-f]{64}$/u.test(master)) throw new KeyringError(`${join(folder, 'master.key')} is damaged`)
  const pairsOf = (kind: PairKind) => Promise.all(numbered(names, kind).map(name => readPair(join(folder, name))))
  const [sealing, licence, ledger] = [await pairsOf('sealing'), await pairsOf('licence'), await pairsOf('ledger')]
  return { master: Buffer.from(master, 'hex'), pairs: { sealing, licence, ledger } }
}

/** The files of one kind, oldest first: `licence-10` comes after `licence-9`. */
export function numbered(names: readonly string[], kind: PairKind): string[] {
  const number = (name: string) => Number(new RegExp(`^${kind}-(\\d+)\\.json$`, 'u').exec(name)?.[1] ?? 0)
  return names.filter(name => number(name) > 0).sort((left, right) => number(left) - number(right))
}

async function readPair(path: string): Promise<NamedKeyPair> {
  const form = /^\{"privateKey":"([0-9a-f]{64})","publicKey":"(04[0-9a-f]{128})"\}\n?$/u
  const [, privateKey, publicKey] = form.exec(await readSecret(path)) ?? []
  if (privateKey === undefined || publicKey === undefined) throw new KeyringError(`${path} is damaged`)
  return { keyId: sm3(publicKey).toString('hex').slice(0, 8), privateKey, publicKey }
}

async function readSecret(path: string): Promise<string> {
  const found = await stat(path).catch(() => undefined)
  if (found === undefined) throw new KeyringError(`${path} is missing: restore it from the key backup`)
  // Windows has no such bits and reports all of them.
  if (process.platform !== 'win32' && (found.mode & 0o077) !== 0)
    throw new KeyringError(`${path} can be read by other users of this machine: run "chmod 600 ${path}"`)
  return readFile(path, 'utf8')
}
