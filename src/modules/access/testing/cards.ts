import { checkDigitOf } from '#kernel/citizen-id'
import type { CardFields } from '../contract.ts'

/** A number that checks itself, for somebody born on `birth` (eight digits). 模拟数据. */
export function citizenIdOf(birth: string, sequence = '001'): string {
  const first = `440785${birth}${sequence}`
  return first + checkDigitOf(first)
}

/** A card that is valid in November 2026; fields can be replaced. 模拟数据. */
export function cardOf(changes: Partial<CardFields> = {}): CardFields {
  return {
    name: '模拟甲',
    sex: '1',
    ethnicGroup: '01',
    birth: '1985-03-02',
    idNo: citizenIdOf('19850302'),
    issuer: '恩平市公安局',
    validFrom: '2015-05-01',
    validTo: '2035-05-01',
    ...changes,
  }
}
