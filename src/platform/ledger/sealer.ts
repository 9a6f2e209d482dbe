import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import type { Keyring } from '../keyring.ts'
import type { Logger } from '../log.ts'
import type { Metrics } from '../metrics.ts'
import { sealOnce } from './seal-once.ts'

export { sealOnce } from './seal-once.ts'

export interface SealerOptions {
  readonly pool: pg.Pool
  readonly keyring: Pick<Keyring, 'ledger'>
  readonly everyMs: number
  readonly log: Logger
  readonly metrics: Pick<Metrics, 'sealed'>
}

export interface Sealer {
  /** Resolves after the first look. In a restored database, wait for it before anything is written. */
  readonly ready: Promise<void>
  /** Seals what is left and ends. */
  stop(): Promise<void>
}

/** The sealer (封存器): looks every second. Runs in every server process; a lock lets one work at a time. */
export function startSealer(options: SealerOptions): Sealer {
  const ending = new AbortController()
  const first = Promise.withResolvers<void>()
  const loop = async () => {
    let failing = false
    while (!ending.signal.aborted) {
      failing = await look(options, failing)
      first.resolve()
      await sleep(options.everyMs, undefined, { signal: ending.signal }).catch(() => undefined)
    }
    await look(options, failing)
  }
  const looping = loop()
  return {
    ready: first.promise,
    stop: async () => {
      ending.abort()
      await looping
    },
  }
}

/** One look: seals until nothing is left. Returns whether it failed; a failure is told once, not every second. */
async function look(options: SealerOptions, failedBefore: boolean): Promise<boolean> {
  try {
    const client = await options.pool.connect()
    try {
      while (await sealAndTell(client, options)) {}
    } finally {
      client.release()
    }
    return false
  } catch (error) {
    if (!failedBefore) options.log.error({ err: error }, 'the audit ledger could not be sealed; trying again')
    return true
  }
}

/** Seals one batch; returns whether more lines wait. */
async function sealAndTell(client: pg.ClientBase, { keyring, log, metrics }: SealerOptions): Promise<boolean> {
  const sealed = await sealOnce(client, keyring)
  if (sealed === undefined) return false
  metrics.sealed(sealed.entries)
  if (sealed.clockWentBack)
    log.error({ batch: sealed.batch }, 'the clock of the database went back; seals stay in order')
  return sealed.more
}
