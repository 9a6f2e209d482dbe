import type { Engine } from '../lake/engine.ts'

/**
 * Numbers that stand in cases and clues up to the day, one row each, with where they stand. Phones match only where both files
 * carry the same hash: the salt of a parcel company is not ours.
 */
export async function gatherKnown(
  engine: Engine,
  asked: {
    readonly column: 'phones' | 'plates' | 'waybills'
    readonly asOf: string
    readonly missing: readonly string[]
  },
): Promise<void> {
  const from = (table: string, id: string, time: string, sureness: number) =>
    asked.missing.includes(table)
      ? []
      : [
          `select trim(unnest(string_split(${asked.column}, ';'))) as number, ${id} as source, ${sureness} as sureness
           from ${table} where ${asked.column} is not null and ${time} < $until::timestamptz`,
        ]
  const parts = [...from('cases', 'case_no', 'filed_at', 1), ...from('clues', 'clue_id', 'received_at', 0.7)]
  const source =
    parts.length === 0 ? `select '' as number, '' as source, 0 as sureness where false` : parts.join(' union all ')
  await engine.run(
    `create or replace temp table known_${asked.column} as
     select number, max(sureness)::double as sureness, list(distinct source order by source)[1:10] as sources
     from (${source}) where number <> '' group by number`,
    { until: untilOf(asked.asOf) },
  )
}

/** The first moment that is no longer known. */
export const untilOf = (asOf: string): string =>
  `${Temporal.PlainDate.from(asOf).add({ days: 1 }).toString()} 00:00:00+08`
