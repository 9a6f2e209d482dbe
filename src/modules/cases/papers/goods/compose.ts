import { type Citation, formatCitation } from '#kernel/citation'
import { formatDateZh } from '#kernel/dates'
import { type Fen, formatYuan } from '#kernel/money'
import { formatSticks, type Sticks } from '#kernel/quantity'
import type { GoodsDetail, GoodsLot } from '../../contract/goods.ts'
import { natures, unitOf } from '../../rules/amounts/goods.ts'
import { amountWords, goodsName } from '../../rules/goods/case-lots.ts'
import { custodies, moveKinds } from '../../rules/goods/moves.ts'

/** The words of a paper as issued: a later template never changes what was signed. */
export interface GoodsPaperWords {
  readonly title: string
  readonly number: string
  readonly bureau: string
  readonly caseNo: string
  readonly about: string
  readonly lead: string
  readonly heads: readonly string[]
  /** Widths of the columns in parts. */
  readonly parts: readonly number[]
  readonly rows: readonly (readonly string[])[]
  readonly sums: string
  readonly closing: readonly string[]
  readonly signers: readonly string[]
  readonly date: string
}

export type GoodsPaperKind = 'list' | 'sampling' | 'destruction'
export const paperTitles: Readonly<Record<GoodsPaperKind, string>> = {
  list: '涉案物品清单',
  sampling: '抽样取证记录',
  destruction: '违法物品销毁记录',
}

interface Lot {
  readonly lot: GoodsLot
  readonly entries: GoodsDetail['entries']
}

const on = (day: string): string => formatDateZh(Temporal.PlainDate.from(day))

/** Rows and words of one paper; no rows: there is nothing to write. */
export function composeGoods(
  kind: GoodsPaperKind,
  lots: readonly Lot[],
  /** The article that orders the destruction, where the act has one (TL 53, 58). */
  order?: Citation,
): Pick<GoodsPaperWords, 'lead' | 'heads' | 'parts' | 'rows' | 'sums' | 'closing' | 'signers'> {
  if (kind === 'list') return listWords(lots)
  return moveWords(kind, lots, order)
}

/** 涉案物品清单: what was held, each lot with its number, place and value. */
function listWords(lots: readonly Lot[]) {
  const sticks = lots.reduce((sum, { lot }) => sum + (unitOf(lot.kind) === 'stick' ? lot.held : 0), 0)
  const value = lots.reduce((sum, { lot }) => sum + (lot.value ?? 0), 0)
  const unpriced = lots.filter(({ lot }) => lot.value === null).length
  return {
    lead: `依据${formatCitation(custodies.registered.basis)}，下列物品由本局登记。先行登记保存的，本局在七个工作日内作出处理决定，在此期间任何人不得销毁或者转移。`,
    heads: ['批次', '品名', '数量', '性质', '查获地点和日期', '存放', '货值'],
    parts: [15, 20, 17, 9, 20, 10, 12],
    rows: lots.map(({ lot }) => [
      lot.lotNo,
      goodsName(lot),
      amountWords(lot.kind, lot.held),
      natures[lot.nature].zh,
      `${lot.seizedAt}，${lot.heldOn}，${custodies[lot.custody].zh}`,
      lot.place,
      lot.value === null ? '待核价' : formatYuan(lot.value as Fen),
    ]),
    sums: `合计：${formatSticks(sticks as Sticks)}；货值 ${formatYuan(value as Fen)}${unpriced > 0 ? `（另有 ${unpriced} 批待核价）` : ''}。`,
    closing: ['以上物品与清单所列一致，当事人（或者见证人）已核对。当事人拒绝签名的，由执法人员注明。'],
    signers: ['当事人（见证人）', '执法人员', '执法人员'],
  }
}

/** 抽样取证记录、销毁记录: every such move, with the two who did it. */
function moveWords(kind: 'sampling' | 'destruction', lots: readonly Lot[], order: Citation | undefined) {
  const event = kind === 'sampling' ? 'sample' : 'destroy'
  const moves = lots.flatMap(({ lot, entries }) =>
    entries.filter(entry => entry.event === event).map(entry => ({ lot, entry })),
  )
  const basis = formatCitation((kind === 'destruction' ? order : undefined) ?? moveKinds[event].basis)
  const lead =
    kind === 'sampling'
      ? `依据${basis}，由两名执法人员在当事人在场时随机抽样，样品封存并送法定检测机构鉴定。`
      : `依据${basis}，下列物品由两名以上工作人员到场公开销毁，禁止以任何方式销售。`
  return {
    lead,
    heads: ['批次', '品名', '数量', kind === 'sampling' ? '检测机构' : '销毁地点', '日期', '经手人'],
    parts: [15, 22, 18, 20, 13, 15],
    rows: moves.map(({ lot, entry }) => [
      lot.lotNo,
      goodsName(lot),
      amountWords(lot.kind, entry.amount ?? 0),
      entry.target,
      entry.onDay,
      entry.officers.join('、'),
    ]),
    sums: `共 ${moves.length} 笔，照片 ${moves.reduce((sum, { entry }) => sum + entry.photos.length, 0)} 张，摘要（SM3）存于台账。`,
    closing: moves.flatMap(({ entry }) => (entry.note === '' ? [] : [`${on(entry.onDay)}：${entry.note}`])),
    signers: kind === 'sampling' ? ['当事人（见证人）', '执法人员', '执法人员'] : ['监督人', '经手人', '经手人'],
  }
}
