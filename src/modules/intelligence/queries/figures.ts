import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { ClueSource } from '../rules/clue/words.ts'
import { figureOf } from './clues.ts'

export interface SourceFigure {
  readonly source: ClueSource
  readonly received: number
  /** 办结, duplicates apart: below the line of 线索成案率. */
  readonly closed: number
  readonly converted: number
  /** Days from receipt to decision, on average; null where nothing was decided. */
  readonly daysToDecide: number | null
  /** Of those closed, how many were not 查无实据. */
  readonly founded: number
}

/** 各来源的数字 of a period, counted from the clues themselves by the sentences the list filters by. */
export async function countBySource(tx: Tx, from: string, to: string): Promise<readonly SourceFigure[]> {
  const { rows } = await sql<SourceFigure>`
    select c.source, count(*) filter (where ${figureOf('received', from, to)})::int as received,
      count(*) filter (where ${figureOf('closed', from, to)})::int as closed,
      count(*) filter (where ${figureOf('converted', from, to)})::int as converted,
      round(avg(c.decided_on - c.received_on) filter (where c.decided_on between ${from}::date and ${to}::date), 1)::float as days_to_decide,
      count(*) filter (where ${figureOf('closed', from, to)} and c.outcome <> 'unfounded')::int as founded
    from intelligence.clue c group by c.source`.execute(tx)
  return rows
}
