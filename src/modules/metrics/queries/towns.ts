import { sql } from 'kysely'
import type { Tx } from '#platform/database'

export interface Town {
  readonly code: string
  readonly name: string
}

/** The towns of the county, as people list them. */
export async function listTowns(tx: Tx): Promise<readonly Town[]> {
  const { rows } = await sql<Town>`
    select code, name from registry.published_area where kind = 'town' order by code`.execute(tx)
  return rows
}
