import { sticksPer } from '#kernel/quantity'
import type { FactKind } from '../clue/facts.ts'
import type { Finder } from './found.ts'
import { numberIn } from './plain.ts'

interface Unit {
  readonly kind: Extract<FactKind, 'sticks' | 'money' | 'weight'>
  /** How many of the base unit: 支, 分, 克. */
  readonly times: number
}

const jin = 500
const kilo = 1000

/** 单位 (reference §8.3): 支 is the base; 1 箱 = 5 件 is the trade's word, recalled. */
const units: Readonly<Record<string, Unit>> = {
  支: { kind: 'sticks', times: 1 },
  盒: { kind: 'sticks', times: sticksPer.pack },
  包: { kind: 'sticks', times: sticksPer.pack },
  条: { kind: 'sticks', times: sticksPer.carton },
  件: { kind: 'sticks', times: sticksPer.case },
  箱: { kind: 'sticks', times: 5 * sticksPer.case },
  元: { kind: 'money', times: 100 },
  块: { kind: 'money', times: 100 },
  吨: { kind: 'weight', times: kilo * kilo },
  公斤: { kind: 'weight', times: kilo },
  千克: { kind: 'weight', times: kilo },
  斤: { kind: 'weight', times: jin },
}
const big: Readonly<Record<string, number>> = { 万: 10_000, 千: 1000, 百: 100 }

// 第五十条 is an article; 条例, 件事, 支持, 包装, 元旦 are no units.
const pattern =
  /(?<![第0-9.,零一二两三四五六七八九十百千半])(\d[\d,]*(?:\.\d+)?|[零一二两三四五六七八九十百千半]+)\s*([万千百])?[多余来]?\s*(支(?![持付部队撑])|盒|包(?![装括裹厢围])|条(?![例件码款文街路])|件(?![事号])|箱|元(?![月旦])|块(?![地儿])|吨|公斤|千克|斤)/gu

export const amounts: Finder = plain =>
  [...plain.matchAll(pattern)].flatMap(match => {
    const [text, count = '', scale = '', name = ''] = match
    const unit = units[name]
    const number = numberIn(count)
    if (!unit || number === undefined) return []
    const value = Math.round(number * (big[scale] ?? 1) * unit.times)
    if (value <= 0 || !Number.isSafeInteger(value)) return []
    return [{ start: match.index, end: match.index + text.length, text, kind: unit.kind, value: String(value) }]
  })
