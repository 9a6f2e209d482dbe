import Type, { type Static } from 'typebox'
import { agencyKindCodes, fieldCodes, itemKindCodes } from '../rules/agencies.ts'
import { itemEventCodes, itemStateCodes } from '../rules/item/moves.ts'

export const strict = { additionalProperties: false } as const
export const Nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
export const Text = (max: number, min = 1) => Type.String({ minLength: min, maxLength: max })
export const Id = Type.String({ format: 'uuid' })
export const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
export const ItemNo = Type.String({ pattern: '^XZ-\\d{4}-\\d{6}$' })
export const AgreementNo = Type.String({ pattern: '^XY-\\d{4}-\\d{4}$' })
export const PublicKey = Type.String({ pattern: '^04[0-9a-f]{128}$' })
export const ItemKindCode = Type.Enum(itemKindCodes)
export const AgencyKindCode = Type.Enum(agencyKindCodes)
export const FieldCode = Type.Enum(fieldCodes)
export const ItemStateCode = Type.Enum(itemStateCodes)
export const ItemEventCode = Type.Enum(itemEventCodes)
/** Field → value; what is not shown is not there. */
export const Values = Type.Record(Type.String(), Type.String())

const ContactView = Type.Object({
  id: Id,
  agencyId: Id,
  name: Type.String(),
  duty: Type.String(),
  phoneMasked: Type.String(),
  account: Nullable(Type.String()),
  state: Type.Enum(['active', 'closed']),
})

export const AgreementView = Type.Object({
  no: Type.String(),
  agencyId: Id,
  contact: Type.String(),
  purpose: Type.String(),
  items: Type.Array(ItemKindCode),
  fields: Type.Array(FieldCode),
  monthlyQuota: Type.Integer(),
  dailyReads: Type.Integer(),
  secondHand: Type.Boolean(),
  from: Type.String(),
  until: Type.String(),
  /** As of now: waits for the second person, in force, not yet, expired, withdrawn, rejected. */
  standing: Type.Enum(['proposed', 'inForce', 'notYet', 'expired', 'withdrawn', 'rejected']),
  proposedBy: Type.String(),
  decidedBy: Nullable(Type.String()),
  withdrawnWhy: Nullable(Type.String()),
  thisMonth: Type.Integer(),
})
export type AgreementView = Static<typeof AgreementView>

export const AgencyView = Type.Object({
  id: Id,
  kind: AgencyKindCode,
  name: Type.String(),
  areas: Type.Array(Type.String()),
  hasKey: Type.Boolean(),
  state: Type.Enum(['active', 'closed']),
  contacts: Type.Array(ContactView),
  agreements: Type.Array(AgreementView),
})
export type AgencyView = Static<typeof AgencyView>

const clocks = {
  givenAt: Nullable(Type.String()),
  receiveDueAt: Nullable(Type.String()),
  answerDueAt: Nullable(Type.String()),
  receivedAt: Nullable(Type.String()),
  answeredAt: Nullable(Type.String()),
  late: Type.Boolean(),
}

export const ItemRow = Type.Object({
  no: Type.String(),
  kind: ItemKindCode,
  agencyId: Id,
  agency: Type.String(),
  contact: Type.String(),
  aboutNo: Nullable(Type.String()),
  state: ItemStateCode,
  ...clocks,
})
export type ItemRow = Static<typeof ItemRow>

const ItemLine = Type.Object({
  at: Type.String(),
  event: Type.String(),
  side: Type.Enum(['ours', 'theirs']),
  by: Type.String(),
  words: Type.String(),
})

export const PackageView = Type.Object({
  id: Type.String(),
  number: Type.String(),
  kind: Type.String(),
  digest: Type.String(),
  madeAt: Type.String(),
  receiptAt: Nullable(Type.String()),
})

export const NoticeView = Type.Object({
  state: Type.Enum(['queued', 'sent', 'delivered', 'failed']),
  queuedAt: Type.String(),
  sentAt: Nullable(Type.String()),
  settledAt: Nullable(Type.String()),
})
export type NoticeView = Static<typeof NoticeView>

export const ItemDetail = Type.Object({
  item: ItemRow,
  version: Type.Integer(),
  agreementNo: Type.String(),
  fields: Type.Array(FieldCode),
  values: Values,
  events: Type.Array(ItemLine),
  fetches: Type.Array(
    Type.Object({
      id: Type.String(),
      at: Type.String(),
      by: Type.String(),
      channel: Type.Enum(['page', 'api']),
      fields: Type.Array(FieldCode),
    }),
  ),
  packages: Type.Array(PackageView),
  /** 短信 to the named contact: that something waits, nothing of what. */
  notices: Type.Array(NoticeView),
  steps: Type.Array(ItemEventCode),
})
export type ItemDetail = Static<typeof ItemDetail>

/** What the other side sees of an item in its list: values only by opening it, which is logged. */
export const TheirRow = Type.Object({
  no: Type.String(),
  kind: ItemKindCode,
  contact: Type.String(),
  mine: Type.Boolean(),
  state: ItemStateCode,
  ...clocks,
  /** Name of the refusal where the agreement does not hold any more. */
  closed: Nullable(Type.String()),
})
export type TheirRow = Static<typeof TheirRow>

export const TheirItem = Type.Object({
  item: TheirRow,
  version: Type.Integer(),
  purpose: Type.String(),
  agreementNo: Type.String(),
  until: Type.String(),
  values: Values,
  events: Type.Array(ItemLine),
  steps: Type.Array(ItemEventCode),
  package: Nullable(PackageView),
  /** This sending, for the log of the other side. */
  fetch: Type.Object({ id: Id, digest: Type.String(), at: Type.String() }),
})
export type TheirItem = Static<typeof TheirItem>

export const LogLine = Type.Object(
  { id: Id, itemNo: Type.String(), digest: Type.String({ pattern: '^[0-9a-f]{64}$' }) },
  strict,
)

export const DayLog = Type.Object({
  agencyId: Id,
  day: Day,
  lines: Type.Array(LogLine),
  digest: Type.String(),
  /** SM2 over the digest by the key of the ledger, once the day is over. */
  signature: Nullable(Type.String()),
  keyId: Nullable(Type.String()),
  publicKey: Nullable(Type.String()),
})
export type DayLog = Static<typeof DayLog>

export const ReconciledView = Type.Object({
  agencyId: Id,
  day: Day,
  at: Type.String(),
  by: Type.String(),
  ours: Type.Integer(),
  theirs: Type.Integer(),
  differences: Type.Array(
    Type.Object({
      id: Type.String(),
      itemNo: Type.String(),
      what: Type.Enum(['onlyOurs', 'onlyTheirs', 'otherContent']),
    }),
  ),
})
export type ReconciledView = Static<typeof ReconciledView>
