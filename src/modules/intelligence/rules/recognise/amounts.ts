import { sticksPer } from '#kernel/quantity'
import type { FactKind } from '../clue/facts.ts'
import type { Finder, Found } from './found.ts'
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
/** 五万, 5w as it is typed. */
const big: Readonly<Record<string, number>> = { 万: 10_000, W: 10_000, 千: 1000, 百: 100 }

const numeral = '零一二两三四五六七八九十百千半'
const digits = '\\d[\\d,]*(?:\\.\\d+)?'
/** 三万五千, 1万5千, 二十五: a whole number is one number, and not its last part. */
const count = `(?:${digits}|[${numeral}]+)万(?:\\d+[百千]?|[${numeral}]+)|${digits}|[${numeral}]+`

// 第五十条 is an article; 条例, 件事, 支持, 包装, 元旦 are no units; a half comes behind its unit (二十五件半), 半夜 is none.
const pattern = new RegExp(
  `(?<![第0-9.,万${numeral}])(${count})\\s*([万千百W])?[多余来]?\\s*` +
    '(支(?![持付部队撑])|盒|包(?![装括裹厢围])|条(?![例件码款文街路])|件(?![事号])|箱|元(?![月旦])|块(?![地儿])|吨|公斤|千克|斤)' +
    '(半(?![年夜天路个价月]))?',
  'gu',
)
/** ¥3,500 and ￥3.5万, with or without 元. */
const money = new RegExp(`[¥￥]\\s*(${digits})\\s*([万千W])?元?`, 'gu')

export const amounts: Finder = plain => [
  ...[...plain.matchAll(pattern)].flatMap(match => {
    const [text, counted = '', scale = '', name = '', half] = match
    const unit = units[name]
    const number = numberIn(counted)
    if (!unit || number === undefined) return []
    const value = Math.round((number * (big[scale] ?? 1) + (half === undefined ? 0 : 0.5)) * unit.times)
    return offered(match.index, text, unit.kind, value)
  }),
  ...[...plain.matchAll(money)].flatMap(match => {
    const [text, counted = '', scale = ''] = match
    const yuan = (numberIn(counted) ?? 0) * (big[scale] ?? 1)
    return offered(match.index, text, 'money', Math.round(yuan * 100))
  }),
]

const offered = (start: number, text: string, kind: Unit['kind'], value: number): readonly Found[] =>
  value > 0 && Number.isSafeInteger(value)
    ? [{ start, end: start + text.length, text, kind, value: String(value) }]
    : []
