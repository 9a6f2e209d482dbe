import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { Published } from '../rules/open-data/publish.ts'

export interface KeptTable {
  readonly published: Published
  readonly madeAt: string
}

interface Which {
  readonly dataset: string
  readonly month: string
  readonly smallest: number
}

export async function findTable(tx: Tx, { dataset, month, smallest }: Which): Promise<KeptTable | undefined> {
  const { rows } = await sql<KeptTable>`select published, made_at from metrics.open_table
    where dataset = ${dataset} and month = ${month} and smallest = ${smallest}`.execute(tx)
  return rows[0]
}

/** The first table of a month stands: of two made at once, both readers see the same one. */
export async function keepTable(tx: Tx, which: Which, made: KeptTable): Promise<KeptTable> {
  const { dataset, month, smallest } = which
  await sql`insert into metrics.open_table (dataset, month, smallest, published, made_at)
    values (${dataset}, ${month}, ${smallest}, ${JSON.stringify(made.published)}::jsonb, ${made.madeAt})
    on conflict do nothing`.execute(tx)
  return (await findTable(tx, which)) ?? made
}
