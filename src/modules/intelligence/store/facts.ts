import { sql } from 'kysely'
import { randomId } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import type { FactKind } from '../rules/clue/facts.ts'

export interface FactRow {
  readonly id: string
  readonly clueNo: string
  readonly kind: FactKind
  readonly valueSealed: string
  readonly valueIndex: string
  readonly offeredBy: 'text' | 'officer' | 'source'
  readonly state: 'offered' | 'confirmed' | 'rejected'
  readonly by: string | null
}

/** The fingerprint under which the same thing is met again, in clues, cases and the graph alike. */
export const factIndex = (keyring: Pick<Keyring, 'blindIndex'>, kind: FactKind, value: string): string =>
  keyring.blindIndex(`fact:${kind}`, value)

export interface NewFact {
  readonly kind: FactKind
  readonly value: string
  readonly offeredBy: FactRow['offeredBy']
  /** Who confirmed it already: what an officer enters himself he believes. */
  readonly by?: string
  readonly at?: string
}

/** Puts a fact to a clue unless it stands there; its id, or `undefined` where it was known. */
export async function insertFact(tx: Tx, clueNo: string, fact: NewFact, keyring: Keyring): Promise<string | undefined> {
  const id = randomId()
  const { rows } = await sql<{ id: string }>`
    insert into intelligence.clue_fact (id, clue_no, kind, value_sealed, value_index, offered_by, state, by, at)
    values (${id}, ${clueNo}, ${fact.kind}, ${keyring.sealField(fact.value)}, ${factIndex(keyring, fact.kind, fact.value)},
      ${fact.offeredBy}, ${fact.by === undefined ? 'offered' : 'confirmed'}, ${fact.by ?? null}, ${fact.at ?? null})
    on conflict (clue_no, kind, value_index) do nothing returning id`.execute(tx)
  return rows[0]?.id
}

export async function lockFact(tx: Tx, id: string): Promise<FactRow | undefined> {
  const { rows } = await sql<FactRow>`select id, clue_no, kind, value_sealed, value_index, offered_by, state, by
    from intelligence.clue_fact where id = ${id} for update`.execute(tx)
  return rows[0]
}

export async function judgeFact(
  tx: Tx,
  id: string,
  word: { readonly state: 'confirmed' | 'rejected'; readonly by: string; readonly at: string },
): Promise<void> {
  await sql`update intelligence.clue_fact set state = ${word.state}, by = ${word.by}, at = ${word.at} where id = ${id}`.execute(
    tx,
  )
}

export async function listFacts(tx: Tx, clueNo: string): Promise<readonly FactRow[]> {
  const { rows } = await sql<FactRow>`select id, clue_no, kind, value_sealed, value_index, offered_by, state, by
    from intelligence.clue_fact where clue_no = ${clueNo} order by array_position(
      '{phone,plate,waybill,licence,carton,place,sticks,money,weight}'::text[], kind), id`.execute(tx)
  return rows
}

/** One fact with its value, for the graph: `clueFactConfirmed` names it by id. */
export async function findFact(
  tx: Tx,
  id: string,
  keyring: Pick<Keyring, 'openField'>,
): Promise<(Omit<FactRow, 'valueSealed'> & { readonly value: string }) | undefined> {
  const { rows } = await sql<FactRow>`select id, clue_no, kind, value_sealed, value_index, offered_by, state, by
    from intelligence.clue_fact where id = ${id}`.execute(tx)
  const [fact] = rows
  if (!fact) return undefined
  const { valueSealed, ...rest } = fact
  return { ...rest, value: keyring.openField(valueSealed) }
}
