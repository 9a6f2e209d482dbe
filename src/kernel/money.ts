export { uppercaseYuan } from './money-uppercase.ts'

import type { Brand } from './brand.ts'
import { plainCode } from './plain-code.ts'
import { ok, type Result, refuse } from './refusal.ts'

/** 分: money as a whole number of fen; never a fraction of a yuan in floating point. */
export type Fen = Brand<number, 'Fen'>

/** Reads yuan as written: `12.34`, `1,234`, `¥50`, `50元`. No sign, at most two decimals. */
export function fenOfYuan(text: string): Result<Fen, 'moneyInvalid'> {
  const plain = plainCode(text)
    .replace(/^[¥￥]/u, '')
    .replace(/元$/u, '')
  const match = /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}))?$/u.exec(plain)
  if (match === null) return refuse('moneyInvalid')
  const [, yuan = '', decimals = ''] = match
  const fen = Number(yuan.replaceAll(',', '') + decimals.padEnd(2, '0'))
  return Number.isSafeInteger(fen) ? ok(fen as Fen) : refuse('moneyInvalid')
}

/** For amounts that are already whole fen (from the database, from code). Throws on anything else. */
export function fen(amount: number): Fen {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`no whole number of fen: ${amount}`)
  return amount as Fen
}

/** ¥1,234.00 */
export function formatYuan(amount: Fen): string {
  const digits = String(Math.abs(amount)).padStart(3, '0')
  const yuan = digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/gu, ',')
  return `${amount < 0 ? '-' : ''}¥${yuan}.${digits.slice(-2)}`
}

export function addFen(...amounts: readonly Fen[]): Fen {
  return fen(amounts.reduce<number>((sum, amount) => sum + amount, 0))
}

/**
 * `amount × numerator ÷ denominator`, rounded half up to the fen (halves away from zero).
 * A fine of 20 % is `mulRatio(value, 20, 100)`. Ratios are whole numbers, so that nothing is lost on the way.
 */
export function mulRatio(amount: Fen, numerator: number, denominator: number): Fen {
  if (denominator <= 0) throw new RangeError(`no ratio with denominator ${denominator}`)
  const product = BigInt(amount) * BigInt(numerator)
  const size = product < 0n ? -product : product
  const divisor = BigInt(denominator)
  const rounded = Number((2n * size + divisor) / (2n * divisor))
  // Zero keeps no sign: -0 would print and compare oddly.
  return fen(product < 0n && rounded > 0 ? -rounded : rounded)
}
