import type pg from 'pg'

/** When a statement is struck: not yet sent, sent and unanswered, or answered and not yet told. */
export type Phase = 'before' | 'sent' | 'after'

export interface Strike {
  /** The n-th statement of the act, `begin` being the first. */
  readonly at: number
  readonly phase: Phase
  /** `cut` breaks the connection from our side, as the end of our process does. */
  readonly strike: (backendPid: number, cut: () => void) => void
}

type Client = pg.PoolClient & { processID?: number; connection?: { stream: { destroy(): void } } }

/**
 * The hook at the edge of the database: every statement of a pool passes here, and at the chosen one something dies. No sleep and no
 * chance: the same number strikes the same statement. Returns how many statements passed.
 */
export function hookStatements(pool: pg.Pool, strike?: Strike): () => number {
  let seen = 0
  pool.on('connect', connected => {
    const client: Client = connected as Client
    const send = client.query.bind(client) as (...given: unknown[]) => Promise<unknown>
    const hooked = (...given: unknown[]): Promise<unknown> => {
      seen += 1
      const here = strike?.at === seen ? strike : undefined
      const kill = () => here?.strike(client.processID ?? 0, () => client.connection?.stream.destroy())
      if (here?.phase === 'before') kill()
      const reply = send(...given)
      if (here?.phase === 'sent') kill()
      return here?.phase === 'after'
        ? reply.then(answer => {
            kill()
            return answer
          })
        : reply
    }
    client.query = hooked as typeof client.query
  })
  return () => seen
}

/**
 * `YZT_KILLS=all`: a real kill -9 at every statement (some minutes more: each starts a process or a cluster anew). Else at a few of each act, and
 * at every statement the connection is cut instead, which is all that PostgreSQL sees of a server that dies.
 */
const everything = process.env['YZT_KILLS'] === 'all'

/**
 * The moments of an act at which something is killed: before its statements (after one is before the next), and around the last, the
 * commit, at every phase.
 */
export function momentsOf(statements: number, few: number): [number, Phase][] {
  const gap = everything ? 1 : Math.ceil(statements / few)
  const before = Array.from({ length: statements }, (_, i): [number, Phase] => [i + 1, 'before'])
  return [...before.filter(([at]) => at % gap === 0 || at === statements), [statements, 'sent'], [statements, 'after']]
}
