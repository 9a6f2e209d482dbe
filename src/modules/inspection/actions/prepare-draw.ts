import { type Actor, actorLabel } from '#kernel/actor'
import { cleanText } from '#kernel/chinese-text'
import { type Moment, parseDate } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import { findColleague, listOfficers, listShops } from '../queries/draw-lists.ts'
import { type PartyAsked, partiesFault } from '../rules/draw/room.ts'
import {
  type DrawRecord,
  insertDraw,
  insertEntry,
  insertExclusion,
  insertParty,
  insertRecusals,
  lockDraw,
  takeDrawId,
} from '../store/draws.ts'

export interface PrepareAsked {
  readonly title: string
  readonly items: readonly { readonly code: string; readonly name: string }[]
  readonly visitsFrom: string
  readonly visitsTo: string
  readonly publicValue: string | null
  readonly repeats: string | null
  readonly parties: readonly (
    | { readonly kind: 'staff'; readonly staffId: string; readonly post: string }
    | { readonly kind: 'outside'; readonly name: string }
  )[]
}

interface By {
  readonly by: Extract<Actor, { kind: 'staff' }>
  readonly at: Moment
}

/** 准备抽查: a number, the visits' days, what is looked at and who makes the chance. Nothing is public yet. */
export async function prepareDraw(tx: Tx, asked: PrepareAsked, { by, at }: By): Promise<Result<string>> {
  const from = parseDate(asked.visitsFrom)
  const to = parseDate(asked.visitsTo)
  if (!from.ok) return from
  if (!to.ok) return to
  if (asked.visitsFrom <= at.today.toString() || asked.visitsTo < asked.visitsFrom) return refuse('drawDaysWrong')
  if (new Set(asked.items.map(({ code }) => code)).size < asked.items.length) return refuse('drawItemTwice')
  const parties = await namedParties(tx, asked.parties)
  if (!parties.ok) return parties
  const repeated = asked.repeats === null ? undefined : await lockDraw(tx, asked.repeats)
  // A repetition follows a draw that everybody has seen become void; otherwise it would be a second throw of the dice.
  if (asked.repeats !== null && repeated?.state !== 'voided')
    return refuse('drawRepeatsNothing', { drawId: asked.repeats })
  const id = await takeDrawId(tx, at.today.year)
  const title = cleanText(asked.title, { max: 120 })
  if (!title.ok) return refuse('drawWordsMissing')
  const [areaCode = ''] = by.areas
  await insertDraw(tx, {
    id,
    areaCode,
    title: title.value,
    items: asked.items,
    visitsFrom: asked.visitsFrom,
    visitsTo: asked.visitsTo,
    publicValue: asked.publicValue,
    repeats: asked.repeats,
    preparedBy: actorLabel(by),
    at: at.instant.toString(),
  })
  for (const [index, party] of parties.value.entries())
    await insertParty(tx, { drawId: id, id: `p${index + 1}`, ...party })
  if (repeated !== undefined)
    await insertEntry(tx, repeated.id, { kind: 'repeat', words: `重新抽查为 ${id}。`, at: at.instant.toString() })
  return ok(id)
}

async function namedParties(tx: Tx, asked: PrepareAsked['parties']): Promise<Result<readonly PartyAsked[]>> {
  const parties: PartyAsked[] = []
  for (const party of asked) {
    if (party.kind === 'outside') {
      const name = cleanText(party.name, { max: 60 })
      if (!name.ok) return refuse('drawWordsMissing')
      parties.push({ name: name.value, staffId: null, post: null })
      continue
    }
    const colleague = await findColleague(tx, party.staffId)
    if (!colleague?.roles.includes(party.post)) return refuse('drawPartyUnknown')
    parties.push({ name: colleague.name, staffId: colleague.id, post: party.post })
  }
  const fault = partiesFault(parties)
  return fault === undefined ? ok(parties) : refuse(fault)
}

async function openLists(tx: Tx, id: string): Promise<Result<DrawRecord>> {
  const draw = await lockDraw(tx, id)
  if (!draw) return refuse('drawUnknown')
  return draw.state === 'preparing' ? ok(draw) : refuse('drawListsFrozen')
}

interface ReasonAsked {
  readonly drawId: string
  readonly reason: string
}

const reasonOf = (text: string): Result<string> => {
  const clean = cleanText(text, { max: 200 })
  return clean.ok ? ok(clean.value) : refuse('drawWordsMissing')
}

/** 不列入: a shop is left out, with who said so and why; both are published. */
export async function excludeShop(
  tx: Tx,
  asked: ReasonAsked & { readonly object: string },
  { name, at }: { readonly name: string; readonly at: Moment },
): Promise<Result<null>> {
  const draw = await openLists(tx, asked.drawId)
  if (!draw.ok) return draw
  const reason = reasonOf(asked.reason)
  if (!reason.ok) return reason
  const shops = await listShops(tx, draw.value.areaCode)
  if (!shops.some(({ id }) => id === asked.object)) return refuse('drawShopUnknown')
  const line = { drawId: asked.drawId, object: asked.object, by: name, reason: reason.value, at: at.instant.toString() }
  return (await insertExclusion(tx, line)) ? ok(null) : refuse('drawLineTwice')
}

/** 回避 of one shop or of a whole town (every shop of it by number, so that the file stays plain). */
export async function recuseOfficer(
  tx: Tx,
  asked: ReasonAsked & { readonly officer: string; readonly where: string },
  { name, at }: { readonly name: string; readonly at: Moment },
): Promise<Result<null>> {
  const draw = await openLists(tx, asked.drawId)
  if (!draw.ok) return draw
  const reason = reasonOf(asked.reason)
  if (!reason.ok) return reason
  const officers = await listOfficers(tx, at.today.toString())
  if (!officers.some(({ id }) => id === asked.officer)) return refuse('drawOfficerUnknown')
  const shops = await listShops(tx, draw.value.areaCode)
  const objects = shops.filter(({ id, area }) => id === asked.where || area === asked.where).map(({ id }) => id)
  if (objects.length === 0) return refuse('drawShopUnknown')
  const line = {
    drawId: asked.drawId,
    officer: asked.officer,
    objects,
    by: name,
    reason: reason.value,
    at: at.instant.toString(),
  }
  return (await insertRecusals(tx, line)) > 0 ? ok(null) : refuse('drawLineTwice')
}
