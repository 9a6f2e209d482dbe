import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Config } from './config.ts'
import { sm3 } from './crypto.ts'
import { syncFolder, writeDurably } from './durable-file.ts'

/** What a row of the database keeps of a file: enough to find it and to prove it. */
export interface StoredFile {
  /** SM3 of the content, hex; also its name. */
  readonly digest: string
  readonly bytes: number
}

/** Files by content (文件库): the same bytes are kept once, and never overwritten by others. */
export interface FileStore {
  /** Keeps the bytes; when it returns, they survive a power cut. */
  put(content: Uint8Array): Promise<Result<StoredFile, 'fileTooLarge'>>
  /** The bytes exactly as they were put, or `undefined` when there is no such file. Throws `FileDamaged`. */
  find(file: StoredFile): Promise<Buffer | undefined>
  /** Names of the files put before this instant; for whoever sweeps what no row names. */
  olderThan(instant: Temporal.Instant): Promise<readonly string[]>
  /** Only for a file that nothing names any more. */
  remove(digest: string): Promise<void>
}

/** The disk gave back other bytes than were put: the file must be restored from the backup, not used. */
export class FileDamaged extends Error {
  override readonly name = 'FileDamaged'
}

/** Opens a store in a folder outside everything the web server hands out; makes the folder when needed. */
export async function openFileStore(folder: string, options: { maxBytes: number }): Promise<FileStore> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  return {
    put: async content => {
      if (content.length > options.maxBytes) return refuse('fileTooLarge', { maxBytes: options.maxBytes })
      const file = { digest: sm3(content).toString('hex'), bytes: content.length }
      if (!(await isWhole(folder, file))) await write(folder, file, content)
      return ok(file)
    },
    find: file => read(folder, file),
    olderThan: instant => listOlder(folder, instant),
    remove: digest => rm(pathOf(folder, digest), { force: true }),
  }
}

/** Room for a document of eight megabytes, sealed and in letters. */
const HOUSE_MAX_BYTES = 20_000_000

/** The one store of the house, in its data folder. */
export const houseFiles = ({ dataFolder }: Pick<Config, 'dataFolder'>): Promise<FileStore> =>
  openFileStore(join(dataFolder, 'files'), { maxBytes: HOUSE_MAX_BYTES })

/** The files of one domain, which it puts and sweeps by `sealed-files.ts`. */
export interface DomainFiles extends FileStore {
  readonly domain: string
}

/**
 * The part of one domain in a folder of its own, so that the domain can sweep it without knowing the others; what it kept before there
 * were such folders is still found.
 */
export async function filesOfDomain(config: Pick<Config, 'dataFolder'>, domain: string): Promise<DomainFiles> {
  const before = await houseFiles(config)
  const own = await openFileStore(join(config.dataFolder, 'files', domain), { maxBytes: HOUSE_MAX_BYTES })
  return { ...own, domain, find: async file => (await own.find(file)) ?? before.find(file) }
}

async function listOlder(folder: string, instant: Temporal.Instant): Promise<readonly string[]> {
  const found: string[] = []
  for (const part of await readdir(folder)) {
    if (!/^[0-9a-f]{2}$/u.test(part)) continue
    for (const name of await readdir(join(folder, part))) {
      // Half-written temporary names are no digests.
      if (!/^[0-9a-f]{62}$/u.test(name)) continue
      const { mtimeMs } = await stat(join(folder, part, name))
      if (mtimeMs < instant.epochMilliseconds) found.push(`${part}${name}`)
    }
  }
  return found
}

async function write(folder: string, file: StoredFile, content: Uint8Array): Promise<void> {
  const path = pathOf(folder, file.digest)
  const made = await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  if (made !== undefined) await syncFolder(folder)
  await writeDurably(path, content)
}

async function read(folder: string, file: StoredFile): Promise<Buffer | undefined> {
  const content = await readFile(pathOf(folder, file.digest)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (content === undefined) return undefined
  if (content.length !== file.bytes)
    throw new FileDamaged(`file ${file.digest} has ${content.length} bytes instead of ${file.bytes}`)
  if (sm3(content).toString('hex') !== file.digest) throw new FileDamaged(`file ${file.digest} has another content`)
  return content
}

/** A damaged copy is written anew: who puts the same bytes again heals it. */
function isWhole(folder: string, file: StoredFile): Promise<boolean> {
  return read(folder, file).then(
    content => content !== undefined,
    () => false,
  )
}

function pathOf(folder: string, digest: string): string {
  // The digest may come from a row or a request: only hex digits ever become part of a path.
  if (!/^[0-9a-f]{64}$/u.test(digest)) throw new RangeError('a file is named by 64 hex digits')
  return join(folder, digest.slice(0, 2), digest.slice(2))
}
