import type { Moment } from '#kernel/dates'
import type { Tx } from '#platform/database'
import { countRaised, listRegularCandidates } from '../queries/calendar.ts'
import { listDue, weekOf, whyDue } from '../rules/task/cycle.ts'
import { makeProposal, type Setting } from './propose-task.ts'

/** What the cycle asks for today: this week's proposals, and how many shops wait behind them. */
export async function readRegular(tx: Tx, today: Temporal.PlainDate, { policy }: Setting) {
  const week = weekOf(today)
  const { proposed = 0, sent = 0 } = (await countRaised(tx, 'cycle')).get(week) ?? {}
  const due = listDue(await listRegularCandidates(tx, today), today, policy)
  return { week, proposed, sent, due }
}

/**
 * 定期核查 → 建议 (job, every morning): of the shops whose cycle is over, as many a week as the bureau has said. Proposals like any other: a
 * head sends them, or does not; a targeted visit stays outside the draw. Their ids.
 */
export async function raiseRegular(tx: Tx, at: Moment, setting: Setting): Promise<readonly string[]> {
  const { week, proposed, due } = await readRegular(tx, at.today, setting)
  const made: string[] = []
  for (const shop of due) {
    if (proposed + made.length >= setting.policy.regularPerWeek) break
    const asked = {
      licenceNo: shop.licenceNo,
      kind: 'regular',
      reasons: ['cycle'],
      why: whyDue(shop, setting.policy),
      dueBy: null,
      partner: null,
      noNoticeReason: null,
    } as const
    const from = { source: 'cycle', ref: week, by: 'system:inspection.raiseRegular', at } as const
    const task = await makeProposal(tx, asked, from, setting)
    if (task.ok) made.push(task.value)
  }
  return made
}
