import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { CreditFile, FileData } from '../rules/file.ts'
import type { FileKind } from '../rules/kinds.ts'

export interface FileRecord extends CreditFile {
  readonly kind: FileKind
  readonly personIndex: string | null
}

export async function takeFileId(tx: Tx, prefix: string, year: number): Promise<string> {
  const { rows } = await sql<{ last: number }>`
    insert into credit.number as n (prefix, year, last) values (${prefix}, ${year}, 1)
    on conflict (prefix, year) do update set last = n.last + 1 returning last`.execute(tx)
  return `${prefix}-${year}-${String(rows[0]?.last ?? 0).padStart(6, '0')}`
}

export interface NewFile {
  readonly id: string
  readonly kind: FileKind
  readonly licenceNo: string
  readonly areaCode: string
  readonly personIndex: string | null
  readonly state: string
  readonly data: FileData
  readonly dueOn: string | null
  readonly sourceRef: string | null
  readonly by: string
  readonly on: string
  readonly at: string
  readonly note: string
}

export async function insertFile(tx: Tx, f: NewFile): Promise<void> {
  await sql`insert into credit.file (id, kind, licence_no, area_code, person_index, state, data, due_on, source_ref, opened_by, opened_on,
      opened_at, proposed_by)
    values (${f.id}, ${f.kind}, ${f.licenceNo}, ${f.areaCode}, ${f.personIndex}, ${f.state}, ${JSON.stringify(f.data)}::jsonb, ${f.dueOn},
      ${f.sourceRef}, ${f.by}, ${f.on}, ${f.at}, ${f.by})`.execute(tx)
  await writeEvent(tx, f.id, { event: 'open', to: f.state, by: f.by, at: f.at, note: f.note })
}

const columns = sql`id, kind, licence_no, area_code, person_index, state, version, data, due_on, opened_by, opened_on, proposed_by`

export async function lockFile(tx: Tx, id: string): Promise<FileRecord | undefined> {
  const { rows } = await sql<FileRecord>`select ${columns} from credit.file where id = ${id} for update`.execute(tx)
  return rows[0]
}

/** Whether the visit, alert or finding of the register has begun a file of this kind already. */
export async function hasFileOf(tx: Tx, kind: FileKind, sourceRef: string): Promise<boolean> {
  const { rows } = await sql`select from credit.file where kind = ${kind} and source_ref = ${sourceRef}`.execute(tx)
  return rows.length > 0
}

/** The file of this kind that a visit, alert or finding of the register has begun. */
export async function findFileOf(tx: Tx, kind: FileKind, sourceRef: string): Promise<string | undefined> {
  const { rows } = await sql<{
    id: string
  }>`select id from credit.file where kind = ${kind} and source_ref = ${sourceRef}`.execute(tx)
  return rows[0]?.id
}

/** Whether there is any file at all; a demonstration tells its story once. */
export async function hasFiles(tx: Tx): Promise<boolean> {
  const { rows } = await sql`select from credit.file limit 1`.execute(tx)
  return rows.length > 0
}

/** Whether one of this kind about the same record, reason or shop is open, as the unique indexes of the table say it. */
export async function hasOpenTwin(tx: Tx, kind: FileKind, licenceNo: string, data: FileData): Promise<boolean> {
  const { rows } = await sql`select from credit.file where kind = ${kind} and (
      (kind in ('objection', 'repair') and state in ('received', 'examined') and data ->> 'about' = ${text(data['about'])})
      or (kind = 'watch' and licence_no = ${licenceNo} and state in ('proposed', 'open', 'leaving') and data ->> 'reason' = ${text(data['reason'])})
      or (kind = 'model' and licence_no = ${licenceNo} and state in ('nominated', 'public', 'named')))`.execute(tx)
  return rows.length > 0
}
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

interface Change {
  readonly state: string
  readonly data: FileData
  readonly dueOn: string | null
  readonly proposedBy: string | null
  readonly decidedBy: string | null
}

export const saveFile = (tx: Tx, id: string, c: Change) =>
  sql`update credit.file set state = ${c.state}, version = version + 1, data = ${JSON.stringify(c.data)}::jsonb, due_on = ${c.dueOn},
      proposed_by = ${c.proposedBy}, decided_by = ${c.decidedBy} where id = ${id}`.execute(tx)

export const writeEvent = (
  tx: Tx,
  fileId: string,
  e: {
    readonly event: string
    readonly to: string
    readonly by: string
    readonly at: string
    readonly note: string
  },
) =>
  sql`insert into credit.file_event (file_id, at, event, to_state, by, note)
    values (${fileId}, ${e.at}, ${e.event}, ${e.to}, ${e.by}, ${e.note})`.execute(tx)

/** Everybody who took a step of the file. */
export async function listDoers(tx: Tx, fileId: string): Promise<readonly string[]> {
  const { rows } = await sql<{
    by: string
  }>`select distinct by from credit.file_event where file_id = ${fileId}`.execute(tx)
  return rows.map(({ by }) => by)
}

/** 到期告警 (job): once for every clock that ran out. */
export const raiseAlarms = (tx: Tx, today: string, at: string) =>
  sql`insert into credit.alarm (file_id, due_on, raised_at)
    select id, due_on, ${at} from credit.file where due_on < ${today} on conflict do nothing`.execute(tx)

/** 示范店 with a fault: its yearly review is due today; people say whether it stays one. */
export async function reviewModelNow(
  tx: Tx,
  licenceNo: string,
  e: { readonly by: string; readonly at: string; readonly today: string; readonly note: string },
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    update credit.file set due_on = least(due_on, ${e.today}::date), version = version + 1
    where kind = 'model' and state = 'named' and licence_no = ${licenceNo} returning id`.execute(tx)
  for (const { id } of rows) await writeEvent(tx, id, { event: 'fault', to: 'named', by: e.by, at: e.at, note: e.note })
}
