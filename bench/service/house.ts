import { mkdtempSync } from 'node:fs'
import { chmod } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { composeHouse, layFoundation } from '../../src/app/compose.ts'
import { createDemoStaff } from '../../src/app/demo/accounts.ts'
import { startSimulator } from '../../src/gateways/business-register/simulator.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { readConfig } from '../../src/platform/config.ts'
import { businessesOf, importShops, makeShops } from './shops.ts'

/**
 * The server under load, a process of its own: the ordinary house on an embedded PostgreSQL with fsync on, with shops
 * instead of the demo's county. Speaks to the bench by messages; `capture` begins and ends writing its statements down.
 */
export interface Statement {
  /** Which connection it went over. */
  readonly connection: number
  readonly text: string
  readonly values: readonly unknown[]
}

const [, , count = '1400'] = process.argv
const folder = mkdtempSync(join(tmpdir(), 'yzt-bench-'))
await chmod(folder, 0o755)
const shops = makeShops(Number(count))
const register = await startSimulator(businessesOf(shops))
const config = {
  ...readConfig({ YZT_DATA: folder, PORT: '0', YZT_LOG: 'error' }),
  businessRegisterUrl: register.url,
}
const foundation = await layFoundation(config)
await importShops(foundation, folder, shops)
await foundation.database.within({ areas: 'all' }, tx => createDemoStaff(tx, systemClock.now(), foundation.keyring))
const captured: Statement[] = []
const numbers = new WeakMap<object, number>()
let last = 0
let capturing = false
listen()
const house = await composeHouse(foundation, config)
await house.startWork()
const url = await house.app.listen({ host: '127.0.0.1', port: 0 })
const sealingKey = foundation.keyring.sealing.publicKey
const { ownerUrl, appUrl } = foundation.databases
process.send?.({ ready: { url, ownerUrl, appUrl, sealingKey, folder, connections: config.databaseConnections } })

process.on('message', async (message: 'capture' | 'captured' | 'stop') => {
  if (message === 'capture') {
    captured.length = 0
    capturing = true
  } else if (message === 'captured') {
    capturing = false
    process.send?.({ captured: [...captured] })
  } else {
    await house.close()
    await register.stop()
    process.exit(0)
  }
})

function numberOf(client: object): number {
  const known = numbers.get(client)
  if (known !== undefined) return known
  last += 1
  numbers.set(client, last)
  return last
}

/** Every statement this process sends, in order; only the bench has this ear, the server's code knows nothing of it. */
function listen(): void {
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = function heard(this: pg.Client, ...given: never[]) {
    const [first, second] = given as unknown as [string | Statement, unknown]
    if (capturing)
      captured.push(
        typeof first === 'string'
          ? { connection: numberOf(this), text: first, values: Array.isArray(second) ? second : [] }
          : { connection: numberOf(this), text: first.text, values: first.values ?? [] },
      )
    return (query as (...all: never[]) => never).apply(this, given)
  } as never
}
