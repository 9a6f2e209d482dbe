import { ok, type Result, refuse } from '#kernel/refusal'
import { randomBytes, sm3 } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { Chosen, Marked } from '../../contract/quiz.ts'
import { listFrame, listSurveyRows } from '../../queries/survey.ts'
import type { OutreachPolicy } from '../../rules/policy.ts'
import { checkDays, markSheet } from '../../rules/quiz/sheet.ts'
import { estimate } from '../../rules/survey/estimate.ts'
import { drawUnits } from '../../rules/survey/sample.ts'
import { listItems } from '../../store/quiz.ts'
import {
  closeSurveyRow,
  insertAnswer,
  insertSurvey,
  lockSurvey,
  lockUnit,
  type SurveyRecord,
  setUnitState,
  takeSurveyId,
} from '../../store/survey.ts'
import { areReady } from '../quiz/run-quiz.ts'
import type { Writer } from '../writer.ts'

export interface SurveyPlan extends Pick<SurveyRecord, 'title' | 'respondents' | 'perUnit' | 'items' | 'endsOn'> {
  /** How many shops. */
  readonly sample: number
}

/** The score of a shop in the order of the draw: SM3 of seed and licence number, so that anybody draws the same. */
const scoreWith = (seed: string) => (licenceNo: string) => sm3(`${seed}|${licenceNo}`).toString('hex')

/** 抽样开调查. Refusals: `quizDaysWrong`, `quizItemsNotReady`, `surveyFrameEmpty`. */
export async function drawSurvey(tx: Tx, plan: SurveyPlan, { by, at }: Writer): Promise<Result<{ id: string }>> {
  const today = at.today.toString()
  const days = checkDays({ beginsOn: today, endsOn: plan.endsOn }, today)
  if (!days.ok) return days
  if (!(await areReady(tx, plan.items))) return refuse('quizItemsNotReady')
  const frame = await listFrame(tx)
  if (frame.length === 0) return refuse('surveyFrameEmpty')
  const seed = randomBytes(16).toString('hex')
  const units = drawUnits(frame, plan.sample, scoreWith(seed))
  const strata = [...Map.groupBy(frame, ({ town }) => town)].map(([town, shops]) => ({ town, frame: shops.length }))
  const id = await takeSurveyId(tx, at.today.year)
  const { sample: _, ...kept } = plan
  const perUnit = plan.respondents === 'holders' ? 1 : plan.perUnit
  const survey = { ...kept, perUnit, id, beginsOn: today, seed }
  await insertSurvey(tx, { survey, strata, units, by, at: at.instant.toString() })
  return ok({ id })
}

export interface Reply {
  readonly surveyId: string
  readonly licenceNo: string
  readonly way: 'self' | 'phone' | 'visit'
  readonly answers: readonly Chosen[]
}

/** 收一份答卷 of a drawn shop. Refusals: `surveyUnknown`, `surveyClosed`, `surveyAnswered`, `quizSheetWrong`. */
export async function takeReply(
  tx: Tx,
  { surveyId, licenceNo, way, answers }: Reply,
  { by, at }: Writer,
): Promise<Result<Marked>> {
  const open = await openUnit(tx, surveyId, licenceNo)
  if (!open.ok) return open
  const { survey, unit } = open.value
  const marked = markSheet(await listItems(tx, survey.items), answers)
  if (!marked.ok) return marked
  const { right, total } = marked.value
  const respondent = unit.answers + 1
  await insertAnswer(tx, { surveyId, licenceNo, respondent, right, total, way, by, onDay: at.today.toString() })
  if (unit.state !== 'answered') await setUnitState(tx, surveyId, licenceNo, 'answered')
  return ok({ ...marked.value, points: null })
}

/** 没有答: refused, or not reached; a later answer still counts. Refusals: `surveyUnknown`, `surveyClosed`, `surveyAnswered`. */
export async function noteSilence(
  tx: Tx,
  {
    surveyId,
    licenceNo,
    outcome,
  }: Pick<Reply, 'surveyId' | 'licenceNo'> & { readonly outcome: 'refused' | 'unreached' },
): Promise<Result<null>> {
  const open = await openUnit(tx, surveyId, licenceNo)
  if (!open.ok) return open
  if (open.value.unit.answers > 0) return refuse('surveyAnswered')
  await setUnitState(tx, surveyId, licenceNo, outcome)
  return ok(null)
}

async function openUnit(tx: Tx, surveyId: string, licenceNo: string) {
  const survey = await lockSurvey(tx, surveyId)
  if (!survey) return refuse('surveyUnknown')
  if (survey.state === 'closed') return refuse('surveyClosed')
  const unit = await lockUnit(tx, surveyId, licenceNo)
  if (!unit) return refuse('surveyUnknown')
  if (unit.answers >= survey.perUnit) return refuse('surveyAnswered')
  return ok({ survey, unit })
}

/** 结束: the estimate of this day is kept with why it may not be published. Refusals: `surveyUnknown`, `surveyClosed`. */
export async function closeSurvey(
  tx: Tx,
  id: string,
  { by, at }: Writer,
  policy: OutreachPolicy,
): Promise<Result<{ id: string }>> {
  const survey = await lockSurvey(tx, id)
  if (!survey) return refuse('surveyUnknown')
  if (survey.state === 'closed') return refuse('surveyClosed')
  const [row] = await listSurveyRows(tx, id)
  if (!row) return refuse('surveyUnknown')
  await closeSurveyRow(tx, id, by, at.today.toString(), estimate(row.units, row.strata, policy.survey))
  return ok({ id })
}
