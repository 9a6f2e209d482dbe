import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { RewardAsked, RewardLine, RewardState } from '../rules/informant/reward.ts'

export interface RewardRow {
  readonly id: string
  readonly clueNo: string
  readonly caseNo: string
  readonly state: RewardState
  readonly goods: RewardAsked['goods']
  readonly fineFen: number | null
  readonly lines: readonly RewardLine[]
  readonly amountFen: number
  readonly policyVersion: string
  readonly proposedBy: string
  readonly firstBy: string | null
  readonly secondBy: string | null
  readonly rejectedBy: string | null
  readonly paidBy: string | null
  readonly paidOn: string | null
  readonly voucher: string | null
  readonly payoutHash: string | null
}

const columns = sql`id, clue_no, case_no, state, goods, fine_fen, lines, amount_fen, policy_version, proposed_by, first_by,
  second_by, rejected_by, paid_by, paid_on, voucher, payout_hash`

export type NewReward = Pick<
  RewardRow,
  'id' | 'clueNo' | 'caseNo' | 'goods' | 'fineFen' | 'lines' | 'amountFen' | 'policyVersion' | 'proposedBy'
>

export async function insertReward(tx: Tx, r: NewReward): Promise<void> {
  await sql`insert into informant.reward (id, clue_no, case_no, goods, fine_fen, lines, amount_fen, policy_version, proposed_by)
    values (${r.id}, ${r.clueNo}, ${r.caseNo}, ${JSON.stringify(r.goods)}::jsonb, ${r.fineFen}, ${JSON.stringify(r.lines)}::jsonb,
      ${r.amountFen}, ${r.policyVersion}, ${r.proposedBy})`.execute(tx)
}

export async function lockReward(tx: Tx, id: string): Promise<RewardRow | undefined> {
  const { rows } = await sql<RewardRow>`select ${columns} from informant.reward where id = ${id} for update`.execute(tx)
  return rows[0]
}

/** The one that counts: not rejected, or the last that was. */
export async function findReward(tx: Tx, clueNo: string): Promise<RewardRow | undefined> {
  const { rows } = await sql<RewardRow>`select ${columns} from informant.reward where clue_no = ${clueNo}
    order by (state = 'rejected'), id limit 1`.execute(tx)
  return rows[0]
}

export type RewardChange = Pick<
  RewardRow,
  'state' | 'firstBy' | 'secondBy' | 'rejectedBy' | 'paidBy' | 'paidOn' | 'voucher' | 'payoutHash'
>

export async function saveReward(tx: Tx, id: string, r: RewardChange): Promise<void> {
  await sql`update informant.reward set state = ${r.state}, first_by = ${r.firstBy}, second_by = ${r.secondBy},
    rejected_by = ${r.rejectedBy}, paid_by = ${r.paidBy}, paid_on = ${r.paidOn}, voucher = ${r.voucher},
    payout_hash = ${r.payoutHash} where id = ${id}`.execute(tx)
}

export async function takeVoucherNo(tx: Tx, year: number): Promise<string> {
  const { rows } = await sql<{ last: number }>`
    insert into informant.voucher_number as n (year, last) values (${year}, 1)
    on conflict (year) do update set last = n.last + 1 returning last`.execute(tx)
  return `JL-${year}-${String(rows[0]?.last ?? 0).padStart(6, '0')}`
}

/** By the slow hash of a code that its holder says at a counter. */
export async function findRewardByCode(tx: Tx, hash: string): Promise<RewardRow | undefined> {
  const { rows } = await sql<RewardRow>`select ${columns} from informant.reward
    where payout_hash = ${hash} and state in ('approved', 'paid')`.execute(tx)
  return rows[0]
}

export async function findRewardByVoucher(tx: Tx, voucher: string): Promise<RewardRow | undefined> {
  const { rows } = await sql<RewardRow>`select ${columns} from informant.reward where voucher = ${voucher}`.execute(tx)
  return rows[0]
}
