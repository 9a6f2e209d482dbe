import type { Moment } from '#kernel/dates'
import type { Tx } from '#platform/database'
import { listTerminals, listUsage } from '../queries.ts'
import { replaceWaiting } from '../store/reports.ts'
import { queueReport } from './queue-report.ts'

const gateway = 'kioskPlatform'

/** 终端登记和心跳, once an hour; an older picture that still waits is replaced. */
export async function reportTerminals(tx: Tx, at: Moment): Promise<void> {
  const hour = at.instant.toString().slice(0, 13)
  const terminals = await listTerminals(tx)
  const key = `terminals:${hour}`
  await queueReport(tx, { gateway, kind: 'terminals', key, about: hour, body: { terminals } }, at)
  await replaceWaiting(tx, { gateway, kind: 'terminals', key, at: at.instant.toString() })
}

/** 事项用量 of yesterday, when the day is whole. A day on which nothing was done is reported as such. */
export async function reportUsage(tx: Tx, at: Moment): Promise<void> {
  const day = at.today.subtract({ days: 1 }).toString()
  const usage = await listUsage(tx, day)
  await queueReport(tx, { gateway, kind: 'usage', key: `usage:${day}`, about: day, body: { day, usage } }, at)
}
