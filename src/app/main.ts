#!/usr/bin/env node
import { ConfigError, keepCompiled, readConfig } from '../platform/config.ts'
import { DataFolderInUse } from '../platform/data-folder.ts'
import { MigrationError } from '../platform/database/migrate.ts'
import { KeyringError } from '../platform/keyring.ts'
import { UnsafeForProduction } from './production.ts'

// Before the house is loaded: it is read as it was compiled at an earlier start.
keepCompiled()
const { startHouse } = await import('./start.ts')

/** `npm start`. Known reasons for not starting are a sentence and exit code 1, not a stack. */
const expected = [ConfigError, DataFolderInUse, UnsafeForProduction, MigrationError, KeyringError]

try {
  const house = await startHouse(readConfig(), line => console.log(line))
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    console.log('正在停止……')
    await house.stop()
    process.exit(0)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
} catch (error) {
  const known = expected.some(kind => error instanceof kind)
  console.error(known && error instanceof Error ? error.message : error)
  process.exit(1)
}
