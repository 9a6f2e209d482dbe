import { sql } from 'kysely'
import type { Citation } from '#kernel/citation'
import { nextState } from '#kernel/state-table'
import type { Tx } from '#platform/database'
import { type TaskKind, type TaskSource, type TaskState, taskMoves } from '../rules/task/moves.ts'
import type { CheckCode, ReasonCode } from '../rules/task/reasons.ts'

export interface TaskRecord {
  readonly id: string
  readonly licenceNo: string
  readonly areaCode: string
  readonly kind: TaskKind
  readonly reasons: readonly ReasonCode[]
  readonly dueBy: string
  readonly state: TaskState
  readonly version: number
  readonly visitOn: string | null
  readonly officers: readonly string[]
  readonly proposedBy: string
  readonly source: TaskSource
  readonly sourceRef: string | null
  /** The day in China of the approval. */
  readonly approvedOn: string | null
}

export interface NewTask {
  readonly id: string
  readonly licenceNo: string
  readonly areaCode: string
  readonly kind: TaskKind
  readonly source: TaskSource
  readonly sourceRef: string | null
  readonly reasons: readonly string[]
  readonly why: string
  readonly checklist: readonly string[]
  readonly basis: readonly Citation[]
  readonly hours: 'office' | 'off'
  readonly dueBy: string
  readonly partner: string | null
  readonly noNoticeReason: string | null
  readonly officers: readonly string[]
  readonly by: string
  readonly at: string
}

export async function takeTaskId(tx: Tx, year: number): Promise<string> {
  const { rows } = await sql<{ last: number }>`
    insert into inspection.task_number as n (year, last) values (${year}, 1)
    on conflict (year) do update set last = n.last + 1 returning last`.execute(tx)
  return `RW-${year}-${String(rows[0]?.last ?? 0).padStart(6, '0')}`
}

/** One approval at a time: two at once would each count the visits of the shop and the day of the officers without the other. */
export const lockApprovals = async (tx: Tx): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtext('inspection.approval'))`.execute(tx)
}

export const hasTaskOf = async (tx: Tx, source: string, ref: string, licenceNo: string): Promise<boolean> => {
  const { rows } = await sql`select from inspection.task
    where source = ${source} and source_ref = ${ref} and licence_no = ${licenceNo}`.execute(tx)
  return rows.length > 0
}

export async function insertTask(tx: Tx, t: NewTask): Promise<void> {
  await sql`insert into inspection.task (id, licence_no, area_code, kind, source, source_ref, reasons, why, checklist, basis, hours,
      due_by, partner, no_notice_reason, officers, proposed_by, proposed_at)
    values (${t.id}, ${t.licenceNo}, ${t.areaCode}, ${t.kind}, ${t.source}, ${t.sourceRef}, ${[...t.reasons]}, ${t.why},
      ${[...t.checklist]}, ${JSON.stringify(t.basis)}::jsonb, ${t.hours}, ${t.dueBy}, ${t.partner}, ${t.noNoticeReason},
      ${[...t.officers]}::uuid[], ${t.by}, ${t.at})`.execute(tx)
  await writeEvent(tx, t.id, { event: 'propose', from: null, to: 'proposed', by: t.by, at: t.at, note: t.why })
}

export async function lockTask(tx: Tx, id: string): Promise<TaskRecord | undefined> {
  const { rows } = await sql<TaskRecord>`
    select id, licence_no, area_code, kind, reasons, due_by, state, version, visit_on, officers::text[] as officers, proposed_by,
      source, source_ref, (approved_at at time zone 'Asia/Shanghai')::date as approved_on
    from inspection.task where id = ${id} for update`.execute(tx)
  return rows[0]
}

/** With what the visit and its record need besides. */
export interface FullTask extends TaskRecord {
  readonly why: string
  readonly checklist: readonly CheckCode[]
  readonly basis: readonly Citation[]
  readonly hours: 'office' | 'off'
  readonly noNoticeReason: string | null
  readonly approvedBy: string | null
}

export async function lockFullTask(tx: Tx, id: string): Promise<FullTask | undefined> {
  const { rows } = await sql<FullTask>`
    select id, licence_no, area_code, kind, reasons, due_by, state, version, visit_on, officers::text[] as officers, proposed_by,
      source, source_ref, (approved_at at time zone 'Asia/Shanghai')::date as approved_on, why, checklist, basis, hours,
      no_notice_reason, approved_by
    from inspection.task where id = ${id} for update`.execute(tx)
  return rows[0]
}

interface Move {
  readonly event: string
  readonly to: TaskState
  readonly by: string
  readonly at: string
  readonly note?: string
}

export async function moveTask(tx: Tx, task: TaskRecord, move: Move): Promise<void> {
  await sql`update inspection.task set state = ${move.to}, version = version + 1 where id = ${task.id}`.execute(tx)
  await writeEvent(tx, task.id, { ...move, from: task.state, note: move.note ?? '' })
}

/** A step that follows from another one and may already have been made. */
export async function moveTaskAlong(tx: Tx, task: TaskRecord, move: Omit<Move, 'to'>): Promise<void> {
  const to = nextState(taskMoves, task.state, move.event)
  if (to.ok) await moveTask(tx, task, { ...move, to: to.value })
}

/** 派工: day, hours and the two who go. */
export const assignTask = (
  tx: Tx,
  id: string,
  a: {
    readonly visitOn: string
    readonly hours: 'office' | 'off'
    readonly officers: readonly string[]
    readonly by: string
    readonly at: string
  },
) =>
  sql`update inspection.task set state = 'assigned', version = version + 1, visit_on = ${a.visitOn}, hours = ${a.hours},
      officers = ${[...a.officers]}::uuid[], approved_by = ${a.by}, approved_at = ${a.at} where id = ${id}`.execute(tx)

export const writeEvent = (
  tx: Tx,
  taskId: string,
  e: {
    readonly event: string
    readonly from: string | null
    readonly to: string
    readonly by: string
    readonly at: string
    readonly note: string
  },
) =>
  sql`insert into inspection.task_event (task_id, at, event, from_state, to_state, by, note)
    values (${taskId}, ${e.at}, ${e.event}, ${e.from}, ${e.to}, ${e.by}, ${e.note})`.execute(tx)
