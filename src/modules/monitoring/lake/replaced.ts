import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** In a merged folder: the names of the batches whose place it takes. */
export const replacesFile = 'replaces.txt'

/** The batches of a table that a merged folder has replaced, each with the name of that folder. */
export async function readReplaced(home: string): Promise<ReadonlyMap<string, string>> {
  const replaced = new Map<string, string>()
  for (const name of await readdir(home)) {
    const list = name.startsWith('merged=')
      ? await readFile(join(home, name, replacesFile), 'utf8').catch(() => '')
      : ''
    for (const batch of list.split('\n')) if (batch !== '') replaced.set(batch, name)
  }
  return replaced
}

export async function parquetBelow(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  return entries
    .filter(entry => entry.isFile() && entry.name.endsWith('.parquet'))
    .map(entry => join(entry.parentPath, entry.name))
    .toSorted()
}
