import { sql } from 'kysely'
import { randomId } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { ClockAlarm } from '../rules/procedure/alarms.ts'
import type { Clock } from '../rules/procedure/case-file.ts'

/** Cases in which a clock runs; only what the alarms read. */
export async function listRunning(
  tx: Tx,
): Promise<readonly { readonly no: string; readonly clocks: readonly Clock[] }[]> {
  const { rows } = await sql<{ no: string; clocks: readonly Clock[] }>`select no, clocks from cases.case
    where clocks @> '[{"state":"running"}]' order by no`.execute(tx)
  return rows
}

/** Each only once: what was called out before is left as it is. */
export const insertAlarm = (tx: Tx, caseNo: string, a: ClockAlarm, at: string) =>
  sql`insert into cases.clock_alarm (id, case_no, kind, started_on, due_on, level, at)
    values (${randomId()}, ${caseNo}, ${a.kind}, ${a.startedOn}::date, ${a.dueOn}::date, ${a.level}, ${at})
    on conflict do nothing`.execute(tx)

export const noteAlarmSeen = (tx: Tx, id: string, staffId: string, at: string) =>
  sql`insert into cases.clock_alarm_seen (alarm_id, staff_id, at)
    select a.id, ${staffId}::uuid, ${at}::timestamptz from cases.clock_alarm a where a.id = ${id}::uuid on conflict do nothing`.execute(
    tx,
  )
