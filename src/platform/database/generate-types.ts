import { execFileSync } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../embedded-postgres.ts'
import { migrate, readMigrations } from './migrate.ts'

/**
 * `npm run db:types`: migrates an empty database and writes its row types to generated.ts.
 * With `--verify` it compares instead and fails when the file is stale.
 */
const source = join(import.meta.dirname, '../..')
/** What our parsers (database.ts) make of these types. */
const types = { timestamptz: 'string', int8: 'number', numeric: 'number', date: 'string' }
const folder = await mkdtemp(join(tmpdir(), 'yzt-types-'))
await chmod(folder, 0o755)
const server = await startEmbeddedPostgres({ folder: join(folder, 'pg'), log: () => undefined })
try {
  await migrate(server.ownerUrl, await readMigrations(source))
  const options = ['--url', server.ownerUrl, '--dialect', 'postgres', '--camel-case', '--exclude-pattern', 'public.*']
  const output = ['--out-file', join(import.meta.dirname, 'generated.ts'), '--type-mapping', JSON.stringify(types)]
  execFileSync('kysely-codegen', [...options, ...output, ...process.argv.slice(2)], { stdio: 'inherit' })
} finally {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}
