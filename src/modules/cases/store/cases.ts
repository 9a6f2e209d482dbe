import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { CaseFile, Clock, Party, TakenStep } from '../rules/procedure/case-file.ts'
import { caseStates, isOver } from '../rules/procedure/moves.ts'

export async function takeCaseNo(tx: Tx, year: number): Promise<string> {
  const { rows } = await sql<{ last: number }>`
    insert into cases.number as n (year, last) values (${year}, 1)
    on conflict (year) do update set last = n.last + 1 returning last`.execute(tx)
  return `AJ-${year}-${String(rows[0]?.last ?? 0).padStart(6, '0')}`
}

/** The row without its party and steps, as the table holds it. */
type Row = Omit<CaseFile, 'party' | 'steps'> & { readonly partySealed: string | null }

const columns = sql`no, path, state, version, area_code, licence_no, violation, about, origin, origin_ref, happened_on::text as happened_on,
  party_sealed, officers::text[] as officers, clocks, filed_on::text as filed_on, decided_on::text as decided_on, proposed_by, decided_by,
  opened_by, opened_on::text as opened_on`

export interface Sealer {
  readonly sealField: (text: string) => string
  readonly openField: (sealed: string) => string
}

export async function findCase(tx: Tx, no: string, keys: Pick<Sealer, 'openField'>): Promise<CaseFile | undefined> {
  const { rows } = await sql<Row>`select ${columns} from cases.case where no = ${no}`.execute(tx)
  return rows[0] && wholeOf(tx, rows[0], keys)
}

export async function lockCase(tx: Tx, no: string, keys: Pick<Sealer, 'openField'>): Promise<CaseFile | undefined> {
  const { rows } = await sql<Row>`select ${columns} from cases.case where no = ${no} for update`.execute(tx)
  return rows[0] && wholeOf(tx, rows[0], keys)
}

/** 我办的案件 that are not over, the nearest limit first; without their steps, in one query however many there are. */
export async function listOwnCases(
  tx: Tx,
  staffId: string,
  keys: Pick<Sealer, 'openField'>,
): Promise<readonly (Omit<CaseFile, 'steps'> & { readonly taskId: string | null })[]> {
  const over = caseStates.filter(isOver)
  const { rows } = await sql<Row & { taskId: string | null }>`select ${columns},
      (select t.task_id from cases.case_task t where t.case_no = no limit 1) as task_id
    from cases.case where ${staffId}::uuid = any(officers) and state <> all(${over})
    order by due_on nulls last, no limit 60`.execute(tx)
  return rows.map(({ partySealed, ...plain }) => ({ ...plain, party: partyOf(partySealed, keys) }))
}

async function wholeOf(tx: Tx, row: Row, keys: Pick<Sealer, 'openField'>): Promise<CaseFile> {
  const { partySealed, ...plain } = row
  return { ...plain, party: partyOf(partySealed, keys), steps: await stepsOf(tx, row.no) }
}

async function stepsOf(tx: Tx, no: string): Promise<readonly TakenStep[]> {
  const { rows } =
    await sql<TakenStep>`select n, event, from_state as "from", to_state as "to", by, on_day::text as "on",
      to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, input
    from cases.step where case_no = ${no} order by n`.execute(tx)
  return rows
}

/** What decides how a decision stands, without the party: its day and the steps. */
export async function decidedSteps(tx: Tx, no: string): Promise<Pick<CaseFile, 'steps' | 'decidedOn'>> {
  const { rows } = await sql<{
    decidedOn: string | null
  }>`select decided_on::text as decided_on from cases.case where no = ${no}`.execute(tx)
  return { decidedOn: rows[0]?.decidedOn ?? null, steps: await stepsOf(tx, no) }
}

const partyOf = (sealed: string | null, keys: Pick<Sealer, 'openField'>): Party =>
  sealed === null ? unknownParty : (JSON.parse(keys.openField(sealed)) as Party)

const unknownParty: Party = { kind: 'person', name: '身份不明', idNo: '', address: '', phone: '', represented: '' }

export async function hasCaseOf(tx: Tx, origin: string, originRef: string): Promise<boolean> {
  const { rows } = await sql`select from cases.case where origin = ${origin} and origin_ref = ${originRef}`.execute(tx)
  return rows.length > 0
}

interface Kept {
  readonly file: CaseFile
  readonly partyShown: string
  readonly partySealed: string
  readonly due: Pick<Clock, 'dueOn' | 'kind'> | undefined
  readonly at: string
}

export async function insertCase(tx: Tx, { file: f, partyShown, partySealed, due, at }: Kept): Promise<void> {
  await sql`insert into cases.case (no, path, state, version, area_code, licence_no, violation, about, origin, origin_ref, happened_on, party_sealed,
      party_shown, officers, clocks, due_on, due_clock, opened_by, opened_on, opened_at)
    values (${f.no}, ${f.path}, ${f.state}, ${f.version}, ${f.areaCode}, ${f.licenceNo}, ${f.violation}, ${f.about}, ${f.origin}, ${f.originRef},
      ${f.happenedOn}, ${partySealed}, ${partyShown}, ${[...f.officers]}::uuid[], ${JSON.stringify(f.clocks)}::jsonb, ${due?.dueOn ?? null},
      ${due?.kind ?? null}, ${f.openedBy}, ${f.openedOn}, ${at})`.execute(tx)
  for (const step of f.steps) await writeStep(tx, f.no, step)
}

export async function saveCase(tx: Tx, { file: f, partyShown, partySealed, due }: Omit<Kept, 'at'>): Promise<void> {
  await sql`update cases.case set state = ${f.state}, version = ${f.version}, path = ${f.path}, violation = ${f.violation}, about = ${f.about},
      happened_on = ${f.happenedOn}, party_sealed = ${partySealed}, party_shown = ${partyShown}, officers = ${[...f.officers]}::uuid[],
      clocks = ${JSON.stringify(f.clocks)}::jsonb, due_on = ${due?.dueOn ?? null}, due_clock = ${due?.kind ?? null}, filed_on = ${f.filedOn},
      decided_on = ${f.decidedOn}, proposed_by = ${f.proposedBy}, decided_by = ${f.decidedBy} where no = ${f.no}`.execute(
    tx,
  )
  const last = f.steps.at(-1)
  if (last) await writeStep(tx, f.no, last)
}

const writeStep = (tx: Tx, no: string, s: TakenStep) =>
  sql`insert into cases.step (case_no, n, event, from_state, to_state, by, on_day, at, input)
    values (${no}, ${s.n}, ${s.event}, ${s.from}, ${s.to}, ${s.by}, ${s.on}, ${s.at}, ${JSON.stringify(s.input)}::jsonb)`.execute(
    tx,
  )
