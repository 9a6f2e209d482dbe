import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Source } from './imports.ts'

const folder = join(import.meta.dirname, '../..')

/** All hand-written sources of the project that match. */
export function readSources(patterns: readonly string[]): Source[] {
  return globSync([...patterns], {
    cwd: folder,
    exclude: ['**/node_modules/**', 'dist/**', 'var/**', '**/generated.ts'],
  })
    .map(path => path.replaceAll('\\', '/'))
    .toSorted()
    .map(path => ({ path, text: readFileSync(join(folder, path), 'utf8') }))
}
