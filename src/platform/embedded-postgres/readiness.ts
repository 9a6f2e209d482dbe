import { realpath } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

export interface Expected {
  /** Superuser. */
  readonly url: string
  /** The data folder the answering server must have: on our port somebody else's may listen. */
  readonly cluster: string
  /** Resolves when the started process is gone. */
  readonly gone: Promise<void>
  readonly seconds: number
}

/** Waits until the server answers; gives up when its process is gone or the time is over, and says which. */
export async function waitUntilReady({ url, cluster, gone, seconds }: Expected): Promise<'ready' | 'gone' | 'late'> {
  let ended = false
  void gone.then(() => {
    ended = true
  })
  const folder = await realpath(cluster)
  const until = performance.now() + seconds * 1000
  let wrongPassword = 0
  while (!ended && performance.now() < until) {
    const answer = await dataFolderOf(url)
    if (answer === folder) return 'ready'
    if (answer === 'wrong password') wrongPassword += 1
    // A stranger on our port also says so; then our process ends by itself a moment later.
    if (wrongPassword > 50) throw new Error('access.json 中的密码与数据库不符。请从备份还原这个文件。')
    await sleep(20)
  }
  return ended ? 'gone' : 'late'
}

async function dataFolderOf(url: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ folder: string }>(`select current_setting('data_directory') as folder`)
    return rows[0]?.folder
  } catch (error) {
    return Reflect.get(Object(error), 'code') === '28P01' ? 'wrong password' : undefined
  } finally {
    await client.end().catch(() => undefined)
  }
}
