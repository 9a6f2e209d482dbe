import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { MatterKind, OpenMatter } from '../rules/meeting/agenda.ts'

/** A matter with the codes its words are made of. */
interface Row {
  readonly kind: MatterKind
  readonly ref: string
  readonly words: string
  readonly dueOn: string | null
  readonly agencyId: string | null
}

/**
 * 未了事项: what the domains publish of clues, hits, chains, cases and tasks. Their numbers and days only: an agenda names no person and
 * no value that was told in confidence.
 */
export async function listOpenMatters(tx: Tx): Promise<readonly OpenMatter[]> {
  const { rows } = await sql<Row>`
    select 'clue' as kind, no as ref, '线索' || coalesce('（' || grade || '级）', '') || case when state = 'verifying' then '核查中' else '待办' end as words,
      due_on, null as agency_id
    from intelligence.published_clue where state in ('new', 'validated', 'graded', 'assigned', 'verifying', 'monitor')
    union all
    select 'hit', matter_no, '与' || count(*) || '条新信息碰撞，待判断', null, null
    from intelligence.published_hit where state = 'open' group by matter_no
    union all
    select 'chain', id, '信息链还有' || open_gaps || '处缺口', next_due, null
    from intelligence.published_chain where open_gaps > 0
    union all
    select 'case', no, '案件' || coalesce('（' || violation || '）', '') || '的办理期限', due_on, null from cases.published_case where due_on is not null
    union all
    select 'item', no, '协作事项待答复', (answer_due_at at time zone 'Asia/Shanghai')::date, agency_id::text
    from partners.item where given_at is not null and answered_at is null and ended_at is null
    union all
    select 'task', id, words, due_on, agency_id::text from partners.task where state in ('given', 'received', 'working', 'refused')
    order by kind, ref limit 2000`.execute(tx)
  return rows
}
