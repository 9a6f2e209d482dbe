import Type, { type Static } from 'typebox'

const strict = { additionalProperties: false } as const
const Nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })

export const Citation = Type.Object({
  instrument: Type.String(),
  article: Type.Integer(),
  paragraph: Type.Optional(Type.Integer()),
  item: Type.Optional(Type.Integer()),
})

/** One rule's verdict with its reason in plain words and the article behind it. The machine has no verdict "refuse". */
export const Finding = Type.Object({
  rule: Type.String(),
  outcome: Type.Enum(['pass', 'person', 'stop', 'notChecked']),
  reason: Type.String(),
  reasonEn: Type.String(),
  next: Nullable(Type.String()),
  nextEn: Nullable(Type.String()),
  basis: Type.Array(Citation),
  facts: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()])),
})
export type Finding = Static<typeof Finding>

/** grant = 准予；person = 转人工；stop = 现在不能办（说明原因，不是不予许可）. */
export const Outcome = Type.Enum(['grant', 'person', 'stop'])
export type Outcome = Static<typeof Outcome>

export const ServiceAvailability = Type.Object({
  service: Type.Enum(['renewal', 'print']),
  available: Type.Boolean(),
  why: Nullable(Type.String()),
  whyEn: Nullable(Type.String()),
  basis: Type.Array(Citation),
})

/** The citizen's own licence as the screen shows it (facts to confirm, never fields to fill). */
export const LicenceCard = Type.Object({
  licenceNo: Type.String(),
  shopName: Type.String(),
  operatorName: Type.String(),
  address: Type.String(),
  scope: Type.Array(Type.String()),
  validFrom: Day,
  validTo: Day,
  state: Type.String(),
  stateLabel: Type.String(),
  stateLabelEn: Type.String(),
  daysLeft: Type.Integer(),
  version: Type.Integer(),
  openApplicationNo: Nullable(Type.String()),
  services: Type.Array(ServiceAvailability),
})
export type LicenceCard = Static<typeof LicenceCard>

/** Everything the renewal steps need: read once after the card, nothing typed except a corrected phone. */
export const RenewalSheet = Type.Object({
  licence: LicenceCard,
  phoneMasked: Nullable(Type.String()),
  newValidFrom: Day,
  newValidTo: Day,
  window: Type.Enum(['early', 'open', 'late', 'expired']),
  lastTimelyDay: Day,
  opensOn: Day,
  notice: Type.Object({
    version: Type.String(),
    title: Type.String(),
    paragraphs: Type.Array(Type.String()),
    titleEn: Type.String(),
    paragraphsEn: Type.Array(Type.String()),
  }),
  findings: Type.Array(Finding),
  outcome: Outcome,
})
export type RenewalSheet = Static<typeof RenewalSheet>

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

export const SubmitRenewal = Type.Object(
  {
    service: Type.Enum(['renewal']),
    licenceNo: Type.String({ minLength: 12, maxLength: 12 }),
    /** null = the number on file is right. */
    phone: Nullable(Type.String({ maxLength: 20 })),
    consent: Type.Object({ version: Type.String({ maxLength: 20 }), agreed: Type.Boolean() }, strict),
    signature: Signature,
    startedAt: Type.String({ format: 'date-time' }),
  },
  strict,
)
export type SubmitRenewal = Static<typeof SubmitRenewal>

/** The result screen: outcome in one sentence, what happens next and when, then the paper. */
export const CheckResult = Type.Object({
  applicationNo: Type.String(),
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

/** The English twin of a label, where the server has one; the console shows the Chinese one otherwise. */
const En = Type.Optional(Type.String())

export const Clock = Type.Object({
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
  service: Type.String(),
  serviceLabel: Type.String(),
  serviceLabelEn: En,
  licenceNo: Type.String(),
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
  flags: Type.Array(Type.String()),
})
export type ApplicationRow = Static<typeof ApplicationRow>

/** A button of the console: what cannot be done is there, disabled, and says why. */
export const OfficerStep = Type.Object({
  event: Type.String(),
  label: Type.String(),
  labelEn: Type.String(),
  allowed: Type.Boolean(),
  whyNot: Nullable(Type.String()),
  whyNotEn: En,
  basis: Type.Array(Citation),
  form: Type.Enum(['none', 'opinion', 'corrections', 'reasons', 'statement', 'extension']),
  main: Type.Boolean(),
})
export type OfficerStep = Static<typeof OfficerStep>

export const ApplicationDetail = Type.Object({
  ...ApplicationRow.properties,
  /** Of the application, not of the licence: sent back with a step, so that nobody acts on an outdated page (409). */
  version: Type.Integer(),
  licence: LicenceCard,
  applicant: Type.Object({
    nameMasked: Type.String(),
    idNoMasked: Type.String(),
    phoneMasked: Nullable(Type.String()),
    method: Type.String(),
  }),
  channel: Type.String(),
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
    version: Type.Integer(),
  },
  strict,
)

export const Verification = Type.Object({
  licenceNo: Type.String(),
  state: Type.String(),
  stateLabel: Type.String(),
  stateLabelEn: Type.String(),
  valid: Type.Boolean(),
  shopName: Type.String(),
  operatorNameMasked: Type.String(),
  address: Type.String(),
  validFrom: Day,
  validTo: Day,
  version: Type.Integer(),
  currentVersion: Type.Integer(),
  copyNo: Nullable(Type.Integer()),
  asOf: Type.String(),
})
export type Verification = Static<typeof Verification>
