import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import type { GatewayName } from '../rules/gateways.ts'
import { saveFailure, saveSuccess } from '../store/gateways.ts'

const everything = { areas: 'all' } as const
const quietMs = 30_000

/** Writes down how an outside system answered somebody who waited; `why` undefined is a good answer. */
export type Notebook = (name: GatewayName, why?: string) => void

/**
 * 记下外部系统的应答, beside the work: nobody waits for it and its failing fails nothing. The same news again within half a
 * minute is not news.
 */
export function gatewayNotebook(database: Database, clock: Clock, onError: (error: unknown) => void): Notebook {
  const last = new Map<GatewayName, { why: string | undefined; at: number }>()
  return (name, why) => {
    const { instant } = clock.now()
    const before = last.get(name)
    if (before && before.why === why && instant.epochMilliseconds - before.at < quietMs) return
    last.set(name, { why, at: instant.epochMilliseconds })
    const at = instant.toString()
    database
      .within(everything, tx =>
        why === undefined ? saveSuccess(tx, name, at) : saveFailure(tx, name, { error: why, at, nextTryAt: null }),
      )
      .catch(onError)
  }
}
