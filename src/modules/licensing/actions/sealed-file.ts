import type { Result } from '#kernel/refusal'
import type { Config } from '#platform/config'
import { sm3 } from '#platform/crypto'
import type { Database, Tx } from '#platform/database'
import { FileDamaged, type FileStore, filesOfDomain, type StoredFile } from '#platform/files'
import type { Keyring } from '#platform/keyring'
import { haveFilesAlone, listUnnamed, shareFiles } from '../store/files.ts'

/** 材料和现场照片 of licensing, one way for all: sealed on the disk, named by SM3, put in the transaction that names them. */
export const licensingFiles = (config: Pick<Config, 'dataFolder'>): Promise<FileStore> =>
  filesOfDomain(config, 'licensing')

/** Puts sealed bytes before the row that names them; an undone transaction leaves a file that nothing names, and the sweep takes it. */
export async function putSealed(
  tx: Tx,
  bytes: Uint8Array,
  { files, keyring }: { readonly files: FileStore; readonly keyring: Pick<Keyring, 'sealField'> },
): Promise<Result<StoredFile, 'fileTooLarge'>> {
  await shareFiles(tx)
  return files.put(Buffer.from(keyring.sealField(Buffer.from(bytes).toString('base64'))))
}

/** The bytes as base64; undefined where they are gone or are no more the ones that were put. */
export async function findSealed(
  { file, digest }: { readonly file: StoredFile; readonly digest: string },
  { files, keyring }: { readonly files: FileStore; readonly keyring: Pick<Keyring, 'openField'> },
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

/** 清理: files of yesterday and before that no row names. Asks for the rows only while nobody puts, so that no file in use is taken. */
export async function sweepFiles(database: Database, files: FileStore, now: Temporal.Instant): Promise<number> {
  const old = await files.olderThan(now.subtract({ hours: restHours }))
  if (old.length === 0) return 0
  return database.within({ areas: 'all' }, async tx => {
    if (!(await haveFilesAlone(tx))) return 0
    const unnamed = await listUnnamed(tx, old)
    for (const digest of unnamed) await files.remove(digest)
    return unnamed.length
  })
}
