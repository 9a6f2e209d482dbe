import { sql } from 'kysely'
import type { SchoolLimits } from '#kernel/school-distance'
import { listShopsNearSchools, type ShopNearSchool } from '#modules/registry'
import type { Tx } from '#platform/database'
import type { SchoolCampaign, SchoolCase, SchoolPlace, SchoolShop } from '../contract/school.ts'
import type { CaseState, ExitWay, OutCause } from '../rules/school/case-moves.ts'
import { leftOn, outCauseOf, standingOf } from '../rules/school/standing.ts'
import { type Stay, trendOf } from '../rules/school/trend.ts'

interface CaseRow {
  readonly licenceNo: string
  readonly state: Exclude<CaseState, 'protected'>
  readonly version: number
  readonly exitWay: ExitWay | null
  readonly exitReason: string | null
  readonly exitBy: string | null
  readonly outOn: string | null
  readonly outCause: OutCause | null
  readonly talks: number
}

async function listCases(tx: Tx): Promise<ReadonlyMap<string, CaseRow>> {
  const { rows } = await sql<CaseRow>`
    select c.licence_no, c.state, c.version, c.exit_way, c.exit_reason, c.exit_by, c.out_on, c.out_cause,
      (select count(*)::int from credit.school_talk t where t.licence_no = c.licence_no) as talks
    from credit.school_case c`.execute(tx)
  return new Map(rows.map(row => [row.licenceNo, row]))
}

export interface KnownShop {
  readonly shop: SchoolShop
  readonly areaCode: string
  readonly stay: Stay | undefined
  readonly record: CaseRow | undefined
}

/** 校园周边的店 with where each stands; walk and licence from the register, what people did from here. */
export async function listSchoolShops(tx: Tx, limits: SchoolLimits, only?: string): Promise<readonly KnownShop[]> {
  const known = await listCases(tx)
  return (await listShopsNearSchools(tx, limits, only)).flatMap(near => knownShop(near, known.get(near.licenceNo)))
}

function knownShop(near: ShopNearSchool, record: CaseRow | undefined): KnownShop[] {
  const standing = standingOf(near, record)
  const decisive = near.gates.find(({ verdict }) => verdict === 'inside') ?? near.gates[0]
  if (standing === undefined || decisive === undefined) return []
  const until = leftOn(near, record)
  const out = standing === 'out'
  const shop: SchoolShop = {
    licenceNo: near.licenceNo,
    shopName: near.shopName,
    town: near.town,
    address: near.address,
    position: near.position,
    standing,
    school: decisive.gate.school,
    gate: decisive.gate.gate,
    walk: decisive.walk,
    line: decisive.line && Math.round(decisive.line.metres),
    limit: decisive.limit,
    insideSince: near.insideSince,
    licensedOn: near.licensedOn,
    validTo: near.validTo,
    exitBy: record?.exitBy ?? null,
    outOn: out ? until : null,
    outCause: out ? (record?.outCause ?? outCauseOf(near.licenceState, record?.exitWay ?? null)) : null,
    talks: record?.talks ?? 0,
  }
  // A walk shows where the door is, and the door has been there since the licence: a move is a new licence.
  const stay = near.insideSince === null || standing === 'outside' ? undefined : { since: near.licensedOn, until }
  return [{ shop, areaCode: near.areaCode, stay, record }]
}

/** One of them; undefined when it has nothing to do with a school or is outside the asker's areas. */
export const findSchoolShop = async (tx: Tx, limits: SchoolLimits, licenceNo: string): Promise<KnownShop | undefined> =>
  (await listSchoolShops(tx, limits, licenceNo))[0]

export const trendOfShops = (shops: readonly KnownShop[], today: Temporal.PlainDate) =>
  trendOf(
    shops.flatMap(({ stay }) => stay ?? []),
    today,
    24,
  )

