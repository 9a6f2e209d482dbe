import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database'
import type { Audience } from '../rules/guard/check-words.ts'
import type { ItemState } from '../rules/quiz/item.ts'

export interface ItemRecord {
  readonly id: string
  readonly question: string
  readonly options: readonly string[]
  readonly answer: number
  readonly why: string
  readonly instrument: string
  readonly article: number
  readonly audiences: readonly Audience[]
  readonly state: ItemState
  readonly version: number
  readonly writtenBy: string
  readonly reason: string | null
}

const columns = sql`id, question, options, answer, why, instrument, article, audiences, state, version, written_by, reason`

export async function lockItem(tx: Tx, id: string): Promise<ItemRecord | undefined> {
  const { rows } = await sql<ItemRecord>`select ${columns} from outreach.quiz_item where id = ${id} for update`.execute(
    tx,
  )
  return rows[0]
}

/** In the order asked; whoever wants only some states filters. */
export async function listItems(db: Db | Tx, ids?: readonly string[]): Promise<readonly ItemRecord[]> {
  const { rows } = await sql<ItemRecord>`
    select ${columns} from outreach.quiz_item
    where ${ids === undefined ? sql`true` : sql`id = any(${[...ids]}::uuid[])`}
    order by ${ids === undefined ? sql`written_at desc, id` : sql`array_position(${[...ids]}::uuid[], id)`}`.execute(db)
  return rows
}

export async function insertItem(
  tx: Tx,
  item: Omit<ItemRecord, 'state' | 'version' | 'reason'>,
  at: string,
): Promise<void> {
  const { id, question, options, answer, why, instrument, article, audiences, writtenBy } = item
  await sql`insert into outreach.quiz_item (id, question, options, answer, why, instrument, article, audiences, written_by, written_at)
    values (${id}, ${question}, ${JSON.stringify(options)}::jsonb, ${answer}, ${why}, ${instrument}, ${article},
      ${[...audiences]}::text[], ${writtenBy}, ${at})`.execute(tx)
}

/** The item as it is after a step; the number of the version was checked under the lock. */
export async function saveItem(
  tx: Tx,
  item: ItemRecord,
  decided?: { readonly by: string; readonly at: string },
): Promise<void> {
  await sql`update outreach.quiz_item set question = ${item.question}, options = ${JSON.stringify(item.options)}::jsonb,
      answer = ${item.answer}, why = ${item.why}, instrument = ${item.instrument}, article = ${item.article},
      audiences = ${[...item.audiences]}::text[], state = ${item.state}, version = ${item.version},
      written_by = ${item.writtenBy}, reason = ${item.reason},
      decided_by = coalesce(${decided?.by ?? null}, decided_by), decided_at = coalesce(${decided?.at ?? null}::timestamptz, decided_at)
    where id = ${item.id}`.execute(tx)
}

export interface QuizRecord {
  readonly id: string
  readonly title: string
  readonly audience: Audience
  readonly shape: 'once' | 'beforeAfter'
  readonly towns: readonly string[]
  readonly items: readonly string[]
  readonly beginsOn: string
  readonly endsOn: string
}

export async function insertQuiz(
  tx: Tx,
  quiz: QuizRecord,
  opened: { readonly by: string; readonly at: string },
): Promise<void> {
  await sql`insert into outreach.quiz (id, title, audience, shape, towns, items, begins_on, ends_on, opened_by, opened_at)
    values (${quiz.id}, ${quiz.title}, ${quiz.audience}, ${quiz.shape}, ${[...quiz.towns]}::text[], ${[...quiz.items]}::uuid[],
      ${quiz.beginsOn}, ${quiz.endsOn}, ${opened.by}, ${opened.at})`.execute(tx)
}

export interface Sheet {
  readonly id: string
  readonly quizId: string
  readonly round: 'once' | 'before' | 'after'
  readonly participant: string
  readonly channel: 'portal' | 'kiosk' | 'event'
  readonly onDay: string
  readonly answers: readonly { readonly item: string; readonly chosen: number; readonly correct: boolean }[]
}

/** False when this telephone has handed in this round before. */
export async function insertSheet(
  tx: Tx,
  { id, quizId, round, participant, channel, onDay, answers }: Sheet,
): Promise<boolean> {
  const right = answers.filter(({ correct }) => correct).length
  const { rows } =
    await sql`insert into outreach.quiz_sheet (id, quiz_id, round, participant, channel, on_day, right_count, total)
    values (${id}, ${quizId}, ${round}, ${participant}, ${channel}, ${onDay}, ${right}, ${answers.length})
    on conflict on constraint one_sheet_a_round do nothing returning id`.execute(tx)
  if (rows.length === 0) return false
  await sql`insert into outreach.quiz_answer (sheet_id, item_id, chosen, correct)
    select ${id}, a.item, a.chosen, a.correct
    from jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) as a(item uuid, chosen int, correct boolean)`.execute(tx)
  return true
}

/** Once for a quiz and a person; gives what the person has in all. */
export async function addPoints(tx: Tx, person: string, quizId: string, points: number, onDay: string): Promise<void> {
  await sql`insert into outreach.quiz_points (person_index, quiz_id, points, on_day)
    values (${person}, ${quizId}, ${points}, ${onDay}) on conflict do nothing`.execute(tx)
}
