import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import { endHold, saveHolds } from './imports.ts'

/** Who answers for a licence of ours; undefined where the number is none. */
export async function findOperatorIndex(tx: Tx, licenceNo: string): Promise<string | undefined> {
  const { rows } = await sql<{ operatorIndex: string }>`
    select operator_index from licensing.licence where licence_no = ${licenceNo}`.execute(tx)
  return rows[0]?.operatorIndex
}

/** 未结案件 against a licence: from the filing to the end of the case. */
export async function holdByCase(
  tx: Tx,
  hold: { readonly licenceNo: string; readonly caseNo: string; readonly filedOn: string; readonly endedOn?: string },
): Promise<void> {
  const { licenceNo, caseNo: source, filedOn: since, endedOn } = hold
  const kind = 'openCase'
  if (endedOn === undefined) await saveHolds(tx, [{ licenceNo, kind, source, since }])
  else await endHold(tx, { licenceNo, kind, source }, endedOn)
}

/** 被取消资格 against the licence itself: whatever is asked for it is looked at by a person until its own proceeding has ended it. */
export const holdDisqualified = (
  tx: Tx,
  { licenceNo, caseNo: source, since }: { readonly licenceNo: string; readonly caseNo: string; readonly since: string },
): Promise<number> => saveHolds(tx, [{ licenceNo, kind: 'disqualified', source, since }])

/** Every open bar that stands on this case, of persons and of licences. */
export async function endBarsOfCase(
  tx: Tx,
  caseNo: string,
  { on, reason, by }: { readonly on: string; readonly reason: string; readonly by: string },
): Promise<void> {
  await sql`update licensing.person_bar set ended_on = ${on}, end_reason = ${reason}, ended_by = ${by}
    where source = ${caseNo} and ended_on is null`.execute(tx)
  await sql`update licensing.hold set ended_on = ${on}
    where source = ${caseNo} and kind = 'disqualified' and ended_on is null`.execute(tx)
}
