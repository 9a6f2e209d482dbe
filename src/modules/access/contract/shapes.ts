import Type, { type Static } from 'typebox'
import { accountRoles } from '#kernel/actor'

export const Text = (max: number, min = 1) => Type.String({ minLength: min, maxLength: max })
export const Hex = (max: number) => Type.String({ pattern: '^[0-9a-fA-F]+$', maxLength: max })
export const Id = Type.String({ format: 'uuid' })
export const strict = { additionalProperties: false } as const

/** What the chip of a resident identity card says (居民身份证); never the photo, never fingerprints. */
export const CardFields = Type.Object(
  {
    name: Text(15),
    sex: Type.String({ maxLength: 2 }),
    ethnicGroup: Type.String({ maxLength: 2 }),
    birth: Type.String({ maxLength: 10 }),
    idNo: Text(18),
    issuer: Type.String({ maxLength: 15 }),
    validFrom: Type.String({ maxLength: 10 }),
    validTo: Type.String({ maxLength: 10 }),
  },
  strict,
)
export type CardFields = Static<typeof CardFields>

export const MaskedPerson = Type.Object({ name: Type.String(), idNoMasked: Type.String(), elder: Type.Boolean() })
export type MaskedPerson = Static<typeof MaskedPerson>

/** A sealed act (decision 0002 §5), every part in hex. */
export const Envelope = Type.Object(
  { wrappedKey: Hex(1000), iv: Hex(32), ciphertext: Hex(2_000_000), tag: Hex(32) },
  strict,
)
export type Envelope = Static<typeof Envelope>

/** What the server finds inside an envelope. */
export const InnerAct = Type.Object({
  method: Type.String({ maxLength: 10 }),
  url: Type.String({ maxLength: 300 }),
  body: Type.Unknown(),
  session: Type.String({ maxLength: 100 }),
  capturedAt: Type.String({ maxLength: 40 }),
  idempotencyKey: Type.String({ pattern: '^[A-Za-z0-9_-]{8,100}$' }),
})
export type InnerAct = Static<typeof InnerAct>

/** An act the machine could not place, waiting for a person (待人工处理). */
export const HeldActView = Type.Object({
  id: Id,
  terminal: Type.String(),
  reason: Type.Enum(['actUnreadable', 'actNotAllowed', 'actSessionUnknown', 'actTimeDoubtful']),
  receivedAt: Type.String(),
  settledAt: Type.Union([Type.String(), Type.Null()]),
})
export type HeldActView = Static<typeof HeldActView>

export const TerminalView = Type.Object({
  id: Id,
  code: Type.String(),
  name: Type.String(),
  areaCode: Type.String(),
  state: Type.Enum(['proposed', 'confirmed', 'active', 'frozen', 'revoked']),
  proposedBy: Type.String(),
  confirmedBy: Type.Union([Type.String(), Type.Null()]),
  lastSeenAt: Type.Union([Type.String(), Type.Null()]),
  version: Type.Union([Type.String(), Type.Null()]),
  faults: Type.Array(Type.String()),
})
export type TerminalView = Static<typeof TerminalView>

export const StaffView = Type.Object({
  id: Id,
  account: Type.String(),
  name: Type.String(),
  roles: Type.Array(Type.Enum([...accountRoles])),
  areas: Type.Array(Type.String()),
  /** Given: a partner's account, who sees the partner's pages and no other. */
  agencyId: Type.Optional(Type.String()),
  idleSeconds: Type.Integer(),
})
export type StaffView = Static<typeof StaffView>

/** A time of day. */
export const Clock = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' })
/** 开放时间 of the week that begins today: 1 is Monday, a day that is not named is a day of rest. */
export const Hours = Type.Object({ opensAt: Clock, closesAt: Clock, openDays: Type.Array(Type.Integer()) })
