import { cite, formatCitation } from '#kernel/citation'
import { type CaseLot, lotsLate, lotsTaken, openDestruction } from '../goods/case-lots.ts'
import { lastOf } from '../procedure/fields.ts'
import { disposableFrom } from '../procedure/goods-fate.ts'
import { takesGoods } from '../procedure/sanction.ts'
import { standingOf } from '../procedure/standing.ts'
import { destructionOf, findViolation } from '../violations/table.ts'
import { type Check, clockOf, type Dossier, paperOf, penalty, when } from './dossier.ts'

/** An article as it stands in a row of articles of one law: without the name of the law. */
const articles = (code: string): readonly string[] =>
  (findViolation(code)?.sanction ?? []).map(one => formatCitation(one).replace(/^《[^》]+》/u, ''))

/** What says on which article the penalty rests: documents by their number, and what the public reads. */
const citing = ({ papers, published }: Dossier): readonly { readonly name: string; readonly words: string }[] => [
  ...papers
    .filter(({ kind }) =>
      ['report', 'notice', 'hearingNotice', 'approval', 'decision', 'simpleDecision'].includes(kind),
    )
    .map(({ number, words }) => ({ name: number, words })),
  ...(published === null ? [] : [{ name: '公示', words: published }]),
]

const decisionWords = (d: Dossier) => paperOf(d, 'decision')?.words
const unnamed = (d: Dossier): CaseLot | undefined => {
  const words = decisionWords(d)
  const sanction = penalty(d)
  if (words === undefined || sanction === undefined || !takesGoods(sanction)) return undefined
  return lotsTaken(d.lots).find(({ lotNo }) => !words.includes(lotNo))
}

/** 参照的案由、涉案物品、先行登记保存、公示 */
export const goodsChecks = {
  likeUnnamed: {
    zh: '新型烟草制品的文书没有写参照的处罚条文',
    en: 'A paper on a new product does not name the article it refers to',
    basis: [cite('TL', 65), cite('CF', 59)],
    find: d => {
      if (d.file.violation !== 'P20' || penalty(d) === undefined) return undefined
      if (d.like === null) return '没有写明参照的案由'
      const wanted = articles(d.like)
      return citing(d).find(({ words }) => wanted.some(article => !words.includes(article)))?.name
    },
  },
  destructionUnsaid: {
    zh: '应当公开销毁，决定书没有写',
    en: 'Destruction in public is due, the decision does not order it',
    basis: [cite('TL', 53), cite('TL', 58)],
    find: d =>
      when(
        penalty(d) !== undefined &&
          destructionOf(d.file.violation, d.like) !== undefined &&
          lotsTaken(d.lots).length > 0 &&
          decisionWords(d)?.includes('公开销毁') === false,
        paperOf(d, 'decision')?.number ?? '',
      ),
  },
  goodsUnnamed: {
    zh: '决定书没有写明没收、销毁的是哪些物品',
    en: 'Decision does not name the goods it takes',
    basis: [cite('CF', 59)],
    find: d => unnamed(d)?.lotNo,
  },
  destructionOpen: {
    zh: '决定公开销毁的物品没有销毁就结案',
    en: 'Closed before the goods were destroyed',
    basis: [cite('TL', 53), cite('TL', 58)],
    find: d => {
      if (lastOf(d.file, 'close') === undefined || standingOf(d.file)?.goods !== 'destroy') return undefined
      const open = openDestruction(d.lots)
      return open === 'none' ? '台账里没有销毁的物品' : open?.lotNo
    },
  },
  holdUnapproved: {
    zh: '先行登记保存的物品没有负责人批准',
    en: 'Goods kept without the approval of a head',
    basis: [cite('CF', 56)],
    find: d =>
      when(
        lastOf(d.file, 'holdEvidence') === undefined && d.lots.some(({ custody }) => custody === 'registered'),
        d.lots.find(({ custody }) => custody === 'registered')?.lotNo ?? '',
      ),
  },
  lotLate: {
    zh: '登记保存的物品七个工作日内没有作出处理决定',
    en: 'Kept goods not decided on within seven working days',
    basis: [cite('CF', 56), cite('CF', 85)],
    find: d => {
      const [late] = lotsLate(d.lots, d.today)
      return late && `${late.lotNo}，期限${late.dueOn}，处理${late.decidedOn ?? '还没有'}`
    },
  },
  goodsGoneEarly: {
    zh: '处罚决定送达以前拍卖、销毁了物品',
    en: 'Goods sold or destroyed before the decision was served',
    basis: [cite('CF', 56), cite('CF', 61)],
    find: d => {
      const from = disposableFrom(d.file)
      const early = d.lots.find(({ goneOn }) => goneOn !== null && (from === undefined || goneOn < from))
      return early && `${early.lotNo}，${early.goneOn}`
    },
  },
  transferDecideLate: {
    zh: '超过三日才决定是否移送公安',
    en: 'Transfer decided after three days',
    basis: [cite('YS', 5)],
    find: d => {
      const clock = clockOf(d, 'transferDecide')
      const on = clock?.endedOn ?? d.today
      return when(clock !== undefined && on > clock.dueOn, `期限${clock?.dueOn}，决定${clock?.endedOn ?? '还没有'}`)
    },
  },
  unpublishLate: {
    zh: '决定变更、撤销后三个工作日内没有撤回公示',
    en: 'Publication not withdrawn within three working days',
    basis: [cite('CF', 48, { paragraph: 2 }), cite('CF', 85)],
    find: d => {
      const clock = clockOf(d, 'unpublish')
      const on = clock?.endedOn ?? d.today
      return when(clock !== undefined && on > clock.dueOn, `期限${clock?.dueOn}，撤回${clock?.endedOn ?? '还没有'}`)
    },
  },
} as const satisfies Readonly<Record<string, Check>>
