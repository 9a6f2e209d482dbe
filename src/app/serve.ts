import { ConfigError, readConfig } from '../platform/config.ts'
import { DataFolderInUse } from '../platform/data-folder.ts'
import { MigrationError } from '../platform/database/migrate.ts'
import { KeyringError } from '../platform/keyring.ts'
import { PortTaken } from '../platform/port-taken.ts'
import { UnsafeForProduction } from './production.ts'
import { startHouse } from './start.ts'

/** `npm start`. Known reasons for not starting are a sentence and exit code 1, not a stack. */
const expected = [ConfigError, DataFolderInUse, PortTaken, UnsafeForProduction, MigrationError, KeyringError]

/** Runs the house until it is told to stop. */
export async function serve(): Promise<void> {
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
}
