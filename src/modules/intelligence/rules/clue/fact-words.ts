import { fen, formatYuan } from '#kernel/money'
import { formatSticks, parseSticks } from '#kernel/quantity'
import type { FactKind } from './facts.ts'

/** A fact as one reads it: 250000 of the base unit is 25万支（1,250条）. */
export function factInWords({ kind, value }: { readonly kind: FactKind; readonly value: string }): string {
  const amount = Number(value)
  if (kind === 'sticks') {
    const sticks = parseSticks(amount)
    return sticks.ok ? formatSticks(sticks.value) : value
  }
  if (kind === 'money' && Number.isSafeInteger(amount)) return formatYuan(fen(amount))
  if (kind === 'weight' && Number.isFinite(amount)) return `${(amount / 1000).toLocaleString('en-US')} kg`
  return value
}
