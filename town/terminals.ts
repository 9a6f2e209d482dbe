import type { Chance } from './chance.ts'
import type { TerminalLine } from './lines.ts'
import { townOfCode, towns } from './places.ts'
import { around, type Settlement } from './settlements.ts'

/** The terminal of the first story: 沙湖镇南塘村, where the demo's device dock stands. */
export const demoTerminalCode = 'SIM-T001'

/** One hall, a service office in each other town, and terminals in villages and quarters until the number is reached. */
export function makeTerminals(
  settlements: ReadonlyMap<string, readonly Settlement[]>,
  chance: Chance,
  { count, today }: { readonly count: number; readonly today: Temporal.PlainDate },
): readonly TerminalLine[] {
  const places = [...first(settlements), ...rest(settlements, chance)]
  return places.slice(0, count).map(({ settlement, kind, what }, index) => ({
    code: `SIM-T${String(index + 1).padStart(3, '0')}`,
    name: `${settlement.town.name}${settlement.name}${what}`,
    areaCode: settlement.town.code,
    place: around(settlement.centre, chance, chance.int(5, 120)),
    kind,
    openedOn: opening(today, chance.int(30, 560)),
  }))
}

interface Site {
  readonly settlement: Settlement
  readonly kind: TerminalLine['kind']
  readonly what: string
}

function first(settlements: ReadonlyMap<string, readonly Settlement[]>): readonly Site[] {
  const nantang = settlements.get('440785103')?.find(settlement => settlement.name === '南塘村')
  const offices = towns.flatMap(town => settlements.get(town.code)?.slice(0, 1) ?? [])
  return [
    ...(nantang === undefined ? [] : [{ settlement: nantang, kind: 'kiosk' as const, what: '自助终端' }]),
    ...offices.map(settlement =>
      settlement.town === townOfCode('440785001')
        ? { settlement, kind: 'hall' as const, what: '政务服务大厅（模拟）' }
        : { settlement, kind: 'village' as const, what: '便民服务中心（模拟）' },
    ),
  ]
}

/** Endless: a second round gives a settlement its second terminal. */
function* rest(settlements: ReadonlyMap<string, readonly Settlement[]>, chance: Chance): Generator<Site> {
  const all = [...settlements.values()].flat()
  for (let round = 1; round <= 20; round += 1) {
    const order = all.map(settlement => [chance.next(), settlement] as const).toSorted(([a], [b]) => a - b)
    for (const [, settlement] of order) {
      yield { settlement, kind: 'kiosk', what: round === 1 ? '自助终端' : `${round}号自助终端` }
    }
  }
}

const opening = (today: Temporal.PlainDate, ago: number): string => today.subtract({ days: ago }).toString()
