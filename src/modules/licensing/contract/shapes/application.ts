import Type, { type Static } from 'typebox'
import type { CheckPolicy, ServiceFacts } from '../../rules/checks/facts.ts'
import type { Known } from '../../rules/services/question.ts'
import { serviceCodes } from '../../rules/services/service.ts'
import { Finding, LicenceCard, Outcome } from './licence.ts'
import { Day, Nullable, strict } from './parts.ts'

const Facts = Type.Unsafe<ServiceFacts>({ type: 'object', additionalProperties: true })
const Policy = Type.Unsafe<CheckPolicy>({ type: 'object', additionalProperties: true })
const KnownShape = Type.Unsafe<Known>({ type: 'object', additionalProperties: true })

/**
 * Everything the steps of a service need, read once: nothing typed that a register knows. `facts` and `policy` let the
 * screen run the very rules of the server (`decideService`) before anything is submitted.
 */
export const ServiceSheet = Type.Object({
  service: Type.Enum([...serviceCodes]),
  licence: Nullable(LicenceCard),
  phoneMasked: Nullable(Type.String()),
  known: KnownShape,
  facts: Facts,
  policy: Policy,
  /** Of a renewal; null otherwise. */
  renewal: Nullable(
    Type.Object({
      newValidFrom: Day,
      newValidTo: Day,
      window: Type.Enum(['early', 'open', 'late', 'expired']),
      lastTimelyDay: Day,
      opensOn: Day,
    }),
  ),
  notice: Type.Object({
    version: Type.String(),
    title: Type.String(),
    paragraphs: Type.Array(Type.String()),
    titleEn: Type.String(),
    paragraphsEn: Type.Array(Type.String()),
  }),
  /** Where the outcome needs no answer: what stops at once, what an officer will look at in any case. */
  findings: Type.Array(Finding),
  outcome: Outcome,
})
export type ServiceSheet = Static<typeof ServiceSheet>

export const Signature = Type.Object(
  {
    kind: Type.Enum(['handwritten']),
    width: Type.Integer({ minimum: 50, maximum: 4000 }),
    height: Type.Integer({ minimum: 50, maximum: 4000 }),
    /** Strokes as x,y,x,y… integers; kept sealed with the application. */
    strokes: Type.Array(Type.Array(Type.Integer({ minimum: -4000, maximum: 8000 }), { minItems: 2, maxItems: 4000 }), {
      minItems: 1,
      maxItems: 200,
    }),
  },
  strict,
)

const PaperSignature = Type.Object({ kind: Type.Enum(['paper']) }, strict)

export const Answers = Type.Record(Type.String({ maxLength: 40 }), Type.String({ maxLength: 200 }), {
  maxProperties: 30,
})

/** 新办: what was said so far; a question may be open or wrong. */
export const SaidSoFar = Type.Object({ answers: Answers }, strict)

/** 领取方式: how a paper licence reaches the shop; `address` null = the premises on file. */
export const Deliver = Type.Object(
  {
    mode: Type.Enum(['electronic', 'pickup', 'post', 'door']),
    address: Nullable(Type.String({ minLength: 4, maxLength: 120 })),
  },
  strict,
)
export type Deliver = Static<typeof Deliver>

export const SubmitApplication = Type.Object(
  {
    service: Type.Enum([...serviceCodes]),
    /** null for 新办, which has none yet. */
    licenceNo: Nullable(Type.String({ minLength: 12, maxLength: 12 })),
    answers: Answers,
    deliver: Deliver,
    /** null = the number on file is right. */
    phone: Nullable(Type.String({ maxLength: 20 })),
    consent: Type.Object({ version: Type.String({ maxLength: 20 }), agreed: Type.Boolean() }, strict),
    /** 窗口: signed on the printed form, which lies scanned with the application. */
    signature: Type.Union([Signature, PaperSignature]),
    startedAt: Type.String({ format: 'date-time' }),
  },
  strict,
)
export type SubmitApplication = Static<typeof SubmitApplication>

/** The result screen: outcome in one sentence, what happens next and when, then the paper. */
export const CheckResult = Type.Object({
  applicationNo: Type.String(),
  /** 查询码: with the number it opens the progress on any channel. */
  checkCode: Type.String(),
  outcome: Outcome,
  state: Type.String(),
  headline: Type.String(),
  headlineEn: Type.String(),
  nextSteps: Type.Array(Type.Object({ text: Type.String(), textEn: Type.String(), by: Nullable(Day) })),
  findings: Type.Array(Finding),
  licence: Nullable(LicenceCard),
  receivedAt: Type.String(),
})
export type CheckResult = Static<typeof CheckResult>

export const PrintTicket = Type.Object({
  printId: Type.String(),
  url: Type.String(),
  copyNo: Type.Integer(),
  state: Type.String(),
})
export type PrintTicket = Static<typeof PrintTicket>
