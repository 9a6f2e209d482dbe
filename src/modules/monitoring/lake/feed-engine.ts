import { type Engine, openEngine } from './engine.ts'

/** Lends the engine of the feed for one batch. */
export type LendEngine = <T>(work: (engine: Engine) => Promise<T>) => Promise<T>

/**
 * One DuckDB for the life of the process, opened by the first batch: opening and closing it costs as much as thousands of
 * lines. The temporary tables are those of its one connection, so the batches stand in line for it.
 */
export function keepFeedEngine(): LendEngine {
  let opened: Promise<Engine> | undefined
  let line: Promise<unknown> = Promise.resolve()
  return work => {
    opened ??= openEngine({ memory: '256MB', threads: 1 })
    const engine = opened
    const turn = line.then(async () => work(await engine))
    line = turn.catch(() => undefined)
    return turn
  }
}
