import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database'
import type { DrawManifest, DrawResult } from '../rules/draw/manifest.ts'
import type { DrawState, Outcome } from '../rules/draw/room.ts'

type Reader = Db | Tx

export interface PartyRow {
  readonly id: string
  readonly name: string
  readonly staffId: string | null
  readonly post: string | null
  readonly commitment: string | null
  readonly promisedAt: string | null
  readonly secret: string | null
  readonly openedAt: string | null
}

export async function listParties(db: Reader, drawId: string): Promise<readonly PartyRow[]> {
  const { rows } = await sql<PartyRow>`
    select p.id, p.name, p.staff_id::text as staff_id, p.post, c.commitment, c.at as promised_at, o.secret, o.at as opened_at
    from inspection.draw_party p
    left join inspection.draw_commitment c on c.draw_id = p.draw_id and c.party = p.id
    left join inspection.draw_opening o on o.draw_id = p.draw_id and o.party = p.id
    where p.draw_id = ${drawId} order by length(p.id), p.id`.execute(db)
  return rows
}

export async function listExclusions(db: Reader, drawId: string): Promise<DrawManifest['exclusions']> {
  const { rows } = await sql<DrawManifest['exclusions'][number]>`
    select object, by, reason from inspection.draw_exclusion where draw_id = ${drawId} order by object collate "C"`.execute(
    db,
  )
  return rows
}

export async function listRecusals(db: Reader, drawId: string): Promise<DrawManifest['recusals']> {
  const { rows } = await sql<DrawManifest['recusals'][number]>`
    select officer, object, by, reason from inspection.draw_recusal where draw_id = ${drawId}
    order by officer collate "C", object collate "C"`.execute(db)
  return rows
}

export async function listEntries(db: Reader, drawId: string) {
  const { rows } = await sql<{ at: string; kind: string; words: string }>`
    select at, kind, words from inspection.draw_entry where draw_id = ${drawId} order by id`.execute(db)
  return rows
}

export interface OutcomeRow {
  readonly object: string
  readonly outcome: Outcome
  readonly checkedOn: string
  readonly publishedAt: string | null
}

export async function listOutcomes(db: Reader, drawId: string): Promise<readonly OutcomeRow[]> {
  const { rows } = await sql<OutcomeRow>`
    select object, outcome, checked_on, published_at from inspection.draw_outcome where draw_id = ${drawId} order by object`.execute(
    db,
  )
  return rows
}

export async function listAlarms(db: Reader, drawId: string) {
  const { rows } = await sql<{ object: string; kind: 'unpublished' | 'unvisited'; due: string }>`
    select a.object, a.kind, a.due from inspection.draw_alarm a
    left join inspection.draw_outcome o on o.draw_id = a.draw_id and o.object = a.object
    where a.draw_id = ${drawId} and o.published_at is null and (a.kind = 'unpublished' or o.object is null) order by a.due, a.object`.execute(
    db,
  )
  return rows
}

export interface DrawLine {
  readonly id: string
  readonly title: string
  readonly state: DrawState
  readonly visitsFrom: string
  readonly visitsTo: string
  readonly repeats: string | null
  readonly frozenAt: string | null
  readonly manifestHash: string | null
  readonly drawnAt: string | null
}

/** Newest first. `open`: what the public sees, from the freezing on. */
export async function listDraws(db: Reader, only: 'open' | 'all'): Promise<readonly DrawLine[]> {
  const { rows } = await sql<DrawLine>`
    select id, title, state, visits_from, visits_to, repeats, frozen_at, manifest_hash, drawn_at
    from inspection.draw where ${only} = 'all' or frozen_at is not null order by id desc limit 200`.execute(db)
  return rows
}

/** Draws whose outcomes are still to be published. */
export async function listUnclosed(db: Reader) {
  const { rows } = await sql<{ id: string; visitsTo: string; result: string }>`
    select id, visits_to, result from inspection.draw where state = 'published' order by id`.execute(db)
  return rows.map(row => ({ ...row, result: JSON.parse(row.result) as DrawResult }))
}
