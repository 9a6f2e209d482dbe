import { cleanText } from '#kernel/chinese-text'
import { type Moment, parseDate } from '#kernel/dates'
import type { Position } from '#kernel/position'
import { ok, type Result, refuse } from '#kernel/refusal'
import { nextState } from '#kernel/state-table'
import { schoolLimits } from '#modules/registry'
import type { Tx } from '#platform/database'
import { countInside, findCampaign, findCampaignOn, listSchoolShops } from '../queries/school.ts'
import { type PlaceEvent, type PlaceSource, placeMoves } from '../rules/school/place-moves.ts'
import * as store from '../store/school.ts'

interface By {
  readonly staffId: string
  readonly at: Moment
}

export interface PlaceAsked {
  readonly areaCode: string
  readonly address: string
  readonly position: Position | null
  readonly what: string
  readonly source: PlaceSource
}

/** 登记无证售卖点: what somebody saw or said; nothing is proved yet. */
export async function reportPlace(tx: Tx, asked: PlaceAsked, { staffId, at }: By): Promise<Result<string>> {
  const address = cleanText(asked.address, { max: 120 })
  if (!address.ok) return address
  const what = cleanText(asked.what, { max: 300, lines: true })
  if (!what.ok) return what
  const id = await store.takeSchoolNumber(tx, 'WZ', at.today.year)
  const reportedOn = at.today.toString()
  const campaignId = await findCampaignOn(tx, reportedOn)
  await store.insertPlace(tx, { ...asked, id, campaignId, address: address.value, what: what.value, reportedOn })
  const happened = { event: 'report', by: `staff:${staffId}`, at: at.instant.toString(), note: what.value }
  await store.writePlaceEvent(tx, { id, areaCode: asked.areaCode }, 'reported', happened)
  return ok(id)
}

export interface PlaceStep {
  readonly id: string
  readonly version: number
  readonly event: PlaceEvent
  readonly agency: string | null
  readonly note: string
}

/** 核实、移送、停止售卖. The tobacco bureau does not punish unlicensed retail (TL 57): it hands over, with the agency named. */
export async function stepPlace(tx: Tx, asked: PlaceStep, { staffId, at }: By): Promise<Result<null>> {
  const place = await store.lockPlace(tx, asked.id)
  if (place === undefined) return refuse('schoolPlaceUnknown')
  if (place.version !== asked.version) return refuse('schoolCaseChanged')
  const to = nextState(placeMoves, place.state, asked.event)
  if (!to.ok) return refuse('schoolCaseNotNow')
  const note = cleanText(asked.note, { max: 300, lines: true })
  if (!note.ok) return note
  if (asked.event === 'refer' && (asked.agency ?? '').trim() === '') return refuse('schoolAgencyMissing')
  const agency = asked.event === 'refer' ? cleanText(asked.agency ?? '', { max: 60 }) : ok(null)
  if (!agency.ok) return agency
  await store.savePlaceState(tx, place, to.value, { agency: agency.value, on: at.today.toString() })
  const happened = { event: asked.event, by: `staff:${staffId}`, at: at.instant.toString(), note: note.value }
  await store.writePlaceEvent(tx, place, to.value, happened)
  return ok(null)
}

export interface CampaignAsked {
  readonly title: string
  readonly agencies: readonly string[]
  readonly goal: string
  readonly fromOn: string
  readonly toOn: string
}

/** 开始专项行动: how many shops are inside now is kept, so that the result can be told. */
export async function openCampaign(
  tx: Tx,
  asked: CampaignAsked,
  { staffId, at, areaCode }: By & { readonly areaCode: string },
): Promise<Result<string>> {
  const title = cleanText(asked.title, { max: 60 })
  if (!title.ok) return title
  const goal = cleanText(asked.goal, { max: 300, lines: true })
  if (!goal.ok) return goal
  const agencies = asked.agencies.map(name => cleanText(name, { max: 40 }))
  if (!agencies.every(name => name.ok)) return refuse('schoolAgencyMissing')
  if (!parseDate(asked.fromOn).ok || !parseDate(asked.toOn).ok || asked.toOn < asked.fromOn)
    return refuse('schoolCampaignDays')
  const id = await store.takeSchoolNumber(tx, 'ZX', at.today.year)
  await store.insertCampaign(tx, {
    ...asked,
    id,
    title: title.value,
    goal: goal.value,
    agencies: [...new Set(agencies.flatMap(name => (name.ok ? [name.value] : [])))],
    areaCode,
    insideAtStart: countInside(await listSchoolShops(tx, schoolLimits(at.today))),
    by: `staff:${staffId}`,
    at: at.instant.toString(),
  })
  return ok(id)
}

/** 结束专项行动, with its summary; once. */
export async function closeCampaign(
  tx: Tx,
  asked: { readonly id: string; readonly summary: string },
  { staffId, at }: By,
): Promise<Result<null>> {
  const campaign = await findCampaign(tx, asked.id)
  if (campaign === undefined) return refuse('schoolCampaignUnknown')
  if (campaign.closedAt !== null) return refuse('schoolCaseNotNow')
  const summary = cleanText(asked.summary, { max: 500, lines: true })
  if (!summary.ok) return summary
  const how = { summary: summary.value, by: `staff:${staffId}`, at: at.instant.toString() }
  await store.closeCampaign(tx, asked.id, how)
  return ok(null)
}
