import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { Standing } from '../rules/file.ts'
import type { Grade } from '../rules/grade.ts'
import { listCounted } from '../store/grades.ts'

interface Row {
  readonly licenceState: string
  readonly licensedOn: string
  readonly grade: Grade | null
  readonly troubles: readonly string[]
}

/** What the register and the records say of the shop today. */
export async function readStanding(tx: Tx, licenceNo: string): Promise<Standing> {
  const { rows } = await sql<Row>`
    select r.licence_state, r.licensed_on, g.grade,
      coalesce((select array_agg(f.id order by f.id) from credit.file f where f.licence_no = r.licence_no and (
        (f.kind = 'watch' and f.state in ('open', 'leaving'))
        or (f.kind = 'disposal' and f.state in ('rectifying', 'failed', 'handedOver', 'filed')))), '{}') as troubles
    from registry.published_retailer r left join credit.grade g on g.licence_no = r.licence_no and g.last
    where r.licence_no = ${licenceNo}`.execute(tx)
  const [row] = rows
  if (!row) return { licenceState: 'cancelled', licensedOn: '9999-12-31', grade: null, records: [], troubles: [] }
  return { ...row, records: await listCounted(tx, licenceNo) }
}
