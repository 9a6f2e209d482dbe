import { type Actor, actorLabel } from '#kernel/actor'
import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { announce } from '#platform/announce'
import { randomBytes, randomId } from '#platform/crypto'
import type { Tx } from '#platform/database'
import { slowHash } from '#platform/slow-hash'
import { roundPlanned } from '../events.ts'
import { type Depot, findCourier, findDepot } from '../queries/options.ts'
import { codeFrom, codeHashing } from '../rules/hand-over-code.ts'
import { decideMove, whyNot } from '../rules/item/guards.ts'
import { type Call, planRoute, type Route } from '../rules/route/plan.ts'
import { type ItemRecord, lockItem, moveItem } from '../store/items.ts'
import { insertRound, insertStop, lockRound, saveCourier } from '../store/rounds.ts'
import { factsOf } from './facts-of.ts'
import type { Setting } from './setting.ts'

export interface RoundRequest {
  readonly areaCode: string
  readonly day: string
  readonly depotCode: string
  readonly startMinute?: number | undefined
  readonly stops: readonly {
    readonly itemNo: string
    readonly opensMinute?: number | undefined
    readonly closesMinute?: number | undefined
  }[]
}

export interface PlannedRound {
  readonly items: ReadonlyMap<string, ItemRecord>
  readonly calls: ReadonlyMap<string, Call>
  readonly depot: Depot
  readonly startMinute: number
  readonly route: Route
}

/** 排路线: loads and locks the items, says which cannot go and why, and orders the doors. Nothing is saved. */
export async function orderRound(
  tx: Tx,
  request: RoundRequest,
  today: Temporal.PlainDate,
  setting: Setting,
): Promise<Result<PlannedRound>> {
  const { policy } = setting
  if (Temporal.PlainDate.compare(Temporal.PlainDate.from(request.day), today) < 0) return refuse('roundDayPast')
  if (request.stops.length > policy.roundStops) return refuse('roundTooLong', { stops: policy.roundStops })
  const depot = await findDepot(tx, request.depotCode)
  if (!depot) return refuse('depotUnknown')
  const items = new Map<string, ItemRecord>()
  const calls = new Map<string, Call>()
  // Locked in one order, so that two planners wait for each other and never block each other.
  for (const stop of request.stops.toSorted((a, b) => (a.itemNo < b.itemNo ? -1 : 1))) {
    if (items.has(stop.itemNo)) return refuse('itemTwice', { itemNo: stop.itemNo })
    const item = await lockItem(tx, stop.itemNo)
    if (!item) return refuse('itemUnknown')
    const event = item.state === 'waiting' ? 'plan' : 'planAgain'
    const fault = whyNot(event, factsOf(item), policy)
    if (fault) return refuse('itemNotPlannable', { itemNo: item.itemNo, why: fault.zh, whyEn: fault.en })
    const opens = stop.opensMinute ?? policy.shopOpensMinute
    const closes = stop.closesMinute ?? policy.shopClosesMinute
    if (closes < opens) return refuse('windowBackwards')
    items.set(item.itemNo, item)
    calls.set(item.itemNo, { id: item.itemNo, at: { lng: item.lng ?? 0, lat: item.lat ?? 0 }, opens, closes })
  }
  const startMinute = request.startMinute ?? policy.roundStartMinute
  const route = planRoute({ depot, startMinute, calls: [...calls.values()] }, policy)
  return ok({ items, calls, depot, startMinute, route })
}

/** 排定并派送: the round, its stops with the hashed codes, and every item's move, in one transaction. */
export async function planAndAssign(
  tx: Tx,
  request: RoundRequest & { readonly courierId: string },
  { by, at }: { by: Actor; at: Moment },
  setting: Setting,
): Promise<Result<string>> {
  const courier = await findCourier(tx, request.courierId)
  if (!courier) return refuse('courierUnknown')
  const planned = await orderRound(tx, request, at.today, setting)
  if (!planned.ok) return planned
  const { items, depot, startMinute, route } = planned.value
  const id = randomId()
  const [who, now] = [actorLabel(by), at.instant.toString()]
  await insertRound(tx, {
    id,
    areaCode: request.areaCode,
    day: request.day,
    depot,
    startMinute,
    endMinute: Math.ceil(route.endMinute),
    metres: Math.round(route.metres),
    courierId: courier.id,
    plannedBy: who,
    plannedAt: now,
  })
  await Promise.all([...items.keys()].map(itemNo => hashedCode(itemNo, setting))).then(async codes => {
    const byItem = new Map(codes.map(code => [code.itemNo, code]))
    for (const [index, stop] of route.stops.entries()) {
      const item = items.get(stop.id)
      const call = planned.value.calls.get(stop.id)
      const code = byItem.get(stop.id)
      if (!item || !call || !code) throw new Error('the plan names a door it was not given')
      await insertStop(tx, {
        roundId: id,
        itemNo: stop.id,
        seq: index + 1,
        arriveMinute: Math.round(stop.arrive),
        opensMinute: call.opens,
        closesMinute: call.closes,
        late: stop.late,
        codeSalt: code.salt,
        codeHash: code.hash,
      })
      const event = item.state === 'waiting' ? 'plan' : 'planAgain'
      const to = decideMove(event, factsOf(item), setting.policy)
      if (!to.ok) throw new Error(`${item.itemNo} was plannable a moment ago`)
      await moveItem(tx, item, {
        event,
        to: to.value,
        by: who,
        at: now,
        capturedAt: now,
        details: { roundId: id },
        change: { roundId: id },
      })
    }
  })
  await announce(tx, roundPlanned, { roundId: id, day: request.day, items: [...items.keys()] })
  return ok(id)
}

async function hashedCode(itemNo: string, { keyring }: Setting) {
  const salt = randomBytes(codeHashing.saltBytes).toString('hex')
  const code = codeFrom(keyring.blindIndex('delivery.code', itemNo))
  return { itemNo, salt, hash: await slowHash(code, salt, codeHashing) }
}

/** 改派: what the first courier does from now on is a conflict, and told so. */
export async function reassign(tx: Tx, roundId: string, courierId: string): Promise<Result<string>> {
  const round = await lockRound(tx, roundId)
  if (!round) return refuse('roundUnknown')
  if (round.state === 'closed') return refuse('roundClosed')
  const courier = await findCourier(tx, courierId)
  if (!courier) return refuse('courierUnknown')
  await saveCourier(tx, roundId, courier.id)
  return ok(roundId)
}
