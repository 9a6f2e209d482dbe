import { sql } from 'kysely'
import type { Position } from '#kernel/position'
import type { Tx } from '#platform/database'
import type { Answer, CaseState, ExitWay, OutCause, Signing } from '../rules/school/case-moves.ts'
import type { PlaceSource, PlaceState } from '../rules/school/place-moves.ts'

/** 编号 of one kind and year; the row stays locked until the transaction ends: none is lost or given twice. */
export async function takeSchoolNumber(tx: Tx, kind: 'ZX' | 'WZ', year: number): Promise<string> {
  const { rows } = await sql<{ last: number }>`
    insert into credit.school_number as n (kind, year, last) values (${kind}, ${year}, 1)
    on conflict (kind, year) do update set last = n.last + 1 returning last`.execute(tx)
  return `${kind}-${year}-${String(rows[0]?.last ?? 0).padStart(kind === 'ZX' ? 3 : 4, '0')}`
}

export interface CaseRecord {
  readonly licenceNo: string
  readonly areaCode: string
  readonly state: Exclude<CaseState, 'protected'>
  readonly version: number
  readonly exitWay: ExitWay | null
}

export async function lockCase(tx: Tx, licenceNo: string): Promise<CaseRecord | undefined> {
  const { rows } = await sql<CaseRecord>`
    select licence_no, area_code, state, version, exit_way from credit.school_case where licence_no = ${licenceNo} for update`.execute(
    tx,
  )
  return rows[0]
}

interface Happened {
  readonly event: string
  readonly by: string
  readonly at: string
  readonly note: string
}

export interface CaseChange {
  readonly licenceNo: string
  readonly areaCode: string
  readonly state: CaseRecord['state']
  readonly exit?: { readonly way: ExitWay; readonly reason: string; readonly by: string } | null
  readonly out?: { readonly on: string; readonly cause: OutCause }
}

/** Makes or moves the case and writes what happened. `exit` null takes an announced exit back. */
export async function saveCase(tx: Tx, change: CaseChange, happened: Happened): Promise<void> {
  const { licenceNo, areaCode, state, exit, out } = change
  const keep = exit === undefined
  await sql`insert into credit.school_case as c (licence_no, area_code, state, exit_way, exit_reason, exit_by, out_on, out_cause)
    values (${licenceNo}, ${areaCode}, ${state}, ${exit?.way ?? null}, ${exit?.reason ?? null}, ${exit?.by ?? null},
      ${out?.on ?? null}, ${out?.cause ?? null})
    on conflict (licence_no) do update set state = excluded.state, version = c.version + 1,
      exit_way = case when ${keep} then c.exit_way else excluded.exit_way end,
      exit_reason = case when ${keep} then c.exit_reason else excluded.exit_reason end,
      exit_by = case when ${keep} then c.exit_by else excluded.exit_by end,
      out_on = excluded.out_on, out_cause = excluded.out_cause`.execute(tx)
  await sql`insert into credit.school_case_event (licence_no, area_code, at, event, to_state, by, note)
    values (${licenceNo}, ${areaCode}, ${happened.at}, ${happened.event}, ${state}, ${happened.by}, ${happened.note})`.execute(
    tx,
  )
}

export interface NewTalk {
  readonly id: string
  readonly licenceNo: string
  readonly areaCode: string
  readonly campaignId: string | null
  readonly talkedOn: string
  readonly officers: readonly string[]
  readonly said: string
  readonly answer: Answer
  readonly answerWords: string
  readonly signed: Signing
  readonly by: string
  readonly at: string
}

export const insertTalk = (tx: Tx, t: NewTalk) =>
  sql`insert into credit.school_talk (id, licence_no, area_code, campaign_id, talked_on, officers, said, answer, answer_words, signed, by, at)
    values (${t.id}, ${t.licenceNo}, ${t.areaCode}, ${t.campaignId}, ${t.talkedOn}, ${[...t.officers]}::uuid[], ${t.said}, ${t.answer},
      ${t.answerWords}, ${t.signed}, ${t.by}, ${t.at})`.execute(tx)

export interface NewPlace {
  readonly id: string
  readonly areaCode: string
  readonly campaignId: string | null
  readonly address: string
  readonly position: Position | null
  readonly what: string
  readonly source: PlaceSource
  readonly reportedOn: string
}

export const insertPlace = (tx: Tx, p: NewPlace) =>
  sql`insert into credit.school_place (id, area_code, campaign_id, address, lng, lat, what, source, reported_on, state)
    values (${p.id}, ${p.areaCode}, ${p.campaignId}, ${p.address}, ${p.position?.lng ?? null}, ${p.position?.lat ?? null}, ${p.what},
      ${p.source}, ${p.reportedOn}, 'reported')`.execute(tx)

export interface PlaceRecord {
  readonly id: string
  readonly areaCode: string
  readonly state: PlaceState
  readonly version: number
}

export async function lockPlace(tx: Tx, id: string): Promise<PlaceRecord | undefined> {
  const { rows } = await sql<PlaceRecord>`
    select id, area_code, state, version from credit.school_place where id = ${id} for update`.execute(tx)
  return rows[0]
}

export const savePlaceState = (
  tx: Tx,
  place: PlaceRecord,
  to: PlaceState,
  how: { agency: string | null; on: string },
) =>
  sql`update credit.school_place set state = ${to}, version = version + 1,
      agency = coalesce(${how.agency}, agency), referred_on = case when ${to} = 'referred' then ${how.on}::date else referred_on end,
      stopped_on = case when ${to} = 'stopped' then ${how.on}::date end
    where id = ${place.id}`.execute(tx)

export const writePlaceEvent = (
  tx: Tx,
  place: { readonly id: string; readonly areaCode: string },
  to: PlaceState,
  h: Happened,
) =>
  sql`insert into credit.school_place_event (place_id, area_code, at, event, to_state, by, note)
    values (${place.id}, ${place.areaCode}, ${h.at}, ${h.event}, ${to}, ${h.by}, ${h.note})`.execute(tx)

export interface NewCampaign {
  readonly id: string
  readonly title: string
  readonly areaCode: string
  readonly agencies: readonly string[]
  readonly goal: string
  readonly fromOn: string
  readonly toOn: string
  readonly insideAtStart: number
  readonly by: string
  readonly at: string
}

export const insertCampaign = (tx: Tx, c: NewCampaign) =>
  sql`insert into credit.school_campaign (id, title, area_code, agencies, goal, from_on, to_on, inside_at_start, opened_by, opened_at)
    values (${c.id}, ${c.title}, ${c.areaCode}, ${[...c.agencies]}, ${c.goal}, ${c.fromOn}, ${c.toOn}, ${c.insideAtStart}, ${c.by}, ${c.at})`.execute(
    tx,
  )

export const closeCampaign = (tx: Tx, id: string, how: { summary: string; by: string; at: string }) =>
  sql`update credit.school_campaign set closed_by = ${how.by}, closed_at = ${how.at}, summary = ${how.summary} where id = ${id}`.execute(
    tx,
  )
