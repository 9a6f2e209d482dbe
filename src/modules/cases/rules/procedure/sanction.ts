import type { CasePolicy } from '../policy.ts'
import { findViolation } from '../violations/table.ts'
import type { CaseFile, Input, Party, Words } from './case-file.ts'
import { choice, type Field, fenIn, inRound, money, optional, textIn, yuan } from './fields.ts'

const results = {
  penalty: { zh: '给予行政处罚', en: 'Penalty' },
  noPenalty: { zh: '不予行政处罚（轻微并改正、初次轻微、无过错）', en: 'No penalty' },
  drop: { zh: '违法事实不能成立，不予处罚', en: 'Facts not made out' },
} as const satisfies Readonly<Record<string, Words>>
export const licenceMeasures = {
  none: { zh: '无', en: 'None' },
  stop: { zh: '责令关闭、停止经营、停产停业', en: 'Close, stop business' },
  revoke: { zh: '取消资格、吊销许可证', en: 'Revoke the licence' },
} as const satisfies Readonly<Record<string, Words>>
export const goodsMeasures = {
  none: { zh: '无涉案物品或者退还', en: 'None, or returned' },
  confiscate: { zh: '没收', en: 'Confiscate' },
  destroy: { zh: '公开销毁', en: 'Destroy in public' },
  buy: { zh: '按规定价格收购', en: 'Buy at the fixed price' },
} as const satisfies Readonly<Record<string, Words>>

/** 处理意见: what report and proposal say; notice, decision and payment read it, nobody writes it twice. */
export interface Sanction {
  readonly result: keyof typeof results
  readonly fine: number
  readonly gains: number
  readonly licence: keyof typeof licenceMeasures
  readonly goods: keyof typeof goodsMeasures
  readonly goodsValue: number
}

export const sanctionFields: readonly Field[] = [
  choice('result', '处理意见', 'Outcome', results),
  optional(money('fine', '罚款（元）', 'Fine (yuan)')),
  optional(money('gains', '没收违法所得（元）', 'Gains confiscated (yuan)')),
  choice('goods', '涉案物品', 'Goods', goodsMeasures),
  optional(money('goodsValue', '涉案物品价值（元）', 'Value of the goods (yuan)')),
  choice('licence', '其他处罚', 'Other measures', licenceMeasures),
]

export const sanctionIn = (input: Input): Sanction => ({
  result: textIn(input, 'result') as Sanction['result'],
  fine: fenIn(input, 'fine'),
  gains: fenIn(input, 'gains'),
  licence: (textIn(input, 'licence') || 'none') as Sanction['licence'],
  goods: (textIn(input, 'goods') || 'none') as Sanction['goods'],
  goodsValue: fenIn(input, 'goodsValue'),
})

/** The opinion that counts now: of the proposal, else of the report of this round. */
export function sanctionOf(file: Pick<CaseFile, 'steps'>): Sanction | undefined {
  const said =
    inRound(file, 'propose') ?? inRound(file, 'report') ?? file.steps.findLast(s => s.event === 'decideOnSpot')
  return said && sanctionIn(said.input)
}

export const takesGoods = ({ goods }: Sanction): boolean => goods === 'confiscate' || goods === 'destroy'

/** 听证 is due (CF 63): a large fine, large confiscation, stop of business, loss of the licence. */
export function hearingDue(s: Sanction, party: Pick<Party, 'kind'>, { hearing }: Pick<CasePolicy, 'hearing'>): boolean {
  const from = hearing[party.kind]
  return (
    s.result === 'penalty' &&
    (s.fine >= from || s.gains >= from || (takesGoods(s) && s.goodsValue >= from) || s.licence !== 'none')
  )
}

/** 集体讨论 is due (CF 57¶2): a hearing was held, the amount is large, or it was found complex or major. */
export const collectiveDue = (file: CaseFile, s: Sanction, policy: CasePolicy): boolean =>
  s.result === 'penalty' &&
  (inRound(file, 'holdHearing') !== undefined ||
    hearingDue(s, file.party, policy) ||
    s.fine + s.gains + (takesGoods(s) ? s.goodsValue : 0) >= policy.collectiveFrom ||
    inRound(file, 'report')?.input['complex'] === true)

/** No heavier than what the party was told and answered (CF 45¶2); a heavier one needs a new notice. */
export const isHeavier = (now: Sanction, told: Sanction): boolean =>
  now.result === 'penalty' &&
  (told.result !== 'penalty' ||
    now.fine > told.fine ||
    now.gains > told.gains ||
    rank(now.licence) > rank(told.licence) ||
    goodsRank[now.goods] > goodsRank[told.goods])
const rank = (licence: Sanction['licence']): number => Object.keys(licenceMeasures).indexOf(licence)
/** Taking for nothing weighs more than taking for a price. */
const goodsRank: Readonly<Record<Sanction['goods'], number>> = { none: 0, buy: 1, confiscate: 2, destroy: 2 }

/** Whether the article orders a warning, beside which alone it allows a fine (WB 123). Its second step takes its place. */
const warns = ({ licence }: Sanction, violation: string | null): boolean =>
  licence === 'none' && findViolation(violation)?.measures.includes('warn') === true

/** 处罚内容 in one sentence; every document says the same words. */
export function sanctionWords(s: Sanction, violation: string | null): string {
  if (s.result !== 'penalty') return results[s.result].zh
  const parts = [
    warns(s, violation) ? '警告' : '',
    s.fine > 0 ? `处以罚款人民币${yuan(s.fine).slice(1)}元` : '',
    s.gains > 0 ? `没收违法所得人民币${yuan(s.gains).slice(1)}元` : '',
    s.goods === 'none' ? '' : `涉案物品${goodsMeasures[s.goods].zh}`,
    s.licence === 'none' ? '' : licenceMeasures[s.licence].zh,
  ].filter(Boolean)
  return parts.length === 0 ? '警告' : parts.join('；')
}
