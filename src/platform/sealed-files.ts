import { sql } from 'kysely'
import type { Result } from '#kernel/refusal'
import { sm3 } from './crypto.ts'
import type { Database, Tx } from './database.ts'
import { type DomainFiles, FileDamaged, type StoredFile } from './files.ts'
import type { Keyring } from './keyring.ts'

/** Whoever puts a file holds this until his transaction ends: a file is on the disk before the row that names it. */
export async function shareFiles(tx: Tx, domain: string): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(20261126, hashtext(${domain}))`.execute(tx)
}

/** Nobody is between file and row while this is held; false when somebody is. */
async function haveFilesAlone(tx: Tx, domain: string): Promise<boolean> {
  const { rows } = await sql<{ alone: boolean }>`
    select pg_try_advisory_xact_lock(20261126, hashtext(${domain})) as alone`.execute(tx)
  return rows[0]?.alone ?? false
}

/** Puts sealed bytes before the row that names them; an undone transaction leaves a file that nothing names, and the sweep takes it. */
export async function putSealed(
  tx: Tx,
  bytes: Uint8Array,
  { files, keyring }: { readonly files: DomainFiles; readonly keyring: Pick<Keyring, 'sealField'> },
): Promise<Result<StoredFile, 'fileTooLarge'>> {
  await shareFiles(tx, files.domain)
  return files.put(Buffer.from(keyring.sealField(Buffer.from(bytes).toString('base64'))))
}

/** The bytes as base64; undefined where they are gone or are no more the ones that were put. */
export async function findSealed(
  { file, digest }: { readonly file: StoredFile; readonly digest: string },
  { files, keyring }: { readonly files: DomainFiles; readonly keyring: Pick<Keyring, 'openField'> },
): Promise<string | undefined> {
  const sealed = await files.find(file).catch((error: unknown) => {
    if (error instanceof FileDamaged) return undefined
    throw error
  })
  if (sealed === undefined) return undefined
  const content = keyring.openField(sealed.toString('utf8'))
  return sm3(Buffer.from(content, 'base64')).toString('hex') === digest ? content : undefined
}

/** Long enough for any upload: a file of today is nobody’s business. */
const restHours = 24

interface Sweep {
  readonly files: DomainFiles
  /** Which of these files no row of the domain names, whoever's row it is. */
  readonly listUnnamed: (tx: Tx, digests: readonly string[]) => Promise<readonly string[]>
  readonly now: Temporal.Instant
}

/** 清理: files of yesterday and before that no row names. Asks for the rows only while nobody puts, so that no file in use is taken. */
export async function sweepFiles(database: Database, { files, listUnnamed, now }: Sweep): Promise<number> {
  const old = await files.olderThan(now.subtract({ hours: restHours }))
  if (old.length === 0) return 0
  return database.within({ areas: 'all' }, async tx => {
    if (!(await haveFilesAlone(tx, files.domain))) return 0
    const unnamed = await listUnnamed(tx, old)
    for (const digest of unnamed) await files.remove(digest)
    return unnamed.length
  })
}
