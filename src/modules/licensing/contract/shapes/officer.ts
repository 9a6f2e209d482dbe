import Type, { type Static } from 'typebox'
import {
  type PartyAnswer,
  type PartyRelation,
  type PartyWay,
  partyAnswers,
  partyRelations,
  partyWays,
} from '../../rules/application/interest.ts'
import { serviceCodes } from '../../rules/services/service.ts'
import { DocumentView } from '../documents.ts'
import { Citation, Finding, LicenceCard, Outcome } from './licence.ts'
import { Day, En, Nullable, strict } from './parts.ts'

const Clock = Type.Object({
  kind: Type.String(),
  label: Type.String(),
  labelEn: En,
  dueOn: Day,
  workingDaysLeft: Type.Integer(),
  tone: Type.Enum(['calm', 'soon', 'overdue']),
  basis: Type.Array(Citation),
})

export const ApplicationRow = Type.Object({
  applicationNo: Type.String(),
  service: Type.Enum([...serviceCodes]),
  serviceLabel: Type.String(),
  serviceLabelEn: En,
  licenceNo: Nullable(Type.String()),
  shopName: Type.String(),
  townName: Type.String(),
  state: Type.String(),
  stateLabel: Type.String(),
  stateLabelEn: En,
  outcome: Nullable(Outcome),
  receivedAt: Type.String(),
  clock: Nullable(Clock),
  nextStep: Nullable(Type.String()),
  nextStepEn: En,
  /** The applicant may still take it back. */
  canWithdraw: Type.Boolean(),
  flags: Type.Array(Type.String()),
})
export type ApplicationRow = Static<typeof ApplicationRow>

/** 转办、会签、听证时间、书面撤回、利害关系人 */
const newForms = ['transfer', 'cosign', 'cosignAnswer', 'hearing', 'wish', 'party', 'partyAnswer'] as const

const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>): K[] => Object.keys(table) as K[]

/** A button of the console: what cannot be done is there, disabled, and says why. */
export const OfficerStep = Type.Object({
  event: Type.String(),
  label: Type.String(),
  labelEn: Type.String(),
  allowed: Type.Boolean(),
  whyNot: Nullable(Type.String()),
  whyNotEn: En,
  basis: Type.Array(Citation),
  /** 这一步制发的文书, which can be read before it is issued; null = none. */
  paper: Nullable(Type.String()),
  form: Type.Enum(['none', 'opinion', 'corrections', 'reasons', 'statement', 'extension', 'siteCheck', ...newForms]),
  main: Type.Boolean(),
  /** What a refusal of this service may rest on; the number is sent with the step. */
  grounds: Type.Array(Type.Object({ item: Type.Integer(), label: Type.String(), labelEn: Type.String() })),
})
export type OfficerStep = Static<typeof OfficerStep>

