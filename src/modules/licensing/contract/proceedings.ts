import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { proceedingKinds } from '../rules/proceeding/kinds.ts'
import { type ProceedingEvent, proceedingEvents } from '../rules/proceeding/moves.ts'

const strict = { additionalProperties: false } as const
const Words = { label: Type.String(), labelEn: Type.String() }
const Why = Type.Union([Type.String(), Type.Null()])

const steps = Object.keys(proceedingEvents) as ProceedingEvent[]

/** One proceeding (依职权办理) with its history, documents and the steps this officer may take now. */
export const Proceeding = Type.Object({
  proceedingNo: Type.String(),
  kind: Type.Enum([...proceedingKinds]),
  ...Words,
  state: Type.String(),
  stateLabel: Type.String(),
  stateLabelEn: Type.String(),
  version: Type.Integer(),
  reason: Type.String(),
  openedOn: Type.String(),
  answerBy: Type.Union([Type.String(), Type.Null()]),
  events: Type.Array(Type.Object({ at: Type.String(), ...Words, by: Type.String(), note: Type.String() })),
  papers: Type.Array(
    Type.Object({ paperId: Type.String(), title: Type.String(), number: Type.String(), url: Type.String() }),
  ),
  steps: Type.Array(
    Type.Object({
      event: Type.Enum(steps),
      ...Words,
      asks: Type.String(),
      asksEn: Type.String(),
      available: Type.Boolean(),
      why: Why,
      whyEn: Why,
    }),
  ),
})
export type Proceeding = Static<typeof Proceeding>

/** What can be begun on the licence now, and everything that was. */
export const Proceedings = Type.Object({
  openable: Type.Array(
    Type.Object({ kind: Type.Enum([...proceedingKinds]), ...Words, available: Type.Boolean(), why: Why, whyEn: Why }),
  ),
  items: Type.Array(Proceeding),
})
export type Proceedings = Static<typeof Proceedings>

const LicenceNo = Type.Object({ licenceNo: Type.String({ maxLength: 12 }) })
const staff = allow.staff('reviewer', 'decider', 'head', 'legal')

export const proceedingRoutes = {
  listProceedings: {
    method: 'GET',
    url: '/api/licensing/licences/:licenceNo/proceedings',
    allow: staff,
    summary: '依职权办理',
    params: LicenceNo,
    reply: Proceedings,
  },
  openProceeding: {
    method: 'POST',
    url: '/api/licensing/licences/:licenceNo/proceedings',
    allow: allow.staff('reviewer'),
    summary: '依职权立项',
    params: LicenceNo,
    body: Type.Object(
      { kind: Type.Enum([...proceedingKinds]), reason: Type.String({ minLength: 1, maxLength: 1000 }) },
      strict,
    ),
    reply: Proceedings,
  },
  takeProceedingStep: {
    method: 'POST',
    url: '/api/licensing/proceedings/:proceedingNo/steps',
    allow: staff,
    summary: '依职权办理一步',
    params: Type.Object({ proceedingNo: Type.String({ maxLength: 40 }) }),
    body: Type.Object(
      {
        event: Type.Enum(steps),
        version: Type.Integer({ minimum: 1 }),
        words: Type.String({ maxLength: 2000 }),
        heard: Type.Boolean(),
      },
      strict,
    ),
    reply: Proceedings,
  },
} as const satisfies Routes
