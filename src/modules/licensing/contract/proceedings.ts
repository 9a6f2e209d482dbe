import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { openableKinds, proceedingKinds } from '../rules/proceeding/kinds.ts'
import { type ProceedingEvent, proceedingEvents } from '../rules/proceeding/moves.ts'
import { Citation } from './shapes/licence.ts'

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
  /** The case whose decision it carries out. */
  caseNo: Type.Union([Type.String(), Type.Null()]),
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
    Type.Object({ kind: Type.Enum(openableKinds), ...Words, available: Type.Boolean(), why: Why, whyEn: Why }),
  ),
  items: Type.Array(Proceeding),
})
export type Proceedings = Static<typeof Proceedings>

/** One line of the work list: an open proceeding, the law it stands on, and what this officer may do next. */
export const OpenProceeding = Type.Object({
  proceedingNo: Type.String(),
  licenceNo: Type.String(),
  shopName: Type.String(),
  townName: Type.String(),
  ...Words,
  stateLabel: Type.String(),
  stateLabelEn: Type.String(),
  reason: Type.String(),
  basis: Type.Array(Citation),
  caseNo: Type.Union([Type.String(), Type.Null()]),
  openedOn: Type.String(),
  answerBy: Type.Union([Type.String(), Type.Null()]),
  /** null = somebody else's turn. */
  next: Type.Union([Type.Object(Words), Type.Null()]),
})
export type OpenProceeding = Static<typeof OpenProceeding>

const LicenceNo = Type.Object({ licenceNo: Type.String({ maxLength: 12 }) })
const staff = allow.staff('reviewer', 'decider', 'head', 'legal')

export const proceedingRoutes = {
  openProceedings: {
    method: 'GET',
    url: '/api/licensing/proceedings',
    allow: staff,
    summary: '依职权办理：未办结的',
    reply: Type.Object({ items: Type.Array(OpenProceeding) }),
  },
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
      { kind: Type.Enum(openableKinds), reason: Type.String({ minLength: 1, maxLength: 1000 }) },
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
        /** Of a proposal to restore: the document, by `groundFields`. */
        ground: Type.Optional(Type.Record(Type.String({ maxLength: 20 }), Type.String({ maxLength: 200 }))),
      },
      strict,
    ),
    reply: Proceedings,
  },
} as const satisfies Routes
