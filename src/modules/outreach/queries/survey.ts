import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { SurveyUnit } from '../contract/survey.ts'
import type { Estimate, Stratum, UnitAnswers } from '../rules/survey/estimate.ts'
import type { FrameUnit } from '../rules/survey/sample.ts'
import { type SurveyRecord, surveyColumns } from '../store/survey.ts'

/** 抽样框: the shops that hold a valid licence today. */
export async function listFrame(tx: Tx): Promise<readonly FrameUnit[]> {
  const { rows } = await sql<FrameUnit>`
    select licence_no, left(area_code, 9) as town from registry.published_retailer
    where licence_state = 'valid' and length(area_code) >= 9`.execute(tx)
  return rows
}

/** 本人的店: what a citizen's transaction sees of the register is his own. */
export async function listOwnShops(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ licenceNo: string }>`select licence_no from registry.published_retailer`.execute(tx)
  return rows.map(({ licenceNo }) => licenceNo)
}

export interface SurveyRow extends SurveyRecord {
  readonly closedOn: string | null
  readonly result: Estimate | null
  readonly strata: readonly Stratum[]
  /** Of a running one; what a closed one found is kept in `result`. */
  readonly units: readonly UnitAnswers[]
}

/** Surveys with all that their estimates are made of, in one query; the newest first. */
export async function listSurveyRows(tx: Tx, id?: string): Promise<readonly SurveyRow[]> {
  const { rows } = await sql<SurveyRow>`
    select ${surveyColumns}, s.closed_on, s.result,
      (select jsonb_agg(jsonb_build_object('town', t.town, 'frame', t.frame,
          'drawn', (select count(*) from outreach.survey_unit u where u.survey_id = s.id and u.town = t.town)) order by t.town)
        from outreach.survey_stratum t where t.survey_id = s.id) as strata,
      coalesce((select jsonb_agg(jsonb_build_object('town', a.town, 'shares', a.shares)) from (
        select u.town, jsonb_agg(a.right_count::double precision / a.total) as shares
        from outreach.survey_answer a join outreach.survey_unit u using (survey_id, licence_no)
        where a.survey_id = s.id and s.state = 'open' group by u.town, u.licence_no) a), '[]'::jsonb) as units
    from outreach.survey s where ${id === undefined ? sql`true` : sql`s.id = ${id}`} order by s.opened_at desc`.execute(
    tx,
  )
  return rows
}

/** The shops of a sample that this reader may see, those still to be asked first. */
export async function listUnits(tx: Tx, id: string): Promise<readonly SurveyUnit[]> {
  const { rows } = await sql<SurveyUnit>`
    select u.licence_no, coalesce(r.shop_name, '') as shop_name, u.town, coalesce(r.address, '') as address, u.rank, u.state,
      (select count(*)::int from outreach.survey_answer a
        where a.survey_id = u.survey_id and a.licence_no = u.licence_no) as answers
    from outreach.survey_unit u left join registry.published_retailer r on r.licence_no = u.licence_no
    where u.survey_id = ${id} order by u.state <> 'drawn', u.town, u.rank`.execute(tx)
  return rows
}

export interface Invitation {
  readonly id: string
  readonly title: string
  readonly licenceNo: string
  readonly endsOn: string
}

/** 抽中的: open surveys of shopkeepers in which one of these shops still has to answer. */
export async function listInvitations(
  tx: Tx,
  licences: readonly string[],
  today: string,
): Promise<readonly Invitation[]> {
  if (licences.length === 0) return []
  const { rows } = await sql<Invitation>`
    select s.id, s.title, u.licence_no, s.ends_on from outreach.survey s join outreach.survey_unit u on u.survey_id = s.id
    where s.state = 'open' and s.respondents = 'holders' and s.ends_on >= ${today} and u.state <> 'answered'
      and u.licence_no = any(${[...licences]}) order by s.ends_on`.execute(tx)
  return rows
}
