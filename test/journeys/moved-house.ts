import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { composeHouse, layFoundation } from '../../src/app/compose.ts'
import { createDemoStaff } from '../../src/app/demo/accounts.ts'
import { openRenewalHouse, type RenewalHouse } from '../../src/modules/licensing/testing/renewal-house.ts'
import { type MovableClock, movableClock } from '../../src/platform/clock.ts'
import { readConfig } from '../../src/platform/config.ts'
import { enqueue } from '../../src/platform/jobs.ts'

export interface MovedHouse {
  readonly server: string
  readonly clock: MovableClock
  readonly dataFolder: string
  readonly county: RenewalHouse
  /** Puts a job of the house into its queue; the house's own workers take it. */
  run(job: string): Promise<void>
  close(): Promise<void>
}

/**
 * The whole house in this process, on an embedded PostgreSQL and the county of the renewal tests, for a journey that lasts longer than
 * a day: the house that `npm start` makes reads the system's clock, this one reads a clock that the journey moves.
 */
export async function openMovedHouse(start: string): Promise<MovedHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'yzt-moved-'))
  chmodSync(folder, 0o755)
  const clock = movableClock(start)
  const config = readConfig({ YZT_DATA: folder, YZT_LOG: 'error' })
  const foundation = await layFoundation(config)
  const { database, databases } = foundation
  const { ownerUrl, appUrl } = databases
  const test = { ownerUrl, appUrl, superUrl: ownerUrl, database, drop: async () => undefined }
  const county = await openRenewalHouse({ test })
  const { keyring } = county
  await county.all(tx => createDemoStaff(tx, clock.now(), keyring))
  const house = await composeHouse({ ...foundation, keyring }, config, { clock })
  await house.startWork()
  const server = await house.app.listen({ host: '127.0.0.1', port: 0 })
  return {
    server,
    clock,
    dataFolder: folder,
    county,
    run: job => county.all(tx => enqueue(tx, job, {})),
    close: async () => {
      await house.close()
      await county.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
