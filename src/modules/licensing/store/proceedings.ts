import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import { endedStates } from '../rules/licence/moves.ts'
import type { Ground } from '../rules/proceeding/ground.ts'
import type { ProceedingKind } from '../rules/proceeding/kinds.ts'
import type { ProceedingState } from '../rules/proceeding/moves.ts'

/** A proceeding (依职权办理) as stored; days are ISO texts. */
export interface ProceedingRow {
  readonly proceedingNo: string
  readonly licenceNo: string
  readonly areaCode: string
  readonly kind: ProceedingKind
  readonly state: ProceedingState
  readonly version: number
  readonly reason: string
  readonly openedBy: string
  readonly openedOn: string
  /** 案件 whose decision is carried out; null = begun by an officer. */
  readonly caseNo: string | null
  readonly statement: 'none' | 'invited' | 'heard' | 'waived'
  readonly answerBy: string | null
  readonly hearing: 'none' | 'called' | 'held'
  readonly proposedBy: string | null
  readonly opinion: string | null
  /** Of 恢复许可证效力: the document it stands on. */
  readonly ground: Ground | null
  readonly decidedBy: string | null
  readonly decidedOn: string | null
}

const columns = sql`proceeding_no, licence_no, area_code, kind, state, version, reason, opened_by, opened_on, case_no, statement, answer_by,
  hearing, proposed_by, opinion, ground, decided_by, decided_on`

export type NewProceeding = Pick<
  ProceedingRow,
  'licenceNo' | 'areaCode' | 'kind' | 'reason' | 'openedBy' | 'openedOn' | 'caseNo'
>

export async function insertProceeding(tx: Tx, p: NewProceeding, at: string): Promise<ProceedingRow> {
  const { rows } = await sql<ProceedingRow>`
    insert into licensing.proceeding (proceeding_no, licence_no, area_code, kind, reason, opened_by, opened_on, case_no)
    values (licensing.next_proceeding_no(${p.openedOn}), ${p.licenceNo}, ${p.areaCode}, ${p.kind}, ${p.reason}, ${p.openedBy},
      ${p.openedOn}, ${p.caseNo}) returning ${columns}`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('the proceeding was not stored')
  await noteProceeding(tx, row, { at, event: 'open', by: p.openedBy, note: p.reason })
  return row
}

export async function lockProceeding(tx: Tx, proceedingNo: string): Promise<ProceedingRow | undefined> {
  const { rows } = await sql<ProceedingRow>`
    select ${columns} from licensing.proceeding where proceeding_no = ${proceedingNo} for update`.execute(tx)
  return rows[0]
}

/** The proceeding of a kind that a case has proposed, however it stands. */
export async function lockProceedingOfCase(
  tx: Tx,
  caseNo: string,
  kind: 'revoke' | 'restore',
): Promise<ProceedingRow | undefined> {
  const { rows } = await sql<ProceedingRow>`
    select ${columns} from licensing.proceeding where case_no = ${caseNo} and kind = ${kind} for update`.execute(tx)
  return rows[0]
}

export type ProceedingChange = Partial<
  Pick<
    ProceedingRow,
    'statement' | 'answerBy' | 'hearing' | 'proposedBy' | 'opinion' | 'ground' | 'decidedBy' | 'decidedOn'
  >
>

/** The next state with what changes beside it, and the line of its history. */
export async function saveProceeding(
  tx: Tx,
  before: ProceedingRow,
  move: { state: ProceedingState; change: ProceedingChange; event: string; by: string; note: string; at: string },
): Promise<ProceedingRow> {
  const p = { ...before, ...move.change, state: move.state, version: before.version + 1 }
  await sql`update licensing.proceeding set state = ${p.state}, version = ${p.version}, statement = ${p.statement},
      answer_by = ${p.answerBy}, hearing = ${p.hearing}, proposed_by = ${p.proposedBy}, opinion = ${p.opinion}, ground = ${p.ground === null ? null : JSON.stringify(p.ground)}::jsonb,
      decided_by = ${p.decidedBy}, decided_on = ${p.decidedOn}
    where proceeding_no = ${p.proceedingNo} and version = ${before.version}`.execute(tx)
  await noteProceeding(tx, p, move)
  return p
}

export async function noteProceeding(
  tx: Tx,
  { proceedingNo, licenceNo, state }: Pick<ProceedingRow, 'proceedingNo' | 'licenceNo' | 'state'>,
  line: { at: string; event: string; by: string; note: string },
): Promise<void> {
  await sql`insert into licensing.proceeding_event (proceeding_no, licence_no, at, event, to_state, by, note)
    values (${proceedingNo}, ${licenceNo}, ${line.at}, ${line.event}, ${state}, ${line.by}, ${line.note})`.execute(tx)
}

export interface ProceedingFile extends ProceedingRow {
  readonly events: readonly {
    readonly at: string
    readonly event: string
    readonly by: string
    readonly note: string
  }[]
  readonly papers: readonly { readonly paperId: string; readonly kind: string; readonly number: string }[]
}

/** Newest first, with history and documents. */
export async function listProceedings(tx: Tx, licenceNo: string): Promise<ProceedingFile[]> {
  const { rows } = await sql<ProceedingFile>`
    select ${columns},
      coalesce((select jsonb_agg(jsonb_build_object('at', e.at, 'event', e.event, 'by', e.by, 'note', e.note) order by e.id)
        from licensing.proceeding_event e where e.proceeding_no = p.proceeding_no), '[]') as events,
      coalesce((select jsonb_agg(jsonb_build_object('paperId', d.id, 'kind', d.kind, 'number', d.number) order by d.issued_at)
        from licensing.paper d where d.proceeding_no = p.proceeding_no), '[]') as papers
    from licensing.proceeding p where licence_no = ${licenceNo} order by opened_on desc, proceeding_no desc`.execute(tx)
  return rows
}

/** Cases whose penalty ended the licence; what they said of it falls when the licence is restored. */
export async function listCasesCarriedOut(tx: Tx, licenceNo: string): Promise<readonly string[]> {
  const { rows } = await sql<{ caseNo: string }>`
    select case_no from licensing.proceeding where licence_no = ${licenceNo} and kind = 'revoke' and state = 'decided'`.execute(
    tx,
  )
  return rows.map(({ caseNo }) => caseNo)
}

/** Moves the licence to its end, its halt or back, with the reason kept beside the state while it has ended. */
export async function saveProceedingOutcome(
  tx: Tx,
  licenceNo: string,
  move: { from: string; to: string; endedBy: string | null; at: string },
): Promise<void> {
  const { numAffectedRows } = await sql`
    update licensing.licence set state = ${move.to},
      ended_by = case when ${move.to} = any(${[...endedStates]}::text[]) then coalesce(ended_by, ${move.endedBy}) end, changed_at = ${move.at}
    where licence_no = ${licenceNo} and state = ${move.from}`.execute(tx)
  if (Number(numAffectedRows ?? 0) !== 1) throw new Error('the locked licence changed')
}

export async function findProceedingPaper(
  tx: Tx,
  proceedingNo: string,
  kind: string,
): Promise<{ paperId: string; number: string } | undefined> {
  const { rows } = await sql<{ paperId: string; number: string }>`
    select id as paper_id, number from licensing.paper where proceeding_no = ${proceedingNo} and kind = ${kind}`.execute(
    tx,
  )
  return rows[0]
}
