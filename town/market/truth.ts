import { isoOf } from './days.ts'
import { at } from './draws.ts'
import type { ParcelWorld } from './parcels.ts'
import type { MarketPlan } from './plan.ts'
import type { Meeting, Vessel } from './sea.ts'
import type { Traffic } from './vehicles.ts'
import type { RingLots } from './waybills.ts'

/** 真相: what was planted and which strange things were honest. Benches read it; nothing else may. */
export interface Truth {
  readonly note: string
  readonly seed: number | string
  readonly first: string
  readonly last: string
  readonly windowFrom: string
  readonly shops: readonly {
    readonly licenceNo: string
    readonly kind: string
    readonly strength: number
    readonly from: string
    readonly to: string
    readonly ring: string | null
  }[]
  readonly rings: readonly (RingLots & { readonly senders: readonly string[]; readonly receivers: readonly string[] })[]
  readonly convoys: readonly {
    readonly plates: readonly string[]
    readonly strength: number
    readonly from: string
    readonly to: string
  }[]
  readonly landings: readonly {
    readonly day: string
    readonly boat: string
    readonly ship: string
    readonly strength: number
  }[]
  readonly oddities: readonly {
    readonly kind: string
    readonly from: string
    readonly to: string
    readonly licenceNos: readonly string[]
  }[]
}

interface Moving {
  readonly world: ParcelWorld
  readonly rings: readonly RingLots[]
  readonly traffic: Traffic
  readonly vessels: readonly Vessel[]
  readonly meetings: readonly Meeting[]
}

export function truthOf(plan: MarketPlan, { world, rings, traffic, vessels, meetings }: Moving): Truth {
  const hashes = (ids: readonly number[]) => ids.map(id => at(world.parties, id).hash)
  return {
    note: '模拟数据的真相。只供评测读取；生成模型、指标和界面都不得读取。',
    seed: plan.seed,
    first: isoOf(plan.first),
    last: isoOf(plan.last),
    windowFrom: isoOf(plan.windowFrom),
    shops: plan.planted.map(({ shop, kind, strength, from, to, ring }) => ({
      licenceNo: shop.line.licenceNo,
      kind,
      strength,
      from: isoOf(from),
      to: isoOf(to),
      ring: ring?.name ?? null,
    })),
    rings: rings.map(lots => {
      const habit = world.habits.find(({ ring }) => ring === lots.ring)
      return { ...lots, senders: hashes(habit?.senders ?? []), receivers: hashes(habit?.receivers ?? []) }
    }),
    convoys: traffic.convoys.flatMap(({ planted, plates, from, to }) =>
      planted
        ? [
            {
              plates: plates.map(id => at(traffic.plates, id).hash),
              strength: planted,
              from: isoOf(from),
              to: isoOf(to),
            },
          ]
        : [],
    ),
    landings: meetings.flatMap(({ planted, day, boat, ship }) =>
      planted
        ? [{ day: isoOf(day), boat: at(vessels, boat).mmsi, ship: at(vessels, ship).mmsi, strength: planted }]
        : [],
    ),
    oddities: plan.oddities.map(({ kind, from, to, shops }) => ({
      kind,
      from: isoOf(from),
      to: isoOf(to),
      licenceNos: shops.map(({ line }) => line.licenceNo),
    })),
  }
}
