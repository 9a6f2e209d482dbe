import type { Brand } from './brand.ts'
import { ok, type Result, refuse } from './refusal.ts'

/** 支: the unit of the law for cigarettes; all quantities are stored in it as whole numbers. */
export type Sticks = Brand<number, 'Sticks'>

/** 1 盒 = 20 支, 1 条 = 200 支, 1 件 = 10,000 支 (条例第五十二条: 每1万支为1件). */
export const sticksPer = { pack: 20, carton: 200, case: 10_000 } as const

/** Whole, not negative, and small enough to be exact. */
export function parseSticks(count: number): Result<Sticks, 'quantityInvalid'> {
  return Number.isSafeInteger(count) && count >= 0 ? ok(count as Sticks) : refuse('quantityInvalid')
}

/** `sticksOf({ cartons: 5, packs: 3 })` = 1,060 支. Throws on fractions and negative numbers: check input first. */
export function sticksOf(amount: {
  readonly sticks?: number
  readonly packs?: number
  readonly cartons?: number
  readonly cases?: number
}): Sticks {
  const { sticks = 0, packs = 0, cartons = 0, cases = 0 } = amount
  const counts = [sticks, packs, cartons, cases]
  const total = sticks + packs * sticksPer.pack + cartons * sticksPer.carton + cases * sticksPer.case
  const parsed = parseSticks(total)
  if (!parsed.ok || counts.some(count => !Number.isInteger(count) || count < 0)) {
    throw new RangeError(`no whole number of cigarettes: ${JSON.stringify(amount)}`)
  }
  return parsed.value
}

export function addSticks(...amounts: readonly Sticks[]): Sticks {
  return sticksOf({ sticks: amounts.reduce<number>((sum, amount) => sum + amount, 0) })
}

/** `25万支（1,250条）`, `12,345支（61条7盒5支）`: whole units only, so that nobody has to read a fraction of a carton. */
export function formatSticks(sticks: Sticks): string {
  const whole = sticks > 0 && sticks % 10_000 === 0 ? `${grouped(sticks / 10_000)}万支` : `${grouped(sticks)}支`
  const cartons = Math.floor(sticks / sticksPer.carton)
  const packs = Math.floor((sticks % sticksPer.carton) / sticksPer.pack)
  const rest = sticks % sticksPer.pack
  if (cartons === 0 && packs === 0) return whole
  const units = [
    [cartons, '条'],
    [packs, '盒'],
    [rest, '支'],
  ] as const
  return `${whole}（${units.map(([count, unit]) => (count === 0 ? '' : grouped(count) + unit)).join('')}）`
}

function grouped(n: number): string {
  return String(n).replace(/\B(?=(?:\d{3})+$)/gu, ',')
}
