import type { PolicyEntry } from '#platform/policy'

type Value = PolicyEntry['value']

/**
 * What is wrong with a new value beside the one that holds, in words; undefined = nothing. Kind and shape come from the
 * shipped value and its unit: a list of days stays a list of days, `calendar|working` stays one of the two.
 */
export function valueFault(entry: Pick<PolicyEntry, 'value' | 'unit'>, value: Value): string | undefined {
  if (typeof value !== typeof entry.value)
    return `应当是${kindNames[typeof entry.value as keyof typeof kindNames] ?? '另一种'}。`
  if (typeof value === 'number' && typeof entry.value === 'number') return numberFault(entry.value, value)
  if (typeof value === 'string' && typeof entry.value === 'string') return textFault(entry.unit, entry.value, value)
  return undefined
}

const kindNames = { number: '数字', string: '文字', boolean: '开或者关' }

function numberFault(known: number, value: number): string | undefined {
  if (!Number.isFinite(value) || value < 0) return '不能小于零。'
  return Number.isInteger(known) && !Number.isInteger(value) ? '应当是整数。' : undefined
}

function textFault(unit: string, known: string, value: string): string | undefined {
  if (value.trim() === '' || value !== value.trim()) return '不能空着，前后也不能有空格。'
  const words = unit.split('|')
  if (words.length > 1 && !words.includes(value)) return `只能是 ${words.join('、')} 之一。`
  const numbers = /^\d+(,\d+)*$/u
  if (numbers.test(known) && known.includes(',') && !numbers.test(value)) return '应当是用逗号隔开的整数。'
  const codes = /^[a-z]+(,[a-z]+)*$/u
  if (codes.test(known) && known.includes(',') && !codes.test(value)) return '应当是用逗号隔开的代码。'
  return undefined
}
