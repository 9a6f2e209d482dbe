import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { Estimate } from '../rules/survey/estimate.ts'
import type { DrawnUnit } from '../rules/survey/sample.ts'

export interface SurveyRecord {
  readonly id: string
  readonly title: string
  readonly respondents: 'holders' | 'residents'
  readonly perUnit: number
  readonly items: readonly string[]
  readonly beginsOn: string
  readonly endsOn: string
  readonly seed: string
  readonly state: 'open' | 'closed'
}

export const surveyColumns = sql`s.id, s.title, s.respondents, s.per_unit, s.items, s.begins_on, s.ends_on, s.seed, s.state`

export async function lockSurvey(tx: Tx, id: string): Promise<SurveyRecord | undefined> {
  const { rows } =
    await sql<SurveyRecord>`select ${surveyColumns} from outreach.survey s where s.id = ${id} for update`.execute(tx)
  return rows[0]
}

/** ZX-2026-001: in order of the year. The lock keeps two desks from taking one number. */
export async function takeSurveyId(tx: Tx, year: number): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtextextended('outreach.survey', ${year}))`.execute(tx)
  const { rows } = await sql<{ n: number }>`
    select count(*)::int + 1 as n from outreach.survey where id like ${`ZX-${year}-%`}`.execute(tx)
  return `ZX-${year}-${String(rows[0]?.n ?? 1).padStart(3, '0')}`
}

export interface NewSurvey {
  readonly survey: Omit<SurveyRecord, 'state'>
  readonly strata: readonly { readonly town: string; readonly frame: number }[]
  readonly units: readonly DrawnUnit[]
  readonly by: string
  readonly at: string
}

export async function insertSurvey(tx: Tx, { survey, strata, units, by, at }: NewSurvey): Promise<void> {
  const { id, title, respondents, perUnit, items, beginsOn, endsOn, seed } = survey
  await sql`insert into outreach.survey (id, title, respondents, per_unit, items, begins_on, ends_on, seed, opened_by, opened_at)
    values (${id}, ${title}, ${respondents}, ${perUnit}, ${[...items]}::uuid[], ${beginsOn}, ${endsOn}, ${seed}, ${by}, ${at})`.execute(
    tx,
  )
  await sql`insert into outreach.survey_stratum (survey_id, town, frame)
    select ${id}, town, frame from jsonb_to_recordset(${JSON.stringify(strata)}::jsonb) as s(town text, frame int)`.execute(
    tx,
  )
  await sql`insert into outreach.survey_unit (survey_id, licence_no, town, rank)
    select ${id}, u."licenceNo", u.town, u.rank
    from jsonb_to_recordset(${JSON.stringify(units)}::jsonb) as u("licenceNo" text, town text, rank int)`.execute(tx)
}

export interface UnitRecord {
  readonly licenceNo: string
  readonly state: 'drawn' | 'answered' | 'refused' | 'unreached'
  readonly answers: number
}

export async function lockUnit(tx: Tx, surveyId: string, licenceNo: string): Promise<UnitRecord | undefined> {
  const { rows } = await sql<UnitRecord>`
    select u.licence_no, u.state, (select count(*)::int from outreach.survey_answer a
      where a.survey_id = u.survey_id and a.licence_no = u.licence_no) as answers
    from outreach.survey_unit u where u.survey_id = ${surveyId} and u.licence_no = ${licenceNo} for update of u`.execute(
    tx,
  )
  return rows[0]
}

export async function setUnitState(
  tx: Tx,
  surveyId: string,
  licenceNo: string,
  state: UnitRecord['state'],
): Promise<void> {
  await sql`update outreach.survey_unit set state = ${state}
    where survey_id = ${surveyId} and licence_no = ${licenceNo}`.execute(tx)
}

export interface NewAnswer {
  readonly surveyId: string
  readonly licenceNo: string
  readonly respondent: number
  readonly right: number
  readonly total: number
  readonly way: 'self' | 'phone' | 'visit'
  readonly by: string
  readonly onDay: string
}

export async function insertAnswer(
  tx: Tx,
  { surveyId, licenceNo, respondent, right, total, way, by, onDay }: NewAnswer,
): Promise<void> {
  await sql`insert into outreach.survey_answer (survey_id, licence_no, respondent, right_count, total, way, by, on_day)
    values (${surveyId}, ${licenceNo}, ${respondent}, ${right}, ${total}, ${way}, ${by}, ${onDay})`.execute(tx)
}

export async function closeSurveyRow(
  tx: Tx,
  id: string,
  by: string,
  closedOn: string,
  result: Estimate,
): Promise<void> {
  await sql`update outreach.survey set state = 'closed', closed_by = ${by}, closed_on = ${closedOn},
    result = ${JSON.stringify(result)}::jsonb where id = ${id}`.execute(tx)
}
