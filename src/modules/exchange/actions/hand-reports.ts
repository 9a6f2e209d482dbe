import type { Moment } from '#kernel/dates'
import type { Database, Tx } from '#platform/database'
import type { Handed, Report, ReportTarget } from '../ports.ts'
import type { ReportGateway } from '../rules/gateways.ts'
import { pauseMinutes } from '../rules/pause.ts'
import { lockGateway, saveFailure, saveSuccess } from '../store/gateways.ts'
import * as store from '../store/reports.ts'

const everything = { areas: 'all' } as const
/** One run; what is left is taken up by the next, so that a server that stops loses nothing. */
const most = 500

/**
 * 逐件报送: hands over what waits for one gateway, oldest first, each in its own transaction, until nothing is left or the
 * other side does not answer; then it pauses. The other side knows our numbers, so an answer that was lost costs nothing.
 */
export async function handReports(
  database: Database,
  gateway: ReportGateway,
  { target, at }: { target: ReportTarget; at: Moment },
): Promise<number> {
  let handed = 0
  while (handed < most && (await database.within(everything, tx => handNext(tx, gateway, { target, at })))) handed += 1
  return handed
}

async function handNext(
  tx: Tx,
  gateway: ReportGateway,
  { target, at }: { target: ReportTarget; at: Moment },
): Promise<boolean> {
  const state = await lockGateway(tx, gateway)
  if (!state || isPausing(state.nextTryAt, at)) return false
  const report = await store.findNext(tx, gateway)
  if (!report) return false
  const now = at.instant.toString()
  const heard = await believed(tx, gateway, await hand(target, report))
  if (heard.kind === 'unavailable') {
    const nextTryAt = at.instant.add({ minutes: pauseMinutes(state.failures + 1) }).toString()
    await store.saveTry(tx, report.id, heard.why)
    await saveFailure(tx, gateway, { error: heard.why, at: now, nextTryAt })
    return false
  }
  if (heard.kind === 'accepted') await store.saveAccepted(tx, report.id, { receiptNo: heard.receiptNo, at: now })
  else await store.saveRefused(tx, report.id, { error: heard.why, at: now })
  await saveSuccess(tx, gateway, now)
  return true
}

const isPausing = (nextTryAt: string | null, { instant }: Moment): boolean =>
  nextTryAt !== null && Temporal.Instant.compare(Temporal.Instant.from(nextTryAt), instant) > 0

const hand = (target: ReportTarget, report: Report): Promise<Handed> =>
  target.hand(report).catch((): Handed => ({ kind: 'unavailable', why: '对接程序出错' }))

/** A receipt that another report has had already is no receipt. */
async function believed(tx: Tx, gateway: ReportGateway, heard: Handed): Promise<Handed> {
  if (heard.kind !== 'accepted' || !(await store.isReceiptKnown(tx, gateway, heard.receiptNo))) return heard
  return { kind: 'unavailable', why: '对方给了重复的回执号' }
}
