import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { FollowUpOutcome, RatingReason } from '../rules/rating/grades.ts'
import type { ServiceCode } from '../rules/services/service.ts'

export interface FollowUpRow {
  readonly applicationNo: string
  readonly service: ServiceCode
  readonly townName: string
  readonly grade: number
  readonly reasons: RatingReason[]
  readonly wordsSealed: string | null
  readonly ratedOn: string
  readonly followUpBy: string | null
  readonly closed: boolean
  readonly lines: readonly { at: string; by: string; outcome: FollowUpOutcome; noteSealed: string }[]
}

/** Everything somebody did on a file, the machine's part aside: 谁办的件谁看不到评价. */
const handledBy = (staffId: string): RawBuilder<unknown> => sql`exists (select from licensing.application_event e
  where e.application_no = r.application_no and e.by = ${`staff:${staffId}`})`

const rows = (condition: RawBuilder<unknown>) => sql<FollowUpRow>`
  select r.application_no, r.service, coalesce(town.name, '') as town_name, r.grade, r.reasons, r.words_sealed, r.rated_on, r.follow_up_by,
    exists (select from licensing.rating_follow_up f where f.application_no = r.application_no and f.outcome <> 'unreached') as closed,
    coalesce((select jsonb_agg(jsonb_build_object('at', f.at, 'by', f.by_staff, 'outcome', f.outcome, 'noteSealed', f.note_sealed) order by f.id)
      from licensing.rating_follow_up f where f.application_no = r.application_no), '[]') as lines
  from licensing.rating r left join registry.published_area town on town.code = r.town_code
  where r.grade <= 2 and ${condition} order by r.follow_up_by nulls last, r.application_no limit 200`

/** 差评回访 of the day, the nearest end first; never of a file the asker handled. */
export async function listFollowUps(
  tx: Tx,
  { staffId, view }: { readonly staffId: string; readonly view: 'open' | 'done' },
): Promise<FollowUpRow[]> {
  const found = await rows(sql`not ${handledBy(staffId)}`).execute(tx)
  return found.rows.filter(row => row.closed === (view === 'done'))
}

/** The same of one file, locked while a line is added. */
export async function findFollowUp(
  tx: Tx,
  applicationNo: string,
  staffId: string,
): Promise<(FollowUpRow & { readonly handledByAsker: boolean }) | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${applicationNo}, 7316))`.execute(tx)
  const [row] = (await rows(sql`r.application_no = ${applicationNo}`).execute(tx)).rows
  const handled = await sql<{ handled: boolean }>`
    select ${handledBy(staffId)} as handled from (select ${applicationNo}::text as application_no) r`.execute(tx)
  return row && { ...row, handledByAsker: handled.rows[0]?.handled === true }
}

export async function isRated(tx: Tx, applicationNo: string): Promise<boolean> {
  const found = await sql`select from licensing.rating where application_no = ${applicationNo}`.execute(tx)
  return found.rows.length > 0
}

export interface FigureRow {
  readonly key: string
  readonly name: string | null
  readonly done: number
  readonly rated: number
  readonly counts: number[]
}

const groupOf = {
  service: sql`a.service`,
  town: sql`left(a.area_code, 9)`,
  channel: sql`a.channel`,
} as const

/** 好差评 figures: how many matters, how many rated, how many of each grade, best first. */
export async function listFigures(tx: Tx, by: keyof typeof groupOf): Promise<FigureRow[]> {
  const group = groupOf[by]
  const found = await sql<FigureRow>`
    select ${group} as key, max(town.name) as name, count(*)::int as done, count(r.application_no)::int as rated,
      array[count(*) filter (where r.grade = 5), count(*) filter (where r.grade = 4), count(*) filter (where r.grade = 3),
        count(*) filter (where r.grade = 2), count(*) filter (where r.grade = 1)]::int[] as counts
    from licensing.application a left join licensing.rating r using (application_no)
      left join registry.published_area town on town.code = left(a.area_code, 9)
    group by ${group} order by count(*) desc, 1`.execute(tx)
  return found.rows
}
