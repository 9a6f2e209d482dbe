import { findSummary, type InstrumentCode, instruments } from '#kernel/citation'
import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { randomId } from '#platform/crypto'
import type { Tx } from '#platform/database'
import { insertTalk } from '../store/proofs.ts'

/** 政策解读: which articles of the law library were explained. Only articles whose text or summary we hold may be named. */
export async function recordTalk(
  tx: Tx,
  it: {
    talk: { articles: readonly { instrument: string; article: number }[]; note: string }
    itemNo: string | null
    bookingId: string | null
    areaCode: string
    by: string
    at: Moment
  },
): Promise<Result<undefined>> {
  const unknown = it.talk.articles.find(
    ({ instrument, article }) =>
      !Object.hasOwn(instruments, instrument) ||
      findSummary({ instrument: instrument as InstrumentCode, article }) === undefined,
  )
  if (unknown) return refuse('talkArticleUnknown', { article: `${unknown.instrument} ${unknown.article}` })
  await insertTalk(tx, {
    id: randomId(),
    itemNo: it.itemNo,
    bookingId: it.bookingId,
    areaCode: it.areaCode,
    articles: it.talk.articles,
    note: it.talk.note.trim(),
    by: it.by,
    at: it.at.instant.toString(),
  })
  return ok(undefined)
}
