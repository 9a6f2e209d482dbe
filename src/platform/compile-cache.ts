import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

/**
 * Keeps what Node makes of our files, types taken off and compiled, beside the packages: the next start reads it. Not in the system's
 * temporary folder, where another user could lay something for us.
 */
export function keepCompiled(): void {
  enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/node'))
}
