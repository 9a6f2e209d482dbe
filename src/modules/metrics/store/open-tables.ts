import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { Published } from '../rules/open-data/publish.ts'

export interface KeptTable {
  readonly published: Published
  readonly madeAt: string
}

export interface ShownTable extends KeptTable {
  readonly smallest: number
}

interface Which {
  readonly dataset: string
  readonly month: string
  readonly smallest: number
}

/** The table of a month as it was first shown, whatever k was then. */
export async function findTable(tx: Tx, { dataset, month }: Omit<Which, 'smallest'>): Promise<ShownTable | undefined> {
  const { rows } = await sql<ShownTable>`select published, made_at, smallest from metrics.open_table
    where dataset = ${dataset} and month = ${month} order by smallest desc limit 1`.execute(tx)
  return rows[0]
}

/** What else of these sets was shown in a month. Nobody makes another table meanwhile: two at once would not see each other. */
export async function listShown(tx: Tx, month: string, datasets: readonly string[]): Promise<readonly Published[]> {
  await sql`select pg_advisory_xact_lock(hashtext('metrics.open_table'))`.execute(tx)
  const { rows } = await sql<{ published: Published }>`select published from metrics.open_table
    where month = ${month} and dataset = any(${[...datasets]})`.execute(tx)
  return rows.map(({ published }) => published)
}

/** The first table of a month stands: of two made at once, both readers see the same one. */
export async function keepTable(tx: Tx, which: Which, made: KeptTable): Promise<KeptTable> {
  const { dataset, month, smallest } = which
  await sql`insert into metrics.open_table (dataset, month, smallest, published, made_at)
    values (${dataset}, ${month}, ${smallest}, ${JSON.stringify(made.published)}::jsonb, ${made.madeAt})
    on conflict do nothing`.execute(tx)
  return (await findTable(tx, which)) ?? made
}
