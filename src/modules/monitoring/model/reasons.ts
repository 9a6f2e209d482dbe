import { countyIndicatorTexts } from './county-indicators.ts'
import { at, type Feature } from './matrix.ts'

/** What weighs in, in words for an inspector and for the shop itself. Codes with a colon carry the column after it. */
const reasonTexts: Readonly<Record<string, string>> = {
  ownRecord: '本户以往检查发现过问题',
  ownSeverity: '本户以往问题的数量和程度',
  ownCodes: '本户上次的问题类别，其他户随后多有复发',
  trend: '本户的问题比上一次多',
  sinceLast: '距上次检查的时间',
  visits: '本户被检查的次数',
  neighbours: '附近近来发现的问题较多',
  density: '附近的检查多少',
  chain: '同名或同一经营者的其他户发现过问题',
  words: '名称相近的户发现过问题',
  category: '同类户的问题较多',
  flag: '许可或经营事项',
  flags: '许可事项的数量',
  age: '开业时间的长短',
  base: '没有突出的原因',
  ...countyIndicatorTexts,
}

/** The words of a code: `category:Risk` → 同类户的问题较多（Risk）. */
export function reasonText(code: string): string {
  const [kind = '', column] = code.split(':')
  const text = reasonTexts[kind] ?? kind
  return column === undefined ? text : `${text}（${column}）`
}

const least = 0.03

/** The reasons that raise the score of one row, strongest first; what lowers it is no reason to visit. */
export function reasonsOf(features: readonly Feature[], parts: Float64Array, most = 4): string[] {
  const sums = new Map<string, number>()
  features.forEach(({ reason }, c) => {
    sums.set(reason, (sums.get(reason) ?? 0) + at(parts, c))
  })
  const strong = [...sums].filter(([, sum]) => sum >= least).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return strong.length === 0 ? ['base'] : strong.slice(0, most).map(([reason]) => reason)
}
