import { makeLicenceNo } from '#kernel/licence-no'
import type { Position } from '#kernel/position'
import type { Chance } from './chance.ts'
import { type GateLine, type RetailerLine, termEnding } from './lines.ts'
import { type Format, shopName } from './names.ts'
import { creditCode, mobile } from './numbers.ts'
import type { Operator } from './people.ts'
import { county, metresBetween, towns } from './places.ts'
import { around, type Settlement } from './settlements.ts'

export interface Surroundings {
  readonly settlements: ReadonlyMap<string, readonly Settlement[]>
  readonly gates: readonly GateLine[]
  readonly newPerson: () => Operator
  readonly today: Temporal.PlainDate
}

/** Serials up to 100 are the personas'. */
const firstSerial = 101

/** The county's shops beside the personas: a few share an address, a person or a school's neighbourhood. */
export function makeRetailers(count: number, around: Surroundings, chance: Chance): readonly RetailerLine[] {
  const lines: RetailerLine[] = []
  const operators: Operator[] = []
  const numbering = doorNumbers(chance)
  for (let index = 0; index < count; index += 1) {
    const known = operators.length > 0 && chance.often(0.03) ? chance.pick(operators) : undefined
    const operator = known ?? around.newPerson()
    operators.push(operator)
    const neighbour = lines.length > 0 && chance.often(0.008) ? chance.pick(lines) : undefined
    const premises = neighbour ?? newPremises(around, numbering, chance)
    lines.push(shopOf({ serial: firstSerial + index, operator, premises, today: around.today }, chance))
  }
  return lines
}

interface Premises {
  readonly address: string
  readonly areaCode: string
  readonly place: Position
}

type Numbering = (settlement: Settlement) => string

function newPremises({ settlements, gates }: Surroundings, numbering: Numbering, chance: Chance): Premises {
  const town = chance.weighted(towns.map(candidate => [candidate.weight, candidate]))
  const own = settlements.get(town.code) ?? []
  const settlement = chance.weighted(own.map(candidate => [candidate.weight, candidate]))
  const near = chance.often(0.04) ? gates.filter(gate => gate.areaCode === town.code) : []
  const place =
    near.length > 0
      ? around(chance.pick(near).place, chance, chance.int(15, 95))
      : farFromGates(settlement, gates, chance)
  return {
    address: `广东省江门市恩平市${town.name}${settlement.name}${numbering(settlement)}`,
    areaCode: town.code,
    place,
  }
}

function farFromGates(settlement: Settlement, gates: readonly GateLine[], chance: Chance): Position {
  for (let reach = 350; ; reach += 15) {
    const place = around(settlement.centre, chance, reach * Math.sqrt(chance.next()))
    if (gates.every(gate => metresBetween(gate.place, place) > 150)) return place
  }
}

/** Each settlement counts its own doors, from 40: the numbers below belong to the personas. */
function doorNumbers(chance: Chance): Numbering {
  const last = new Map<string, number>()
  return ({ town, name }) => {
    const key = town.code + name
    const door = (last.get(key) ?? 39) + chance.int(1, 3)
    last.set(key, door)
    return `${door}号${chance.weighted([
      [85, ''],
      [8, '之一'],
      [7, '首层'],
    ])}`
  }
}

const formats: readonly (readonly [number, Format])[] = [
  [52, '食杂店'],
  [22, '便利店'],
  [9, '超市'],
  [1, '商场'],
  [8, '烟酒商店'],
  [4, '娱乐服务类'],
  [4, '其他'],
]

interface ShopPlan {
  readonly serial: number
  readonly operator: Operator
  readonly premises: Premises
  readonly today: Temporal.PlainDate
}

function shopOf({ serial, operator, premises, today }: ShopPlan, chance: Chance): RetailerLine {
  const format = chance.weighted(formats)
  const kind = chance.often(0.06) ? 'enterprise' : 'individual'
  const town = towns.find(candidate => candidate.code === premises.areaCode)
  const { status, daysLeft } = stateOf(chance)
  return {
    licenceNo: makeLicenceNo({ area: county.code, kind, serial }),
    shopName: shopName(chance, { surname: operator.surname, townName: town?.name ?? '', format }),
    operatorName: operator.name,
    operatorIdNo: operator.idNo,
    creditCode: creditCode(kind, serial),
    phone: mobile(1000 + operator.serial),
    ...premisesOf(premises),
    businessFormat: format,
    marketType: town?.weight === 34 && chance.often(0.8) ? 'urban' : 'rural',
    grade: chance.int(1, 30),
    subjectKind: kind,
    scope: chance.often(0.02) ? '卷烟零售;雪茄烟零售;电子烟零售' : '卷烟零售;雪茄烟零售',
    ...termEnding(
      today.add({ days: daysLeft }),
      chance.weighted([
        [3, 0],
        [4, 1],
        [2, 2],
      ]),
    ),
    status,
    bankAccountHash: hashLike(chance),
    orderDeviceHash: hashLike(chance),
  }
}

const premisesOf = ({ address, areaCode, place }: Premises): Premises => ({ address, areaCode, place })

/** Every state, and every distance from expiry. */
function stateOf(chance: Chance): { readonly status: RetailerLine['status']; readonly daysLeft: number } {
  return chance.weighted([
    [760, { status: 'valid', daysLeft: chance.int(91, 1825) }],
    [90, { status: 'valid', daysLeft: chance.int(30, 90) }],
    [30, { status: 'valid', daysLeft: chance.int(0, 29) }],
    [30, { status: 'expired', daysLeft: -chance.int(1, 400) }],
    [30, { status: 'suspended', daysLeft: chance.int(20, 1500) }],
    [10, { status: 'rectifying', daysLeft: chance.int(20, 1500) }],
    [50, { status: 'cancelled', daysLeft: chance.int(-1500, 1500) }],
  ])
}

/** Looks like the digest another system would send; it is the digest of nothing. */
const hashLike = (chance: Chance): string =>
  Array.from({ length: 4 }, () => chance.int(0, 0xffffffff).toString(16).padStart(8, '0')).join('')
