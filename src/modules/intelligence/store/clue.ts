import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { ClueOutcome, ClueState } from '../rules/clue/moves.ts'
import type { Agency, ClueGrade, ClueMatter, ClueSource } from '../rules/clue/words.ts'

export interface ClueRecord {
  readonly no: string
  readonly source: ClueSource
  readonly matter: ClueMatter
  readonly areaCode: string
  readonly textSealed: string
  readonly state: ClueState
  readonly grade: ClueGrade | null
  readonly version: number
  readonly receivedAt: string
  readonly receivedOn: string
  readonly dueOn: string | null
  readonly extendedTo: string | null
  readonly assignedTo: string | null
  readonly outcome: ClueOutcome | null
  readonly decidedOn: string | null
  readonly closedOn: string | null
  readonly sameAs: string | null
  readonly agency: Agency | null
  readonly caseNo: string | null
  readonly informantCode: string | null
  readonly sourceRef: string | null
  readonly takenBy: string
}

/** 代号 of whoever reported a matter: of a clue its own and those of the clues joined with it, of a case those of its clues. */
export async function listCodes(tx: Tx, matterNo: string): Promise<readonly string[]> {
  const { rows } = await sql<{ code: string }>`select distinct informant_code as code from intelligence.clue
    where informant_code is not null and (no = ${matterNo} or same_as = ${matterNo} or case_no = ${matterNo}
      or no in (select same_as from intelligence.clue where no = ${matterNo}))`.execute(tx)
  return rows.map(({ code }) => code)
}

export const clueColumns = sql`c.no, c.source, c.matter, c.area_code, c.text_sealed, c.state, c.grade, c.version, c.received_at,
  c.received_on, c.due_on, c.extended_to, c.assigned_to, c.outcome, c.decided_on, c.closed_on, c.same_as, c.agency, c.case_no,
  c.informant_code, c.source_ref, c.taken_by`

export async function takeClueNo(tx: Tx, year: number): Promise<string> {
  const { rows } = await sql<{ last: number }>`
    insert into intelligence.clue_number as n (year, last) values (${year}, 1)
    on conflict (year) do update set last = n.last + 1 returning last`.execute(tx)
  return `XS-${year}-${String(rows[0]?.last ?? 0).padStart(6, '0')}`
}

export async function hasClueOf(tx: Tx, source: ClueSource, sourceRef: string): Promise<boolean> {
  const { rows } =
    await sql`select from intelligence.clue where source = ${source} and source_ref = ${sourceRef}`.execute(tx)
  return rows.length > 0
}

export type NewClue = Pick<
  ClueRecord,
  | 'no'
  | 'source'
  | 'matter'
  | 'areaCode'
  | 'textSealed'
  | 'receivedAt'
  | 'receivedOn'
  | 'dueOn'
  | 'informantCode'
  | 'sourceRef'
  | 'takenBy'
>

export async function insertClue(tx: Tx, c: NewClue): Promise<void> {
  await sql`insert into intelligence.clue (no, source, matter, area_code, text_sealed, received_at, received_on, due_on,
      informant_code, source_ref, taken_by)
    values (${c.no}, ${c.source}, ${c.matter}, ${c.areaCode}, ${c.textSealed}, ${c.receivedAt}, ${c.receivedOn}, ${c.dueOn},
      ${c.informantCode}, ${c.sourceRef}, ${c.takenBy})`.execute(tx)
}

export async function lockClue(tx: Tx, no: string): Promise<ClueRecord | undefined> {
  const { rows } = await sql<ClueRecord>`
    select ${clueColumns} from intelligence.clue c where c.no = ${no} for update`.execute(tx)
  return rows[0]
}

export type ClueChange = Pick<
  ClueRecord,
  | 'matter'
  | 'state'
  | 'grade'
  | 'dueOn'
  | 'extendedTo'
  | 'assignedTo'
  | 'outcome'
  | 'decidedOn'
  | 'closedOn'
  | 'sameAs'
  | 'agency'
  | 'caseNo'
> & { readonly unfoundedBy?: string | null }

export async function saveClue(tx: Tx, no: string, c: ClueChange): Promise<void> {
  await sql`update intelligence.clue set matter = ${c.matter}, state = ${c.state}, grade = ${c.grade}, due_on = ${c.dueOn},
      extended_to = ${c.extendedTo}, assigned_to = ${c.assignedTo}, outcome = ${c.outcome}, decided_on = ${c.decidedOn},
      closed_on = ${c.closedOn}, same_as = ${c.sameAs}, agency = ${c.agency}, case_no = ${c.caseNo},
      unfounded_by = coalesce(${c.unfoundedBy ?? null}, unfounded_by), version = version + 1
    where no = ${no}`.execute(tx)
}

/** A number the house puts there by itself is no step: whoever has the page open goes on with it. */
export async function saveCaseNo(tx: Tx, no: string, caseNo: string): Promise<void> {
  await sql`update intelligence.clue set case_no = ${caseNo} where no = ${no}`.execute(tx)
}

export interface NewClueEvent {
  readonly event: string
  readonly to: string
  readonly by: string
  readonly at: string
  readonly on: string
  readonly noteSealed: string | null
}

export async function writeClueEvent(tx: Tx, no: string, e: NewClueEvent): Promise<void> {
  await sql`insert into intelligence.clue_event (clue_no, at, on_day, event, to_state, by, note_sealed)
    values (${no}, ${e.at}, ${e.on}, ${e.event}, ${e.to}, ${e.by}, ${e.noteSealed})`.execute(tx)
}
