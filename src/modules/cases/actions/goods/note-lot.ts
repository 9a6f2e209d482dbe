import { cleanText } from '#kernel/chinese-text'
import { ok, type Result, refuse } from '#kernel/refusal'
import { randomId } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { Nature } from '../../rules/amounts/goods.ts'
import { correctCount, mayChangeNature, mayDecide } from '../../rules/goods/ledger.ts'
import type { LotDecision } from '../../rules/goods/moves.ts'
import { insertEntry, type LockedLot, lockLot, type NewEntry } from '../../store/goods.ts'
import { withCondemned } from './condemned.ts'
import { type Handler, twoPeople } from './handler.ts'

type Noted = Pick<NewEntry, 'event' | 'amount' | 'target' | 'note' | 'officers'>

/** What is noted on a lot without moving goods: one line of the ledger, after its rule. */
async function note(
  tx: Tx,
  lotNo: string,
  by: Handler,
  decide: (lot: LockedLot) => Promise<Result<Noted>> | Result<Noted>,
): Promise<Result<string>> {
  const lot = await lockLot(tx, lotNo)
  if (lot === undefined) return refuse('goodsUnknown')
  const noted = await decide(lot)
  if (!noted.ok) return noted
  const words = noted.value.note.trim() === '' ? ok('') : cleanText(noted.value.note, { max: 300 })
  if (!words.ok) return words
  await insertEntry(tx, {
    ...noted.value,
    ...{ id: randomId(), lotNo, n: lot.entries + 1, note: words.value, photos: 0 },
    ...{ onDay: by.at.today.toString(), by: `staff:${by.staffId}`, at: by.at.instant.toString() },
  })
  return ok(lotNo)
}

/** 盘点: two people count what lies there; a difference stays open until the head corrects it. */
export const countLot = (
  tx: Tx,
  asked: { readonly lotNo: string; readonly counted: number; readonly second: string; readonly note: string },
  by: Handler,
): Promise<Result<string>> =>
  note(tx, asked.lotNo, by, async () => {
    const officers = await twoPeople(tx, by, asked.second)
    if (!officers.ok) return officers
    return ok({ event: 'count', amount: asked.counted, target: '盘点', note: asked.note, officers: officers.value })
  })

/** 更正 of a count that did not fit, by a head who did not count. */
export const correctLot = (
  tx: Tx,
  asked: { readonly lotNo: string; readonly reason: string },
  by: Handler,
): Promise<Result<string>> =>
  note(tx, asked.lotNo, by, lot => {
    const right = correctCount(lot, { counters: lot.counters, head: by.staffId, reason: asked.reason })
    if (!right.ok) return right
    // A book that would say nothing was ever held is not a correction: then the whole lot was a slip, and stays visible.
    if (right.value.held <= 0) return refuse('goodsNothingLeft')
    return ok({ event: 'correct', amount: null, target: '更正', note: asked.reason, officers: [] })
  })

/** 处理决定 (行政处罚法第五十六条): on 先行登记保存 within seven working days, later as often as the case asks. */
export const decideLot = (
  tx: Tx,
  asked: { readonly lotNo: string; readonly decision: LotDecision; readonly note: string },
  by: Handler,
): Promise<Result<string>> =>
  note(tx, asked.lotNo, by, async lot => {
    const may = mayDecide(await withCondemned(tx, lot), asked.decision)
    return may.ok ? ok({ event: 'decide', amount: null, target: asked.decision, note: asked.note, officers: [] }) : may
  })

/** 鉴定结果 by the station's report (条例第三十一条). */
export const testLot = (
  tx: Tx,
  asked: { readonly lotNo: string; readonly nature: Nature; readonly report: string },
  by: Handler,
): Promise<Result<string>> =>
  note(tx, asked.lotNo, by, lot => {
    const may = mayChangeNature(lot, asked.nature)
    return may.ok ? ok({ event: 'test', amount: null, target: asked.nature, note: asked.report, officers: [] }) : may
  })

/** 查清的实际价格 (解释第四条): goes before every list. */
export const priceLot = (
  tx: Tx,
  asked: { readonly lotNo: string; readonly price: number; readonly evidence: string },
  by: Handler,
): Promise<Result<string>> =>
  note(tx, asked.lotNo, by, () =>
    ok({ event: 'price', amount: asked.price, target: '查清的实际价格', note: asked.evidence, officers: [] }),
  )