export const countInside = (shops: readonly KnownShop[]): number =>
  shops.filter(({ shop: { standing } }) => ['protected', 'persuaded', 'exiting'].includes(standing)).length

export async function listPlaces(tx: Tx): Promise<SchoolPlace[]> {
  const { rows } = await sql<SchoolPlace>`
    select p.id, coalesce(a.name, left(p.area_code, 9)) as town, p.address,
      case when p.lng is null then null else jsonb_build_object('lng', p.lng, 'lat', p.lat) end as position,
      p.what, p.source, p.reported_on, p.state, p.version, p.agency, p.campaign_id,
      coalesce((select jsonb_agg(jsonb_build_object('at', e.at, 'event', e.event, 'toState', e.to_state, 'by', coalesce(s.name, e.by), 'note', e.note)
        order by e.id) from credit.school_place_event e left join access.published_staff s on 'staff:' || s.id = e.by
        where e.place_id = p.id), '[]') as events
    from credit.school_place p left join registry.published_area a on a.code = left(p.area_code, 9)
    order by p.state in ('stopped', 'unfounded'), p.reported_on desc, p.id`.execute(tx)
  return rows
}

/** 专项行动; numbers are of its days, the current stock beside the one it began with. */
export async function listCampaigns(tx: Tx, shops: readonly KnownShop[]): Promise<SchoolCampaign[]> {
  const { rows } = await sql<Omit<SchoolCampaign, 'insideNow' | 'left'>>`
    select c.id, c.title, c.agencies, c.goal, c.from_on, c.to_on, c.inside_at_start, c.closed_at, c.summary,
      (select count(*)::int from credit.school_talk t where t.campaign_id = c.id) as talks,
      (select count(*)::int from credit.school_place p where p.campaign_id = c.id and p.state = 'stopped') as places_stopped
    from credit.school_campaign c order by c.from_on desc, c.id desc`.execute(tx)
  const insideNow = countInside(shops)
  return rows.map(row => ({
    ...row,
    insideNow,
    left: shops.filter(({ shop: { outOn } }) => outOn !== null && outOn >= row.fromOn && outOn <= row.toOn).length,
  }))
}

/** The campaign a talk or place of this day belongs to. */
export async function findCampaignOn(tx: Tx, day: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from credit.school_campaign where closed_at is null and ${day}::date between from_on and to_on
    order by from_on desc, id desc limit 1`.execute(tx)
  return rows[0]?.id ?? null
}

export async function findCampaign(tx: Tx, id: string) {
  const { rows } = await sql<{ closedAt: string | null }>`
    select closed_at from credit.school_campaign where id = ${id} for update`.execute(tx)
  return rows[0]
}

export async function listTalks(tx: Tx, licenceNo: string): Promise<SchoolCase['talks']> {
  const { rows } = await sql<SchoolCase['talks'][number]>`
    select t.talked_on, t.said, t.answer, t.answer_words, t.signed, t.campaign_id,
      coalesce((select array_agg(s.name order by s.name) from access.published_staff s where s.id = any(t.officers)), '{}') as officers
    from credit.school_talk t where t.licence_no = ${licenceNo} order by t.talked_on desc, t.at desc`.execute(tx)
  return rows
}

export async function listCaseEvents(tx: Tx, licenceNo: string): Promise<SchoolCase['events']> {
  const { rows } = await sql<SchoolCase['events'][number]>`
    select e.at, e.event, e.to_state, coalesce(s.name, e.by) as by, e.note from credit.school_case_event e
    left join access.published_staff s on 'staff:' || s.id = e.by
    where e.licence_no = ${licenceNo} order by e.id desc`.execute(tx)
  return rows
}

/** 可以参加劝导的工作人员. */
export async function listTalkers(tx: Tx) {
  const { rows } = await sql<{ id: string; name: string }>`
    select id::text, name from access.published_staff
    where state = 'active' and roles && array['inspector', 'verifier'] order by name`.execute(tx)
  return rows
}
