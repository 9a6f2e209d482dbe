import { sql } from 'kysely'
import type { Tx } from '#platform/database'

/** 检查任务 with the two whom the head has sent; undefined where nobody was sent. */
export interface SentTask {
  readonly id: string
  readonly licenceNo: string
  readonly areaCode: string
  readonly officers: readonly string[]
  readonly visitOn: string | null
  readonly state: 'assigned' | 'visiting' | 'found' | 'closed'
}

export async function findSentTask(tx: Tx, taskId: string): Promise<SentTask | undefined> {
  const { rows } =
    await sql<SentTask>`select id, licence_no, area_code, officers::text[] as officers, visit_on::text as visit_on, state
    from inspection.published_sent_task where id = ${taskId}`.execute(tx)
  return rows[0]
}

/** The case of a visit; nobody else begins one for it until this transaction ends. */
export async function lockCaseOfTask(tx: Tx, taskId: string): Promise<string | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${taskId}, 7322))`.execute(tx)
  const { rows } = await sql<{
    no: string
  }>`select case_no as no from cases.case_task where task_id = ${taskId}`.execute(tx)
  return rows[0]?.no
}

export const linkTask = (tx: Tx, taskId: string, no: string) =>
  sql`insert into cases.case_task (task_id, case_no) values (${taskId}, ${no})`.execute(tx)

export async function findTaskOfCase(tx: Tx, no: string): Promise<string | null> {
  const { rows } = await sql<{ taskId: string }>`select task_id from cases.case_task where case_no = ${no}`.execute(tx)
  return rows[0]?.taskId ?? null
}
