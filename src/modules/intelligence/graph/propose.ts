import { sql } from 'kysely'
import type { Moment } from '#kernel/dates'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import { linkRecords } from '../linking/link.ts'
import { type MergeProposal, proposeMerges } from './merges.ts'

/** Below this the comparison itself is not sure enough to take a person's time. */
const leastScore = 0.8

interface PersonRow {
  readonly id: number
  readonly sealed: string
  readonly telephones: string | null
  readonly places: string | null
}

const columns = ['姓名', '证件', '电话', '地址'] as const

/**
 * 疑似同一人, every night: the persons of the graph as records of name, number, telephones and places (their shops' too), compared by `linking` (decision
 * 0024). Values are opened for the comparison and forgotten; what it finds is a proposal with its likeness, decided by a person.
 */
export async function proposePersons(tx: Tx, keyring: Pick<Keyring, 'openField'>, at: Moment): Promise<number> {
  const { rows } = await sql<PersonRow>`
    with holders as (select id, id as owner from intelligence.graph_node where kind = 'person' and sealed is not null
      union all select e.a, e.b from intelligence.graph_edge e where e.kind = 'operates')
    select n.id, n.sealed,
      string_agg(distinct p.key, ' ' order by p.key) filter (where p.kind = 'phone') as telephones,
      min(p.sealed) filter (where p.kind = 'address') as places
    from intelligence.graph_node n join holders h on h.id = n.id
    left join intelligence.graph_edge e on e.a = h.owner and e.kind in ('uses', 'at')
    left join intelligence.graph_node p on p.id = e.b
    where n.kind = 'person' and n.sealed is not null group by n.id, n.sealed order by n.id`.execute(tx)
  if (rows.length < 2) return 0
  const cells = rows.map(({ sealed, telephones, places }) => {
    const [name = '', idNo = ''] = keyring.openField(sealed).split(' ')
    return [
      name,
      /^\d{17}[\dX]$/u.test(idNo) ? idNo : '',
      telephones ?? '',
      places === null ? '' : keyring.openField(places),
    ]
  })
  const links = linkRecords({
    ids: rows.map(({ id }) => String(id)),
    columns: columns.map((name, n) => ({ name, cells: cells.map(row => row[n] ?? '') })),
    second: undefined,
  })
  const proposals = links.flatMap(({ left, right, score }): MergeProposal[] => {
    const [a, b] = [rows[left]?.id, rows[right]?.id]
    if (a === undefined || b === undefined || score < leastScore) return []
    const same = columns.filter((_, n) => cells[left]?.[n] !== '' && cells[left]?.[n] === cells[right]?.[n])
    return [{ a, b, score, because: same.length > 0 ? same.map(name => `${name}相同`) : ['各项相近'] }]
  })
  return proposals.length === 0 ? 0 : proposeMerges(tx, proposals, at)
}
