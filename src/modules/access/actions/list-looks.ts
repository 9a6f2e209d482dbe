import type { Moment } from '#kernel/dates'
import type { Tx } from '#platform/database'
import { bureau } from '../policy.ts'
import { type LookPurpose, lookOf } from '../rules/looks.ts'
import { listLookRows } from '../store/looks.ts'

export interface Look {
  readonly at: string
  readonly about: string
  readonly purpose: LookPurpose
  readonly role: string
  readonly roleEn: string
  readonly office: string
}

/**
 * 谁看过我的数据 (个人信息保护法第四十五条): looks of staff at these numbers since then, by purpose, role and office. The
 * name of the member of staff is not the citizen's to know here; the ledger has it for whoever must look into a complaint.
 */
export async function listLooks(
  tx: Tx,
  asked: { readonly subjects: readonly string[]; readonly since: Temporal.Instant },
  at: Moment,
): Promise<readonly Look[]> {
  if (asked.subjects.length === 0) return []
  const office = bureau(at.today).name
  return (await listLookRows(tx, asked.subjects, asked.since)).map(row => lookOf(row, office))
}
