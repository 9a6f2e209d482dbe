import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { ActionDetail } from '../contract.ts'
import type { ResultKind } from '../rules/action/moves.ts'
import { nameOf } from './people.ts'

type Results = Pick<ActionDetail, 'results' | 'figures'>

interface Linked {
  readonly id: number
  readonly kind: ResultKind
  readonly ref: string
  readonly words: string
  readonly by: string
  readonly at: string
  readonly outcome: string | null
  readonly caseState: string | null
  readonly filed: boolean
  readonly clueState: string | null
  readonly held: number | null
}

const outcomes: Readonly<Record<string, string>> = {
  clear: '未发现问题',
  rectify: '责令改正',
  filed: '立案',
  unreachable: '无法联系',
  closedDown: '已歇业',
}

/** 成果 with what the other domains say of each number now, and the figures that follow: nothing here is typed in. */
export async function readFigures(tx: Tx, id: string): Promise<Results> {
  const { rows } = await sql<Linked>`
    select r.id, r.kind, r.ref, r.words, ${nameOf(sql`r.by`)} as by, r.at, f.outcome, c.state as case_state,
      c.filed_on is not null as filed, x.state as clue_state, g.held
    from partners.action_result r
    left join inspection.published_finding f on r.kind = 'visit' and f.task_id = r.ref
    left join cases.published_case c on r.kind = 'case' and c.no = r.ref
    left join intelligence.published_clue x on r.kind = 'clue' and x.no = r.ref
    left join cases.published_goods_lot g on r.kind = 'goods' and g.lot_no = r.ref
    where r.action_id = ${id} order by r.id`.execute(tx)
  const { rows: sizes } = await sql<{ agencies: number; people: number; minutes: number | null }>`
    select cardinality(a.agencies) as agencies,
      (select coalesce(sum(cardinality(m.staff) + cardinality(m.contacts)), 0)::int from partners.action_member m where m.action_id = a.id) as people,
      round(extract(epoch from a.ended_at - a.started_at) / 60)::int as minutes
    from partners.action a where a.id = ${id}`.execute(tx)
  const of = (kind: ResultKind) => rows.filter(row => row.kind === kind)
  return {
    results: rows.map(row => ({
      id: row.id,
      kind: row.kind,
      ref: row.ref,
      words: row.words,
      by: row.by,
      at: row.at,
      stands: standsOf(row),
    })),
    figures: {
      visits: of('visit').length,
      visitsWithFinding: of('visit').filter(({ outcome }) => outcome === 'rectify' || outcome === 'filed').length,
      clues: of('clue').length,
      cases: of('case').length,
      casesFiled: of('case').filter(({ filed }) => filed).length,
      lots: of('goods').length,
      sticks: of('goods').reduce((sum, { held }) => sum + (held ?? 0), 0),
      finds: of('find').length,
      ...(sizes[0] ?? { agencies: 0, people: 0, minutes: null }),
    },
  }
}

function standsOf({ kind, outcome, filed, caseState, clueState, held }: Linked): string {
  if (kind === 'visit') return outcome === null ? '' : (outcomes[outcome] ?? outcome)
  if (kind === 'goods') return held === null ? '' : `${held.toLocaleString('zh-CN')}支`
  if (kind === 'case') return caseState === null ? '' : filed ? '已立案' : '未立案'
  if (kind === 'clue') return clueState === null ? '' : clueState === 'closed' ? '已办结' : '办理中'
  return ''
}

/** Whether another domain knows the number that is to be linked. */
export async function isKnown(tx: Tx, kind: ResultKind, ref: string): Promise<boolean> {
  if (kind === 'find') return true
  const asked = {
    visit: sql`select from inspection.published_finding where task_id = ${ref}`,
    clue: sql`select from intelligence.published_clue where no = ${ref}`,
    case: sql`select from cases.published_case where no = ${ref}`,
    goods: sql`select from cases.published_goods_lot where lot_no = ${ref}`,
  }[kind]
  return (await asked.execute(tx)).rows.length > 0
}
