import type { EventEmitter } from 'node:events'
import pg from 'pg'

/**
 * The beacon (信标): a session lock on a connection of its own that says "this pool of workers lives". The death of the
 * process, or of its machine, releases it at once; the library alone would hold a dead worker's jobs for four hours.
 */
export interface Beacon {
  /** Resolves when the pool's lock is held. No job may be taken before: it would look like a dead worker's. */
  readonly lit: Promise<void>
  /** Resolves when the connection is lost: others may now take over our jobs, so the pool must stop. */
  readonly lost: Promise<void>
  close(): Promise<void>
}

/** The first half of the lock's key, which marks it as a beacon. */
export const beaconClass = 7311

/** Connects, then waits for the pool to be made, whose id is the second half of the key. */
export async function openBeacon(connectionString: string, events: EventEmitter): Promise<Beacon> {
  const client = new pg.Client({ connectionString, application_name: 'yzt job beacon', keepAlive: true })
  const lit = Promise.withResolvers<void>()
  const lost = Promise.withResolvers<void>()
  client.on('error', () => lost.resolve())
  lit.promise.catch(() => lost.resolve())
  await client.connect()
  events.once('pool:create', ({ workerPool }: { workerPool: { id: string } }) => {
    client
      .query(`select pg_advisory_lock(${beaconClass}, hashtext($1))`, [workerPool.id])
      .then(() => lit.resolve(), lit.reject)
  })
  return { lit: lit.promise, lost: lost.promise, close: () => client.end().catch(() => undefined) }
}
