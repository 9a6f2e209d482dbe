import { openDatabase } from '../../src/platform/database.ts'
import { openKeyring } from '../../src/platform/keyring.ts'
import { type ActPlan, runAct } from './acts.ts'
import { hookStatements, type Phase } from './strike.ts'

/** A server in small: does one act and is killed (SIGKILL, by itself) at the statement it was told. */
interface Order {
  readonly url: string
  readonly keysFolder: string
  readonly plan: ActPlan
  readonly at: number
  readonly phase: Phase
}

const order = JSON.parse(process.argv[2] ?? '') as Order
const database = openDatabase(order.url, { connections: 1 })
hookStatements(database.pool, {
  at: order.at,
  phase: order.phase,
  strike: () => {
    process.kill(process.pid, 'SIGKILL')
    // The signal may take a moment; nothing more may happen in it.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
  },
})
const result = await runAct(order.plan, database, await openKeyring(order.keysFolder))
await database.close()
process.stdout.write(JSON.stringify(result))
