import { errorOf, type NearGate, type NearShop } from '#contract/licensing'
import { distanceMetres, type Position } from '#kernel/position'
import { type LineHint, limitOf, lineHint } from '#kernel/school-distance'
import type { Fix } from '../device/whereabouts.ts'
import type { SiteBundle } from './area.ts'

/** A gate or a shop with its straight line from the door; no line without a place. */
export interface Near {
  readonly key: string
  readonly name: string
  readonly line: LineHint | null
  /** 规定的距离, of gates. */
  readonly limit: number | null
}

const keyOfGate = ({ schoolId, gate }: NearGate): string => `${schoolId}/${gate}`
const reachMetres = 1_500

interface Door {
  /** Of the telephone at the door. */
  readonly place: Fix | null
  readonly onRecord: Position | null
}

const hintFrom = ({ place, onRecord }: Door, { positionErrorMetres }: SiteBundle) => {
  const door = place ?? onRecord
  return (to: Position) => (door === null ? null : lineHint(door, to, errorOf(place, positionErrorMetres)))
}

/** Gates that may matter, nearest first, and those that were measured already. */
export function gatesNear(door: Door, bundle: SiteBundle, measured: readonly string[]): Near[] {
  const hint = hintFrom(door, bundle)
  return nearest(
    bundle.gates.map(gate => ({
      key: keyOfGate(gate),
      name: `${gate.school}${gate.gate}`,
      line: hint(gate),
      limit: limitOf(gate.kind, bundle),
    })),
    measured,
  )
}

/** Shops nearby; the shop itself is none of them. */
export function shopsNear(door: Door, bundle: SiteBundle, measured: readonly string[]): Near[] {
  const hint = hintFrom(door, bundle)
  const { onRecord } = door
  const itself = (shop: NearShop) => onRecord !== null && distanceMetres(shop, onRecord) < 0.5
  const others = bundle.shops.filter(shop => !itself(shop))
  return nearest(
    others.map(shop => ({ key: shop.licenceNo, name: shop.name, line: hint(shop), limit: null })),
    measured,
  )
}

const shownAtMost = 3

function nearest(all: readonly Near[], measured: readonly string[]): Near[] {
  const near = all
    .filter(({ line }) => line !== null && line.metres <= reachMetres)
    .toSorted((a, b) => (a.line?.metres ?? 0) - (b.line?.metres ?? 0))
    .slice(0, shownAtMost)
  const others = all.filter(({ key }) => measured.includes(key) && !near.some(one => one.key === key))
  return [...near, ...others]
}
