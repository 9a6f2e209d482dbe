import { fieldOf, readFields } from '#kernel/form-fields'
import type { Result } from '#kernel/refusal'
import type { Field, Input } from './file.ts'

export { choice, listIn, optional, textIn, words } from '#kernel/form-fields'

export const short = fieldOf('short')
export const day = fieldOf('day')
export const two = fieldOf('two')

/** What was given, by what is asked. */
export const readInput = (asks: readonly Field[], given: Input): Result<Input> =>
  readFields(asks, given, { missing: 'creditFieldMissing', twoNeeded: 'creditTwoOfficers', longest: 1000 })
