import { sql } from 'kysely'
import { type Moment, momentOf } from '#kernel/dates'
import { learnModel, moveModel, triageAlert } from '#modules/monitoring'
import { act } from '../../platform/act.ts'
import type { Database, Tx } from '../../platform/database.ts'

/** The first version was learned so long ago: later visits show what its chances were worth. */
const learnedDaysAgo = 56
const why = '模拟数据：演示两人启用一个版本'

/**
 * 市场模型 of a demonstration (模拟数据): a version of two months ago, released by analyst and head, and one of today that the analyst has proposed
 * and the head has not yet released. Told a second time it learns nothing new and moves nothing.
 */
export async function teachDemoModel(
  house: { readonly database: Database; readonly lake: string },
  now: Moment,
): Promise<readonly number[]> {
  const { database } = house
  const { rows } = await database.within({ areas: 'all' }, tx =>
    sql<{ account: string; id: string }>`select account, id::text as id from access.published_staff`.execute(tx),
  )
  const idOf = (account: string) => `staff:${rows.find(row => row.account === account)?.id ?? ''}`
  const caller = { actor: { kind: 'system', job: 'demo.model' }, requestId: 'demo' } as const
  const move = (version: number, name: 'propose' | 'release', account: string, at: Moment) =>
    act(database, caller, { action: `monitoring.${name}Model`, subject: String(version), reason: why }, tx =>
      moveModel(tx, { version, move: name, why, by: idOf(account), at }),
    )
  const by = 'system:monitoring.learn'
  const then = momentOf(now.instant.subtract({ hours: 24 * learnedDaysAgo }))
  const first = await learnModel(house, { by, at: then })
  if (first !== undefined) {
    await move(first, 'propose', 'analyst', then)
    // Refused where it would lean on a town, a size or a market: then it waits, and the page says why.
    await move(first, 'release', 'head', then)
  }
  await judgeAlerts(database, idOf('analyst'), now)
  const second = await learnModel(house, { by, at: now })
  if (second !== undefined) await move(second, 'propose', 'analyst', now)
  return [first, second].filter(no => no !== undefined)
}

/** 研判 of the weakest six (模拟数据): the strongest wait for whoever looks at the demonstration. */
const verdicts = [
  ['false', '已到店核对票据，有合理原因（模拟数据）'],
  ['false', '已电话核对，有委托书（模拟数据）'],
  ['true', '已核对存烟和票据，情况属实（模拟数据）'],
  ['unclear', '店门关着，改日再看（模拟数据）'],
  ['false', '已到店核对票据，有合理原因（模拟数据）'],
  ['true', '已核对存烟和票据，情况属实（模拟数据）'],
] as const

async function judgeAlerts(database: Database, by: string, at: Moment): Promise<void> {
  const open = await database.within({ areas: 'all' }, weakestOpen)
  const caller = { actor: { kind: 'system', job: 'demo.model' }, requestId: 'demo' } as const
  for (const [n, [verdict, reason]] of verdicts.entries()) {
    const id = open[n]
    if (id === undefined) return
    await act(database, caller, { action: 'monitoring.triage', subject: id, details: { verdict } }, tx =>
      triageAlert(tx, { id, verdict, reason, by, at }),
    )
  }
}

/** None where somebody has judged before. */
async function weakestOpen(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id::text as id from monitoring.published_alert where subject_kind = 'retailer' and state = 'open'
      and not exists (select from monitoring.published_alert where state in ('true', 'false', 'unclear'))
    order by score, id limit ${verdicts.length}`.execute(tx)
  return rows.map(({ id }) => id)
}
