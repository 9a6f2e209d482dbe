import { type Citation, formatCitation } from '#kernel/citation'
import { formatDateZh } from '#kernel/dates'
import { lotsTaken, lotWords } from '../rules/goods/case-lots.ts'
import { inRound, lastOf, textIn } from '../rules/procedure/fields.ts'
import { goodsMeasures, sanctionOf, sanctionWords } from '../rules/procedure/sanction.ts'
import { basisOf, findViolation } from '../rules/violations/table.ts'
import type { PaperBlock, PaperFacts } from './case-paper.ts'

export const text = (words: string): PaperBlock => ({ text: words })
export const list = (items: readonly string[]): PaperBlock => ({ list: items })
export const rows = (items: readonly (readonly [string, string])[]): PaperBlock => ({ rows: items })
export const on = (day: string | null | undefined): string =>
  day ? formatDateZh(Temporal.PlainDate.from(day)).replace(/（周.）$/u, '') : '　　'
export const sentence = (words: string): string =>
  /[。！？]$/u.test(words.trim()) ? words.trim() : `${words.trim()}。`
/** The name of a law once, however many of its articles follow. */
export const cited = (basis: readonly Citation[]): string =>
  basis
    .map((one, n) =>
      basis[n - 1]?.instrument === one.instrument
        ? formatCitation(one).replace(/^《[^》]+》/u, '')
        : formatCitation(one),
    )
    .join('、')

/** 当事人情况, the same words on every document. */
export function partyRows({ file: { party, licenceNo } }: PaperFacts): readonly (readonly [string, string])[] {
  return [
    ['当事人', party.name],
    ...(party.represented === '' ? [] : [['负责人', party.represented] as const]),
    ...(party.idNo === '' ? [] : [['证件号码', party.idNo] as const]),
    ...(licenceNo === null ? [] : [['烟草专卖零售许可证号', licenceNo] as const]),
    ['地址', party.address || '不详'],
  ]
}

export const addressee = ({ file: { party } }: PaperFacts): string =>
  party.represented === '' ? `${party.name}：` : `${party.name}（负责人：${party.represented}）：`

export const violationWords = ({ file }: PaperFacts): string => findViolation(file.violation)?.zh ?? file.about

/** 违反的规定 and 处罚依据, by article and item, from the table of violations: a decision names both (CF 59). */
const normWords = ({ file }: PaperFacts): string => cited(findViolation(file.violation)?.norm ?? [])
export const basisWords = ({ file, like }: PaperFacts): string => cited(basisOf(file.violation, like))
export const actWords = (facts: PaperFacts): string =>
  `你的行为属于${violationWords(facts)}，违反了${normWords(facts)}的规定，依据${basisWords(facts)}`

export const factWords = ({ file }: PaperFacts): string =>
  sentence(
    textIn((inRound(file, 'report') ?? lastOf(file, 'report') ?? lastOf(file, 'tellOnSpot'))?.input ?? {}, 'facts'),
  )
export const proofWords = ({ file }: PaperFacts): string =>
  sentence(textIn((inRound(file, 'report') ?? lastOf(file, 'report'))?.input ?? {}, 'proof'))

export function penaltyWords({ file }: PaperFacts): string {
  const sanction = sanctionOf(file)
  return sanction === undefined ? '' : sanctionWords(sanction, file.violation)
}

/** 没收、销毁、收购的物品, each lot by its number: a decision says what it is about. */
export function goodsBlocks({ file, lots = [] }: PaperFacts): readonly PaperBlock[] {
  const goods = sanctionOf(file)?.goods ?? 'none'
  const taken = goods === 'none' ? [] : lotsTaken(lots)
  return taken.length === 0 ? [] : [text(`${goodsMeasures[goods].zh}的物品：`), list(taken.map(lotWords))]
}

export const officerNames = ({ file, nameOf, certificateOf }: PaperFacts): string =>
  file.officers.map(id => `${nameOf(id)}（执法证号 ${certificateOf(id)}）`).join('、')
export const officerSigners = ({ file, nameOf }: PaperFacts): readonly string[] => file.officers.map(nameOf)

export const remedies = ({ policy }: PaperFacts): PaperBlock =>
  text(
    `如不服本决定，可以自收到本决定书之日起六十日内向${policy.reconsiderationBody}申请行政复议，也可以自收到本决定书之日起十五日内直接向${policy.court}提起行政诉讼。复议、诉讼期间，本决定不停止执行，法律另有规定的除外。`,
  )
/** FY 23: against an on-the-spot penalty reconsideration comes first. */
export const remediesOnSpot = ({ policy }: PaperFacts): PaperBlock =>
  text(
    `如不服本决定，应当先自收到本决定书之日起六十日内向${policy.reconsiderationBody}申请行政复议；对复议决定不服的，可以自收到复议决定书之日起十五日内向${policy.court}提起行政诉讼。`,
  )
export const payWay = ({ policy }: PaperFacts): string => `到${policy.bank}或者通过电子支付系统缴纳`
export const payment = (facts: PaperFacts): PaperBlock =>
  text(
    `请自收到本决定书之日起十五日内，${payWay(facts)}。到期不缴纳罚款的，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额。办案人员不收取罚款。`,
  )
export const enforcement = text(
  '逾期不申请行政复议、不提起行政诉讼，又不履行本决定的，本局将依法申请人民法院强制执行。',
)
