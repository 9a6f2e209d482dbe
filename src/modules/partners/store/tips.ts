import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { TipMatter, TipOutcome } from '../rules/tip.ts'

export interface NewTip {
  readonly no: string
  readonly agencyId: string
  readonly ref: string
  readonly matter: TipMatter
  readonly areaCode: string
  readonly textSealed: string
  readonly by: string
  readonly at: string
}

export interface TipRow extends Omit<NewTip, 'by'> {
  readonly agency: string
  readonly clueNo: string | null
  readonly outcome: TipOutcome | null
  readonly answerSealed: string | null
  readonly answeredAt: string | null
}

const columns = sql`t.no, t.agency_id, t.ref, t.matter, t.area_code, t.text_sealed, t.at, t.clue_no,
  t.outcome, t.answer_sealed, t.answered_at, a.name as agency`

/** False: the agency told something under this number before. */
export async function insertTip(tx: Tx, t: NewTip): Promise<boolean> {
  const { rows } = await sql`
    insert into partners.tip (no, agency_id, ref, matter, area_code, text_sealed, by, at)
    values (${t.no}, ${t.agencyId}, ${t.ref}, ${t.matter}, ${t.areaCode}, ${t.textSealed}, ${t.by}, ${t.at})
    on conflict (agency_id, ref) do nothing returning no`.execute(tx)
  return rows.length === 1
}

export async function findTipBy(tx: Tx, agencyId: string, ref: string): Promise<TipRow | undefined> {
  const { rows } = await sql<TipRow>`select ${columns} from partners.tip t join partners.agency a on a.id = t.agency_id
    where t.agency_id = ${agencyId} and t.ref = ${ref}`.execute(tx)
  return rows[0]
}

export async function findTip(tx: Tx, no: string): Promise<TipRow | undefined> {
  const { rows } = await sql<TipRow>`select ${columns} from partners.tip t join partners.agency a on a.id = t.agency_id
    where t.no = ${no}`.execute(tx)
  return rows[0]
}

/** 报送的线索, newest first; those of one agency where it asks. */
export async function listTips(tx: Tx, agencyId: string | null): Promise<TipRow[]> {
  const { rows } = await sql<TipRow>`select ${columns} from partners.tip t join partners.agency a on a.id = t.agency_id
    where ${agencyId}::uuid is null or t.agency_id = ${agencyId} order by t.at desc limit 100`.execute(tx)
  return rows
}

export const saveTipClue = (tx: Tx, no: string, clueNo: string) =>
  sql`update partners.tip set clue_no = ${clueNo} where no = ${no} and clue_no is null`.execute(tx)

/** 反馈 of the clue a tip became, once; false: none of ours was told so, or it was answered. */
export async function saveTipAnswer(
  tx: Tx,
  clueNo: string,
  { outcome, answerSealed, answeredAt }: { outcome: TipOutcome; answerSealed: string; answeredAt: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`update partners.tip set outcome = ${outcome}, answer_sealed = ${answerSealed},
    answered_at = ${answeredAt}::timestamptz where clue_no = ${clueNo} and answered_at is null`.execute(tx)
  return Number(numAffectedRows ?? 0) > 0
}
