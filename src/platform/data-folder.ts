import { mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { markOf } from './process-mark.ts'

/** Another server works on the same data folder; the message names its process. */
export class DataFolderInUse extends Error {
  override name = 'DataFolderInUse'
}

/**
 * Claims a data folder for this process; the returned function gives it back.
 * A claim left by a dead process is taken over.
 * @throws DataFolderInUse while the other process lives.
 */
export async function claimDataFolder(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true })
  const claim = join(folder, 'server.pid')
  const own = await markOf(process.pid)
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const file = await open(claim, 'wx').catch(() => undefined)
    if (file) {
      await file.writeFile(`${own}\n`)
      await file.close()
      return () => rm(claim, { force: true })
    }
    const mark = (await readFile(claim, 'utf8').catch(() => '')).trim()
    const holder = Number(mark.split(' ')[0])
    if (mark !== '' && (await markOf(holder)) === mark)
      throw new DataFolderInUse(
        `数据文件夹 ${folder} 正由另一个烟政通服务使用（进程 ${holder}）。请先停止它，或用 YZT_DATA 指定另一个文件夹。`,
      )
    await rm(claim, { force: true })
  }
  throw new DataFolderInUse(`数据文件夹 ${folder} 正由另一个烟政通服务使用。`)
}