export const ApplicationDetail = Type.Object({
  ...ApplicationRow.properties,
  /** Of the application, not of the licence: sent back with a step, so that nobody acts on an outdated page (409). */
  version: Type.Integer(),
  /** null while a new licence is asked for. */
  licence: Nullable(LicenceCard),
  /** What was asked for, in words. */
  request: Type.Array(
    Type.Object({ label: Type.String(), labelEn: En, value: Type.String(), before: Nullable(Type.String()) }),
  ),
  deliver: Type.Object({ mode: Type.String(), label: Type.String(), labelEn: En }),
  helper: Nullable(Type.String()),
  applicant: Type.Object({
    nameMasked: Type.String(),
    idNoMasked: Type.String(),
    phoneMasked: Nullable(Type.String()),
    method: Type.String(),
  }),
  /** 代理人 who acted for the applicant, and the mandate by which. */
  agent: Nullable(
    Type.Object({
      nameMasked: Type.String(),
      idNoMasked: Type.String(),
      form: Type.Enum(['paper', 'electronic']),
      services: Type.Array(Type.String()),
      validFrom: Day,
      validTo: Day,
    }),
  ),
  channel: Type.String(),
  channelEn: En,
  terminal: Nullable(Type.String()),
  timeline: Type.Array(
    Type.Object({
      at: Type.String(),
      event: Type.String(),
      label: Type.String(),
      labelEn: En,
      by: Type.String(),
      note: Nullable(Type.String()),
    }),
  ),
  materials: Type.Array(
    Type.Object({
      kind: Type.String(),
      label: Type.String(),
      labelEn: En,
      source: Type.String(),
      state: Type.String(),
      detail: Nullable(Type.String()),
      /** What was given, to be opened one by one. */
      documents: Type.Array(DocumentView),
    }),
  ),
  trace: Nullable(
    Type.Object({
      runAt: Type.String(),
      ruleVersion: Type.String(),
      policyVersion: Type.String(),
      inputsDigest: Type.String(),
      findings: Type.Array(Finding),
    }),
  ),
  papers: Type.Array(
    Type.Object({
      kind: Type.String(),
      label: Type.String(),
      labelEn: En,
      number: Nullable(Type.String()),
      at: Type.String(),
      url: Nullable(Type.String()),
    }),
  ),
  steps: Type.Array(OfficerStep),
  /** 承办人; null before the review starts and while the file waits to be claimed. */
  handler: Nullable(Type.Object({ name: Type.String(), mine: Type.Boolean() })),
  /** 会签 that runs: whom it waits for. */
  cosigners: Type.Array(Type.Object({ name: Type.String(), answered: Type.Boolean() })),
  /** 利害关系人 of this file: who was told, until when they may ask for a hearing, what they answered. */
  parties: Type.Array(
    Type.Object({
      id: Type.String(),
      relation: Type.String(),
      relationEn: En,
      nameMasked: Type.String(),
      toldOn: Nullable(Day),
      until: Nullable(Day),
      answer: Nullable(Type.String()),
      answerEn: En,
      words: Type.String(),
    }),
  ),
  /** Colleagues of this county, to hand on to or to ask. */
  colleagues: Type.Array(
    Type.Object({ staffId: Type.String(), name: Type.String(), roles: Type.Array(Type.String()) }),
  ),
  proposal: Nullable(
    Type.Object({
      result: Type.Enum(['grant', 'deny']),
      by: Type.String(),
      at: Type.String(),
      opinion: Type.String(),
      reasons: Type.Array(Type.String()),
    }),
  ),
})
export type ApplicationDetail = Static<typeof ApplicationDetail>

const StaffId = Type.String({ maxLength: 40 })

export const TakeStep = Type.Object(
  {
    event: Type.String({ maxLength: 40 }),
    opinion: Type.Optional(Type.String({ maxLength: 1000 })),
    items: Type.Optional(
      Type.Array(Type.Object({ what: Type.String({ maxLength: 100 }), how: Type.String({ maxLength: 200 }) }, strict), {
        maxItems: 20,
      }),
    ),
    /** S205 §43 item numbers, for a proposed refusal. */
    grounds: Type.Optional(Type.Array(Type.Integer({ minimum: 1, maximum: 11 }), { maxItems: 11 })),
    statement: Type.Optional(Type.Object({ heard: Type.Boolean(), text: Type.String({ maxLength: 2000 }) }, strict)),
    /** 实地核查: two people, what they measured, and whether the applicant objected (XK 34). */
    siteCheck: Type.Optional(
      Type.Object(
        {
          second: Type.String({ maxLength: 30 }),
          schoolMetres: Type.Union([Type.Number({ minimum: 0, maximum: 100_000 }), Type.Null()]),
          objection: Type.String({ maxLength: 500 }),
        },
        strict,
      ),
    ),
    /** 转办 to this colleague; null puts the file back to be claimed. */
    to: Type.Optional(Nullable(StaffId)),
    /** 会签: who is asked. */
    ask: Type.Optional(Type.Array(StaffId, { maxItems: 5 })),
    agrees: Type.Optional(Type.Boolean()),
    /** 听证: the local day and hour. */
    heldAt: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}$' })),
    /** 告知利害关系人 */
    party: Type.Optional(
      Type.Object(
        {
          relation: Type.Enum(keysOf<PartyRelation>(partyRelations)),
          name: Type.String({ maxLength: 60 }),
          contact: Type.String({ maxLength: 200 }),
          way: Type.Enum(keysOf<PartyWay>(partyWays)),
        },
        strict,
      ),
    ),
    partyAnswer: Type.Optional(
      Type.Object(
        {
          partyId: Type.String({ maxLength: 40 }),
          answer: Type.Enum(keysOf<PartyAnswer>(partyAnswers)),
          on: Type.String({ maxLength: 10 }),
        },
        strict,
      ),
    ),
    /** The applicant's signed wish lies in the file. */
    signed: Type.Optional(Type.Boolean()),
    version: Type.Integer(),
  },
  strict,
)
