import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { TaskEvent, TaskSource, TaskState } from '../rules/task/moves.ts'

export interface TaskRecord {
  readonly id: string
  readonly agencyId: string | null
  readonly contactId: string | null
  readonly staffId: string | null
  readonly areaCode: string
  readonly state: TaskState
  readonly givenAt: string
}

export interface NewTask {
  readonly id: string
  readonly source: TaskSource
  readonly sourceRef: string | null
  readonly agencyId: string | null
  readonly contactId: string | null
  readonly staffId: string | null
  readonly areaCode: string
  readonly aboutRef: string
  readonly words: string
  readonly dueOn: string
  readonly by: string
  readonly at: string
}

export async function insertTask(tx: Tx, t: NewTask): Promise<void> {
  await sql`insert into partners.task (id, source, source_ref, agency_id, contact_id, staff_id, area_code, about_ref, words, due_on,
      given_by, given_at)
    values (${t.id}, ${t.source}, ${t.sourceRef}, ${t.agencyId}, ${t.contactId}, ${t.staffId}, ${t.areaCode}, ${t.aboutRef}, ${t.words},
      ${t.dueOn}, ${t.by}, ${t.at})`.execute(tx)
  await noteTask(tx, t.id, { event: 'give', to: 'given', by: t.by, at: t.at, toldAt: t.at, words: t.words })
}

export async function lockTask(tx: Tx, id: string): Promise<TaskRecord | undefined> {
  const { rows } = await sql<TaskRecord>`
    select id, agency_id::text as agency_id, contact_id::text as contact_id, staff_id, area_code, state, given_at from partners.task where id = ${id} for update`.execute(
    tx,
  )
  return rows[0]
}

interface Noted {
  readonly event: string
  readonly to: TaskState
  readonly by: string
  /** When the server took it, and when it was done by the word of the telephone. */
  readonly at: string
  readonly toldAt: string
  readonly words: string
}

const noteTask = (tx: Tx, id: string, e: Noted) =>
  sql`insert into partners.task_event (task_id, at, told_at, event, to_state, by, words)
    values (${id}, ${e.at}, ${e.toldAt}, ${e.event}, ${e.to}, ${e.by}, ${e.words})`.execute(tx)

/** The first instants stand: a second answer does not make the first one later. */
const firsts: Readonly<Partial<Record<TaskEvent, readonly ('received' | 'answered' | 'finished')[]>>> = {
  receive: ['received'],
  refuse: ['received', 'answered'],
  answer: ['answered'],
  finish: ['answered', 'finished'],
}

export async function moveTask(tx: Tx, id: string, move: Noted & { readonly event: TaskEvent }): Promise<void> {
  const set = firsts[move.event] ?? []
  const first = (name: 'received' | 'answered' | 'finished') => (set.includes(name) ? move.toldAt : null)
  // Sent back work is finished anew: what counts is the end.
  const reopened = move.event === 'sendBack' || move.event === 'giveAgain'
  await sql`update partners.task set state = ${move.to},
      received_at = coalesce(received_at, ${first('received')}::timestamptz),
      answered_at = coalesce(answered_at, ${first('answered')}::timestamptz),
      finished_at = case when ${reopened} then null else coalesce(${first('finished')}::timestamptz, finished_at) end
    where id = ${id}`.execute(tx)
  await noteTask(tx, id, move)
}
