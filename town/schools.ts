import type { Position } from '#kernel/position'
import type { Chance } from './chance.ts'
import type { GateLine } from './lines.ts'
import { metresBetween, moved, type TownPlace, townOfCode, towns } from './places.ts'
import { around, type Settlement } from './settlements.ts'

type Kind = GateLine['kind']

const words: Readonly<Record<Kind, string>> = {
  kindergarten: '幼儿园',
  primary: '小学',
  secondary: '中学',
  vocational: '职业技术学校',
  special: '特殊教育学校',
}

/** Numbered names with the mark 模拟: no gate here is where a school of the county has one. */
const nameOf = (town: TownPlace, kind: Kind, number: number) => `${town.name}第${number}${words[kind]}（模拟）`

const plan = (town: TownPlace): readonly (readonly [Kind, number])[] =>
  town.name === '恩城街道'
    ? [
        ['kindergarten', 14],
        ['primary', 9],
        ['secondary', 5],
        ['vocational', 1],
        ['special', 1],
      ]
    : [
        ['kindergarten', 3],
        ['primary', 3],
        ['secondary', 1],
      ]

/** The school whose gate stands sixty metres from the shop of the persona `near-school`. */
const schoolOfPersona = (): GateLine => ({
  schoolId: 'SIM-S000',
  name: '沙湖镇第九小学（模拟）',
  kind: 'primary',
  gateName: '正门',
  place: moved(townOfCode('440785103'), -300 + 36, 200 + 48),
  areaCode: '440785103',
})

/** All gates; none within 300 metres of a place that must stay clear. */
export function makeGates(
  settlements: ReadonlyMap<string, readonly Settlement[]>,
  chance: Chance,
  clear: readonly Position[],
): readonly GateLine[] {
  const gates: GateLine[] = [schoolOfPersona()]
  let serial = 0
  for (const town of towns) {
    for (const [kind, count] of plan(town)) {
      for (let number = 1; number <= count; number += 1) {
        serial += 1
        const place = placeClear(chance.pick(settlements.get(town.code) ?? []), chance, clear)
        const school = { schoolId: `SIM-S${String(serial).padStart(3, '0')}`, name: nameOf(town, kind, number), kind }
        gates.push(...gatesAround(place, chance).map(gate => ({ ...school, ...gate, areaCode: town.code })))
      }
    }
  }
  return gates
}

function placeClear(settlement: Settlement, chance: Chance, clear: readonly Position[]): Position {
  for (let reach = 300; ; reach += 20) {
    const place = around(settlement.centre, chance, reach * chance.next())
    if (clear.every(other => metresBetween(other, place) > 400)) return place
  }
}

const gateNames = ['正门', '东门', '北门']

function gatesAround(school: Position, chance: Chance) {
  const count = chance.weighted([
    [6, 1],
    [3, 2],
    [1, 3],
  ])
  return gateNames.slice(0, count).map(gateName => ({ gateName, place: around(school, chance, chance.int(20, 90)) }))
}
