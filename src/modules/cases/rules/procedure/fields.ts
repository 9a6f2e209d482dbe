import { type FormField, fieldOf, readFields, textIn } from '#kernel/form-fields'
import { type Fen, formatYuan } from '#kernel/money'
import type { Result } from '#kernel/refusal'
import type { CaseFile, Input, TakenStep } from './case-file.ts'

export { choice, listIn, optional, textIn, words } from '#kernel/form-fields'

export type Field = FormField

export const short = fieldOf('short')
export const day = fieldOf('day')
export const time = fieldOf('time')
export const money = fieldOf('money')
export const yes = fieldOf('yes')
export const two = fieldOf('two')
export const staff = fieldOf('staff')
export const lines = fieldOf('lines')

/** What was given, by what is asked. */
export const readInput = (asks: readonly Field[], given: Input): Result<Input> =>
  readFields(asks, given, { missing: 'caseFieldMissing', twoNeeded: 'caseTwoOfficers', longest: 4000 })

export const fenIn = (input: Input, key: string): number => Number(textIn(input, key) || '0')
export const yuan = (amount: number): string => formatYuan(amount as Fen)

export const lastOf = (file: Pick<CaseFile, 'steps'>, ...events: readonly string[]): TakenStep | undefined =>
  file.steps.findLast(({ event }) => events.includes(event))

/** 本轮: since the case last came (back) to investigation; what was told before a return has to be told again. */
export function roundOf(file: Pick<CaseFile, 'steps'>): readonly TakenStep[] {
  const back = file.steps.findLastIndex(({ from, to }) => to === 'investigating' && from !== 'investigating')
  return back < 0 ? file.steps : file.steps.slice(back + 1)
}
export const inRound = (file: Pick<CaseFile, 'steps'>, ...events: readonly string[]): TakenStep | undefined =>
  roundOf(file).findLast(({ event }) => events.includes(event))
