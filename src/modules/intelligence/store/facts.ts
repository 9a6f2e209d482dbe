import { sql } from 'kysely'
import { randomId } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import { factValue } from '../rules/clue/fact-value.ts'
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
  keyring.blindIndex(`fact:${kind}`, factValue(kind, value))

export interface NewFact {
  readonly kind: FactKind
  readonly value: string
  readonly offeredBy: FactRow['offeredBy']
  /** Who confirmed it already: what an officer enters himself he believes. */
  readonly by?: string
  readonly at?: string
}

export type InsertedFact = Pick<FactRow, 'id' | 'kind' | 'valueIndex' | 'state'>

/** Puts facts to a clue, in the order given, but for those that stand there; what is new comes back. */
export async function insertFacts(
  tx: Tx,
  clueNo: string,
  facts: readonly NewFact[],
  keyring: Keyring,
): Promise<readonly InsertedFact[]> {
  const given = facts.map(({ kind, value, offeredBy, by, at }) => ({
    ...{
      id: randomId(),
      kind,
      sealed: keyring.sealField(factValue(kind, value)),
      index: factIndex(keyring, kind, value),
      offeredBy,
    },
    ...{ state: by === undefined ? 'offered' : 'confirmed', by: by ?? null, at: at ?? null },
  }))
  const once = [...new Map(given.toReversed().map(fact => [fact.index, fact])).values()].toReversed()
  if (once.length === 0) return []
  const { rows } = await sql<InsertedFact>`
    insert into intelligence.clue_fact (id, clue_no, kind, value_sealed, value_index, offered_by, state, by, at)
    select id, ${clueNo}, kind, sealed, index, "offeredBy", state, by, at
    from jsonb_to_recordset(${JSON.stringify(once)}::jsonb) as g(id uuid, kind text, sealed text, index text, "offeredBy" text,
      state text, by text, at timestamptz)
    on conflict (clue_no, kind, value_index) do nothing returning id, kind, value_index, state`.execute(tx)
  return rows
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
      '{phone,plate,waybill,account,licence,carton,person,place,sticks,money,weight}'::text[], kind), id`.execute(tx)
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
