import type { Chance } from './chance.ts'
import { type PersonName, personName } from './names.ts'
import { citizenId } from './numbers.ts'

export interface Operator extends PersonName {
  readonly idNo: string
  /** A second telephone, account or device behind one person would be a signal; here one person has one of each. */
  readonly serial: number
}

/** Ages of village shopkeepers: many old, none under 25. */
const ages: readonly (readonly [number, readonly [number, number]])[] = [
  [10, [25, 34]],
  [18, [35, 44]],
  [26, [45, 54]],
  [26, [55, 64]],
  [14, [65, 72]],
  [6, [73, 82]],
]

/** Makes people with numbers of their own, until the numbers of a birthday are used up. */
export function peopleOf(chance: Chance, today: Temporal.PlainDate, taken: ReadonlySet<string>): () => Operator {
  const used = new Set(taken)
  let serial = 0
  const make = (): Operator => {
    const sex = chance.often(0.55) ? 'male' : 'female'
    const [youngest, oldest] = chance.weighted(ages)
    const birth = today.subtract({ years: chance.int(youngest, oldest), days: chance.int(1, 360) })
    const idNo = citizenId(birth.toString(), 900 + 2 * chance.int(0, 49) + (sex === 'male' ? 1 : 0))
    if (used.has(idNo)) return make()
    used.add(idNo)
    serial += 1
    return { ...personName(chance, sex), idNo, serial }
  }
  return make
}
