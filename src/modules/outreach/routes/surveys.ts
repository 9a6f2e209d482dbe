import { ok, type Result, refuse } from '#kernel/refusal'
import { type Ask, bind, type RouteBinding } from '#platform/module'
import { closeSurvey, drawSurvey, noteSilence, takeReply } from '../actions/survey/run-survey.ts'
import { surveyRoutes as routes, type SurveyView } from '../contract/survey.ts'
import { outreachPolicy } from '../policy.ts'
import { listInvitations, listOwnShops, listSurveyRows, listUnits, type SurveyRow } from '../queries/survey.ts'
import type { OutreachPolicy } from '../rules/policy.ts'
import { askedOf } from '../rules/quiz/sheet.ts'
import { estimate } from '../rules/survey/estimate.ts'
import { listItems } from '../store/quiz.ts'
import { writerOf } from './writer-of.ts'

const everything = { areas: 'all' } as const

function viewOf({ strata, units, result, items, ...survey }: SurveyRow, policy: OutreachPolicy): SurveyView {
  const made = result ?? estimate(units, strata, policy.survey)
  const frame = strata.reduce((sum, stratum) => sum + stratum.frame, 0)
  const kept = { ...made, towns: [...made.towns], reasons: [...made.reasons] }
  return { ...survey, items: items.length, frame, estimate: kept }
}

/** The invitation of one of his own shops, or nothing: a number guessed opens nobody's survey. */
async function invited(ask: Pick<Ask, 'actor' | 'at' | 'read'>, id: string, licenceNo: string) {
  if (ask.actor.kind !== 'citizen') return undefined
  const shops = await ask.read(listOwnShops)
  if (!shops.includes(licenceNo)) return undefined
  const open = await ask.read(tx => listInvitations(tx, [licenceNo], ask.at.today.toString()), everything)
  return open.find(survey => survey.id === id)
}

async function itemsOf(ask: Pick<Ask, 'read'>, id: string) {
  const [row] = await ask.read(tx => listSurveyRows(tx, id), everything)
  return row ? (await ask.read(tx => listItems(tx, row.items))).map(askedOf) : []
}

/** 知晓率调查 */
export const surveyBindings: readonly RouteBinding[] = [
  // The estimate is of the whole county, whoever reads it; the rows behind it are each reader's own.
  bind(routes.listSurveys, async ({ read, at }) => {
    const rows = await read(tx => listSurveyRows(tx), everything)
    return ok({ items: rows.map(row => viewOf(row, outreachPolicy(at.today))) })
  }),
  bind(routes.drawSurvey, ask =>
    ask.act({ action: 'outreach.drawSurvey', details: { sample: ask.body.sample }, scope: everything }, tx =>
      drawSurvey(tx, ask.body, writerOf(ask)),
    ),
  ),
  bind(routes.surveyUnits, async ask => {
    const units = await ask.read(tx => listUnits(tx, ask.params.id))
    const items = await itemsOf(ask, ask.params.id)
    return ask.act({ action: 'outreach.readSurvey', subject: ask.params.id }, async () =>
      ok({ units: [...units], items }),
    )
  }),
  bind(routes.noteUnit, ask => {
    const { outcome, way, answers } = ask.body
    const unit = { surveyId: ask.params.id, licenceNo: ask.params.licenceNo }
    const line = { action: 'outreach.noteSurvey', subject: ask.params.id, details: { outcome } }
    return ask.act(line, async (tx): Promise<Result<{ state: typeof outcome }>> => {
      const noted =
        outcome === 'answered'
          ? await takeReply(tx, { ...unit, way, answers }, writerOf(ask))
          : await noteSilence(tx, { ...unit, outcome })
      return noted.ok ? ok({ state: outcome }) : noted
    })
  }),
  bind(routes.closeSurvey, ask =>
    ask.act({ action: 'outreach.closeSurvey', subject: ask.params.id, scope: everything }, tx =>
      closeSurvey(tx, ask.params.id, writerOf(ask), outreachPolicy(ask.at.today)),
    ),
  ),
  bind(routes.ownSurvey, async ask => {
    const survey = await invited(ask, ask.params.id, ask.params.licenceNo)
    if (!survey) return refuse('surveyUnknown')
    const { id, title, endsOn } = survey
    return ok({ id, title, endsOn, items: await itemsOf(ask, id) })
  }),
  bind(routes.answerSurvey, async ask => {
    const { id, licenceNo } = ask.params
    if (!(await invited(ask, id, licenceNo))) return refuse('surveyUnknown')
    // Whose answers they are stays out of the sample: the shop has answered, by itself.
    return ask.act({ action: 'outreach.answerSurvey', subject: id, scope: everything }, tx =>
      takeReply(tx, { surveyId: id, licenceNo, way: 'self', answers: ask.body.answers }, { by: 'citizen', at: ask.at }),
    )
  }),
]
