import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { Asked, Chosen, Marked } from './quiz.ts'
import { Day, Maybe, strict, Uuid } from './shapes.ts'

const LicenceNo = Type.String({ pattern: '^\\d{12}$' })
const id = Type.Object({ id: Type.String({ pattern: '^ZX-\\d{4}-\\d{3}$' }) })
const respondents = Type.Enum(['holders', 'residents'])

/** 知晓率 as it stands: a running one moves with every answer, a closed one is kept. */
const EstimateView = Type.Object({
  share: Maybe(Type.Number()),
  low: Maybe(Type.Number()),
  high: Maybe(Type.Number()),
  answers: Type.Integer(),
  units: Type.Integer(),
  drawn: Type.Integer(),
  response: Type.Number(),
  towns: Type.Array(
    Type.Object({
      town: Type.String(),
      share: Maybe(Type.Number()),
      answers: Type.Integer(),
      drawn: Type.Integer(),
      units: Type.Integer(),
    }),
  ),
  reasons: Type.Array(Type.Enum(['fewAnswers', 'lowResponse', 'townsMissing'])),
})

export const SurveyView = Type.Object({
  id: Type.String(),
  title: Type.String(),
  respondents,
  perUnit: Type.Integer(),
  items: Type.Integer(),
  beginsOn: Day,
  endsOn: Day,
  seed: Type.String(),
  frame: Type.Integer(),
  state: Type.Enum(['open', 'closed']),
  closedOn: Maybe(Day),
  estimate: EstimateView,
})
export type SurveyView = Static<typeof SurveyView>

export const SurveyUnit = Type.Object({
  licenceNo: Type.String(),
  shopName: Type.String(),
  town: Type.String(),
  address: Type.String(),
  rank: Type.Integer(),
  state: Type.Enum(['drawn', 'answered', 'refused', 'unreached']),
  answers: Type.Integer(),
})
export type SurveyUnit = Static<typeof SurveyUnit>

const workers = allow.staff('legal', 'head', 'window', 'helper', 'inspector')
const deciders = allow.staff('legal', 'head')

export const surveyRoutes = {
  listSurveys: {
    method: 'GET',
    url: '/api/outreach/surveys',
    allow: workers,
    summary: '知晓率调查：抽样、应答率、估计值和置信区间',
    reply: Type.Object({ items: Type.Array(SurveyView) }),
  },
  drawSurvey: {
    method: 'POST',
    url: '/api/outreach/surveys',
    allow: deciders,
    summary: '从登记的持证户里分镇街抽样，开一次调查',
    body: Type.Object(
      {
        title: Type.String({ minLength: 2, maxLength: 60 }),
        respondents,
        perUnit: Type.Integer({ minimum: 1, maximum: 20 }),
        sample: Type.Integer({ minimum: 10, maximum: 5000 }),
        items: Type.Array(Uuid, { minItems: 3, maxItems: 10, uniqueItems: true }),
        endsOn: Day,
      },
      strict,
    ),
    reply: Type.Object({ id: Type.String() }),
    privileged: true,
  },
  surveyUnits: {
    method: 'GET',
    url: '/api/outreach/surveys/:id/units',
    allow: workers,
    summary: '抽中的户和还要问的',
    params: id,
    reply: Type.Object({ units: Type.Array(SurveyUnit), items: Type.Array(Asked) }),
  },
  noteUnit: {
    method: 'POST',
    url: '/api/outreach/surveys/:id/units/:licenceNo',
    allow: workers,
    summary: '记录一份电话或上门的答卷，或没有答的原因',
    params: Type.Object({ ...id.properties, licenceNo: LicenceNo }),
    body: Type.Object(
      {
        outcome: Type.Enum(['answered', 'refused', 'unreached']),
        way: Type.Enum(['phone', 'visit']),
        answers: Type.Array(Chosen, { maxItems: 10 }),
      },
      strict,
    ),
    reply: Type.Object({ state: Type.Enum(['answered', 'refused', 'unreached']) }),
  },
  closeSurvey: {
    method: 'POST',
    url: '/api/outreach/surveys/:id/close',
    allow: deciders,
    summary: '结束调查，固定结果；达不到公布条件的说明原因',
    params: id,
    reply: Type.Object({ id: Type.String() }),
    privileged: true,
  },
  ownSurvey: {
    method: 'GET',
    url: '/api/outreach/surveys/:id/own/:licenceNo',
    allow: allow.citizen,
    summary: '抽中的经营者自己作答：题目',
    params: Type.Object({ ...id.properties, licenceNo: LicenceNo }),
    reply: Type.Object({ id: Type.String(), title: Type.String(), endsOn: Day, items: Type.Array(Asked) }),
  },
  answerSurvey: {
    method: 'POST',
    url: '/api/outreach/surveys/:id/own/:licenceNo',
    allow: allow.citizen,
    summary: '抽中的经营者自己交卷',
    params: Type.Object({ ...id.properties, licenceNo: LicenceNo }),
    body: Type.Object({ answers: Type.Array(Chosen, { minItems: 1, maxItems: 10 }) }, strict),
    reply: Marked,
  },
} as const satisfies Routes
