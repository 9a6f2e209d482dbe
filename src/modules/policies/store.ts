import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { PolicyEntry } from '#platform/policy'
import type { TrialDifference } from './ports.ts'

type Value = PolicyEntry['value']

export interface DraftRow {
  readonly id: number
  readonly key: string
  readonly value: Value
  readonly why: string
  readonly basis: string
  readonly draftedBy: string
  readonly draftedAt: string
  readonly state: 'open' | 'published' | 'withdrawn'
}

export interface TrialRow {
  readonly id: number
  readonly draftId: number
  readonly askedBy: string
  readonly askedAt: string
  readonly beforeValue: Value
  readonly lastCount: number
  readonly state: 'running' | 'done' | 'cancelled'
  readonly total: number
  readonly done: number
  readonly nextRun: number
  readonly different: number
  readonly inRules: boolean
}

/** False when the key has an open draft. */
export async function saveDraft(
  tx: Tx,
  draft: { key: string; value: Value; why: string; basis: string; by: string; at: string },
): Promise<boolean> {
  const { rows } = await sql`insert into policies.draft (key, value, why, basis, drafted_by, drafted_at)
    values (${draft.key}, ${JSON.stringify(draft.value)}::jsonb, ${draft.why}, ${draft.basis}, ${draft.by}, ${draft.at}::timestamptz)
    on conflict (key) where state = 'open' do nothing returning id`.execute(tx)
  return rows.length === 1
}

export async function lockDraft(tx: Tx, id: number): Promise<DraftRow | undefined> {
  const { rows } = await sql<DraftRow>`select id, key, value, why, basis, drafted_by, drafted_at, state
    from policies.draft where id = ${id} for update`.execute(tx)
  return rows[0]
}

export async function closeDraft(
  tx: Tx,
  id: number,
  end: { state: 'published' | 'withdrawn'; publication: number | null; by: string; at: string },
): Promise<void> {
  await sql`update policies.draft set state = ${end.state}, publication = ${end.publication}, closed_by = ${end.by},
    closed_at = ${end.at}::timestamptz where id = ${id}`.execute(tx)
}

export async function saveTrial(
  tx: Tx,
  trial: Pick<TrialRow, 'draftId' | 'askedBy' | 'askedAt' | 'beforeValue' | 'lastCount' | 'total' | 'inRules'> & {
    first: number
  },
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into policies.trial (draft_id, asked_by, asked_at, before_value, last_count, total, next_run, in_rules)
    values (${trial.draftId}, ${trial.askedBy}, ${trial.askedAt}::timestamptz, ${JSON.stringify(trial.beforeValue)}::jsonb,
      ${trial.lastCount}, ${trial.total}, ${trial.first}, ${trial.inRules}) returning id`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('the trial was not stored')
  return row.id
}

const trialColumns = sql`id, draft_id, asked_by, asked_at, before_value, last_count, state, total, done, next_run, different, in_rules`

export async function findTrial(tx: Tx, id: number): Promise<TrialRow | undefined> {
  const { rows } = await sql<TrialRow>`select ${trialColumns} from policies.trial where id = ${id}`.execute(tx)
  return rows[0]
}

/** Locked: progress and cancellation never cross. */
export async function lockTrial(tx: Tx, id: number): Promise<TrialRow | undefined> {
  const { rows } = await sql<TrialRow>`select ${trialColumns} from policies.trial where id = ${id} for update`.execute(
    tx,
  )
  return rows[0]
}

/** The last trial of a draft. */
export async function lastTrial(tx: Tx, draftId: number): Promise<TrialRow | undefined> {
  const { rows } = await sql<TrialRow>`select ${trialColumns} from policies.trial where draft_id = ${draftId}
    order by id desc limit 1`.execute(tx)
  return rows[0]
}

export async function saveProgress(
  tx: Tx,
  trial: TrialRow,
  page: { looked: number; next: number | null; differences: readonly TrialDifference[] },
): Promise<void> {
  const lines = page.differences.map(line => ({ ...line }))
  await sql`insert into policies.trial_line (trial_id, application_no, before_outcome, after_outcome, rules, reasons)
    select ${trial.id}, l->>'applicationNo', l->>'before', l->>'after',
      array(select jsonb_array_elements_text(l->'rules')), array(select jsonb_array_elements_text(l->'reasons'))
    from jsonb_array_elements(${JSON.stringify(lines)}::jsonb) l on conflict do nothing`.execute(tx)
  await sql`update policies.trial set done = done + ${page.looked}, next_run = ${page.next ?? trial.nextRun},
    different = (select count(*)::int from policies.trial_line where trial_id = ${trial.id}) where id = ${trial.id}`.execute(
    tx,
  )
}

export async function endTrial(tx: Tx, id: number, end: { state: 'done' | 'cancelled'; at: string }): Promise<void> {
  await sql`update policies.trial set state = ${end.state}, ended_at = ${end.at}::timestamptz
    where id = ${id} and state = 'running'`.execute(tx)
}
