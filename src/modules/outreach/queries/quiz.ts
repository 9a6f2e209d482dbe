import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database'
import type { QuizRecord } from '../store/quiz.ts'

const columns = sql`q.id, q.title, q.audience, q.shape, q.towns, q.items, q.begins_on, q.ends_on`

/** 正在进行的: what anybody may answer today. */
export async function listOpenQuizzes(db: Db | Tx, today: string): Promise<readonly QuizRecord[]> {
  const { rows } = await sql<QuizRecord>`select ${columns} from outreach.quiz q
    where ${today}::date between q.begins_on and q.ends_on order by q.ends_on, q.title`.execute(db)
  return rows
}

export async function findQuiz(db: Db | Tx, id: string): Promise<QuizRecord | undefined> {
  const { rows } = await sql<QuizRecord>`select ${columns} from outreach.quiz q where q.id = ${id}`.execute(db)
  return rows[0]
}

export interface QuizOutcome extends QuizRecord {
  readonly sheets: number
  readonly share: number | null
  /** Of those who did both rounds. */
  readonly pairs: readonly { readonly before: number; readonly after: number }[]
}

/** Every quiz with its results in one query, the newest first. */
export async function listOutcomes(db: Db): Promise<readonly QuizOutcome[]> {
  const { rows } = await sql<QuizOutcome>`
    select ${columns}, coalesce(s.sheets, 0)::int as sheets, s.share, coalesce(p.pairs, '[]'::jsonb) as pairs
    from outreach.quiz q
    left join lateral (select count(*) as sheets, avg(right_count::double precision / total) as share
      from outreach.quiz_sheet where quiz_id = q.id and total > 0) s on true
    left join lateral (select jsonb_agg(jsonb_build_object('before', b.right_count::double precision / b.total,
        'after', a.right_count::double precision / a.total)) as pairs
      from outreach.quiz_sheet b join outreach.quiz_sheet a using (quiz_id, participant)
      where b.quiz_id = q.id and b.round = 'before' and a.round = 'after') p on true
    order by q.opened_at desc`.execute(db)
  return rows
}

export interface ItemAnswers {
  readonly item: string
  readonly asked: number
  readonly right: number
  readonly correlation: number | null
}

/** 作答: first answers only (a second round has learnt); the rest of a sheet is what the item is compared with. */
export async function listItemAnswers(db: Db): Promise<ReadonlyMap<string, ItemAnswers>> {
  const { rows } = await sql<ItemAnswers>`
    select a.item_id as item, count(*)::int as asked, (count(*) filter (where a.correct))::int as right,
      corr(a.correct::int, s.right_count - a.correct::int) as correlation
    from outreach.quiz_answer a join outreach.quiz_sheet s on s.id = a.sheet_id
    where s.round <> 'after' group by a.item_id`.execute(db)
  return new Map(rows.map(row => [row.item, row]))
}

/** 学法积分 of the person whose rows the transaction sees. */
export async function sumPoints(tx: Tx, person: string): Promise<number> {
  const { rows } = await sql<{ points: number }>`
    select coalesce(sum(points), 0)::int as points from outreach.quiz_points where person_index = ${person}`.execute(tx)
  return rows[0]?.points ?? 0
}

/** 本人的店所在镇街: what a citizen's transaction sees of the register is his own. */
export async function listOwnTowns(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{
    town: string
  }>`select distinct town_code as town from registry.published_retailer`.execute(tx)
  return rows.map(({ town }) => town)
}

/** The town a terminal stands in. */
export async function listTerminalTowns(tx: Tx, terminalId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ town: string }>`
    select left(area_code, 9) as town from access.published_terminal
    where id = ${terminalId}::uuid and length(area_code) >= 9`.execute(tx)
  return rows.map(({ town }) => town)
}
