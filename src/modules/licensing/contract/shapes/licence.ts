import Type, { type Static } from 'typebox'
import { serviceCodes } from '../../rules/services/service.ts'
import { Day, Nullable } from './parts.ts'

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

const ServiceAvailability = Type.Object({
  service: Type.Enum([...serviceCodes, 'print']),
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
  suspension: Nullable(Type.Object({ from: Day, to: Day })),
  services: Type.Array(ServiceAvailability),
})
export type LicenceCard = Static<typeof LicenceCard>

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
