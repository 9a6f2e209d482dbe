import { sql } from 'kysely'
import { parseCitizenId } from '#kernel/citizen-id'
import type { Moment } from '#kernel/dates'
import { findRetailer } from '#modules/registry'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import type { CaseFile } from '../rules/procedure/case-file.ts'
import { isOver } from '../rules/procedure/moves.ts'
import type { Around, Officer } from '../rules/procedure/step-rule.ts'
import { findWeighing } from '../store/sanctions.ts'
import { criminalReached, goodsProblem, knownSums } from './sums.ts'
import { fineRange } from './weighing.ts'

/** Members of staff as the rules look at them. */
export async function listOfficers(tx: Tx): Promise<readonly Officer[]> {
  const { rows } =
    await sql<Officer>`select id::text as id, name, state = 'active' as active, roles::text[] as roles, certificate_no,
      certificate_from::text as certificate_from, certificate_to::text as certificate_to
    from access.published_staff order by name`.execute(tx)
  return rows
}

/** 利害关系 on record (CF 43): who has to do with the shop of this case, with its operator, or with the party himself. */
export async function listInterested(
  tx: Tx,
  { licenceNo, party }: Pick<CaseFile, 'licenceNo' | 'party'>,
  { on, keys }: { readonly on: string; readonly keys: Pick<Keyring, 'blindIndex'> },
): Promise<ReadonlySet<string>> {
  const shop = licenceNo === null ? undefined : await findRetailer(tx, licenceNo)
  const idNo = parseCitizenId(party.idNo)
  const people = [shop?.operatorIndex ?? null, idNo.ok ? keys.blindIndex('person', idNo.value) : null]
  const { rows } = await sql<{ id: string }>`
    select distinct found::text as id from unnest(${people}::text[]) person, access.published_standing_back(${licenceNo}, person, ${on}::date) found`.execute(
    tx,
  )
  return new Set(rows.map(({ id }) => id))
}

/** What lies beside the file and counts for its steps. */
export async function readAround(tx: Tx, file: CaseFile, at: Moment): Promise<Around> {
  const { rows } = await sql<{ evidence: number; records: number; papers: string[] }>`select
      (select count(*)::int from cases.evidence where case_no = ${file.no}) as evidence,
      (select count(*)::int from cases.record where case_no = ${file.no} and second_by is not null)
        + (select count(*)::int from cases.evidence where case_no = ${file.no} and kind = 'record') as records,
      (select coalesce(array_agg(distinct kind), '{}') from cases.paper where case_no = ${file.no}) as papers`.execute(
    tx,
  )
  const { evidence = 0, records = 0, papers = [] } = rows[0] ?? {}
  // Goods are settled before a case is closed or kept; on the way their numbers only have to balance.
  const settled = isOver(file.state) || ['served', 'demanded', 'courtAsked', 'closingAsked'].includes(file.state)
  const goods = await goodsProblem(tx, file.no, settled)
  const weighed = await findWeighing(tx, file.no)
  const criminal = await criminalReached(tx, file.no, at)
  const range = await fineRange(tx, file.no, file.violation)
  const known = await knownSums(tx, file.no)
  const lots = known?.rows ?? []
  const priced = known !== undefined && lots.length > 0 && known.totals.unpriced === 0
  const goodsValue = priced ? known.totals.value : null
  return {
    evidence,
    records,
    papers,
    goods,
    lots,
    goodsValue,
    criminal,
    range,
    ...(weighed === undefined ? {} : { weighed }),
  }
}
