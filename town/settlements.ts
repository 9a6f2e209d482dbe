import type { Position } from '#kernel/position'
import type { Chance } from './chance.ts'
import { belongsTo, moved, type TownPlace } from './places.ts'

/** A place where shops stand: a village on record, a numbered group or a quarter of the market town. */
export interface Settlement {
  readonly town: TownPlace
  /** As it stands in an address, without the town. */
  readonly name: string
  readonly centre: Position
  readonly weight: number
}

const ordinals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']

/** The settlements of one town; quarters near its centre, villages up to four kilometres out. */
export function settlementsOf(town: TownPlace, chance: Chance): readonly Settlement[] {
  const city = town.name === '恩城街道'
  const quarters = (city ? ordinals : ordinals.slice(0, 4)).map(n => (city ? `第${n}片区` : `圩镇第${n}片区`))
  const villages = [...town.villages, ...ordinals.slice(town.villages.length).map(n => `第${n}村民小组`)]
  const within = (near: number, far: number) => placeIn(town, chance, { near, far })
  return [
    ...quarters.map(name => ({ town, name, centre: within(50, city ? 2200 : 600), weight: city ? 6 : 4 })),
    ...villages.map(name => ({ town, name, centre: within(900, 4000), weight: city ? 0.6 : 1 })),
  ]
}

/** A place in the ring around the town's centre that belongs to no other town. */
function placeIn(town: TownPlace, chance: Chance, { near, far }: { near: number; far: number }): Position {
  for (;;) {
    const place = around(town, chance, near + (far - near) * chance.next())
    if (belongsTo(place, town)) return place
  }
}

export function around(centre: Position, chance: Chance, metres: number): Position {
  const turn = chance.next() * 2 * Math.PI
  return moved(centre, metres * Math.cos(turn), metres * Math.sin(turn))
}
