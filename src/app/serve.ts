import { ConfigError, readConfig } from '../platform/config.ts'
import { DataFolderInUse } from '../platform/data-folder.ts'
import { MigrationError } from '../platform/database/migrate.ts'
import { KeyringError } from '../platform/keyring.ts'
import { PortTaken } from '../platform/port-taken.ts'
import { DemoUnfinished } from './demo/unfinished.ts'
import { UnsafeForProduction } from './production.ts'
import { startHouse } from './start.ts'

/** `npm start`. Known reasons for not starting are a sentence and exit code 1, not a stack. */
const expected = [
  ConfigError,
  DataFolderInUse,
  PortTaken,
  UnsafeForProduction,
  MigrationError,
  KeyringError,
  DemoUnfinished,
]

/** Runs the house until it is told to stop. */
export async function serve(): Promise<void> {
  // Heard from the first moment on: who stops in the middle of a start waits until it is whole, and nothing is left half made.
  const toldToStop = new Promise<void>(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'])
      process.on(signal, () => {
        console.log('正在停止……')
        resolve()
      })
  })
  try {
    const house = await startHouse(readConfig(), line => console.log(line))
    void toldToStop.then(() => house.stop()).then(() => process.exit(0))
  } catch (error) {
    const known = expected.some(kind => error instanceof kind)
    console.error(known && error instanceof Error ? error.message : error)
    process.exit(1)
  }
}
