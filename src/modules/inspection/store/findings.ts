import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { Outcome } from '../rules/draw/room.ts'

export interface NewFinding {
  readonly taskId: string
  readonly licenceNo: string
  readonly areaCode: string
  readonly outcome: Outcome
  readonly checkedOn: string
  readonly words: string
  readonly rectifyBy: string | null
  readonly by: string
  readonly at: string
}

export const insertFinding = (tx: Tx, f: NewFinding) =>
  sql`insert into inspection.finding (task_id, licence_no, area_code, outcome, checked_on, words, rectify_by, by, at)
    values (${f.taskId}, ${f.licenceNo}, ${f.areaCode}, ${f.outcome}, ${f.checkedOn}, ${f.words}, ${f.rectifyBy}, ${f.by}, ${f.at})`.execute(
    tx,
  )

export async function findFindingBy(tx: Tx, taskId: string): Promise<string | undefined> {
  const { rows } = await sql<{ by: string }>`select by from inspection.finding where task_id = ${taskId}`.execute(tx)
  return rows[0]?.by
}

export const saveVerdict = (
  tx: Tx,
  taskId: string,
  v: {
    readonly verdict: 'true' | 'false' | 'unclear'
    readonly words: string
    readonly by: string
    readonly at: string
  },
) =>
  sql`update inspection.finding set verdict = ${v.verdict}, settled_by = ${v.by}, settled_at = ${v.at}, settled_words = ${v.words}
    where task_id = ${taskId}`.execute(tx)
