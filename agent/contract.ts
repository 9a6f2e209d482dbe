/**
 * The device interface 本机接口: what the kiosk page may ask of the agent beside it.
 * Browser-safe: the kiosk imports these values. Everything else under /api/ is passed on to the server.
 */
import { type Static, Type } from 'typebox'

const Text = Type.String()

/** 远程设置 that the bureau has given this terminal (access contract, TerminalSettings). */
export const TerminalSettings = Type.Object({
  opensAt: Text,
  closesAt: Text,
  openDays: Type.Array(Type.Integer()),
  idleSeconds: Type.Integer({ minimum: 30, maximum: 90 }),
  voice: Type.Enum(['mandarin', 'cantonese', 'off']),
  volume: Type.Integer({ minimum: 0, maximum: 100 }),
  sleepPicture: Type.Enum(['welcome', 'clock', 'dark']),
  notice: Text,
})
export type TerminalSettings = Static<typeof TerminalSettings>

/** What the terminal is and how its parts are; sent whole on every change. */
export const DeviceState = Type.Object({
  terminal: Type.Object({ id: Text, name: Text, town: Text }),
  /** A demonstration: the page must show 模拟数据. */
  demo: Type.Boolean(),
  reader: Type.Enum(['ready', 'cardPresent', 'absent']),
  printer: Type.Object({
    state: Type.Enum(['idle', 'printing', 'stopped', 'absent']),
    reasons: Type.Array(Text),
  }),
  uplink: Type.Enum(['online', 'offline', 'revoked', 'frozen', 'notEnrolled']),
  /** Acts kept on this machine that the server has not yet accepted 待上传. */
  pendingActs: Type.Integer(),
  /** full: no new matter may be started, say so before the citizen types. */
  storage: Type.Enum(['ok', 'full']),
  version: Text,
  /** A sentence of the bureau for everybody at this terminal. */
  notice: Type.Optional(Text),
  /** Absent while the bureau has set nothing for this terminal. */
  settings: Type.Optional(TerminalSettings),
})
export type DeviceState = Static<typeof DeviceState>

/** Whose card it was, masked by the server; the page never sees the number or the session token. */
export const CardSession = Type.Object({
  person: Type.Object({ name: Text, idNoMasked: Text, elder: Type.Boolean() }),
  endsInSeconds: Type.Number(),
  idleSeconds: Type.Number(),
  /** The reader could give the portrait of the card: a face can be compared here. */
  portrait: Type.Optional(Type.Boolean()),
})
export type CardSession = Static<typeof CardSession>

/** The portrait of the card, for the memory of the page; gone when the session ends. */
export const Portrait = Type.Object({
  /** Base64 of a picture a browser can show. */
  image: Type.Union([Text, Type.Null()]),
  /** The dock answers for blink and turn; a real terminal never says so. */
  challengeSimulated: Type.Boolean(),
})
export type Portrait = Static<typeof Portrait>

/**
 * 窗口读卡: the console of a window asks for one reading, with the ticket the server gave it. The card goes to the server signed by
 * this device; the page gets what the officer before whom the card lies would type.
 */
export const DeskReadingRequest = Type.Object(
  {
    readingId: Type.String({ pattern: '^[0-9a-f-]{36}$' }),
    ticket: Type.String({ pattern: '^[A-Za-z0-9_-]{20,100}$' }),
  },
  { additionalProperties: false },
)
export type DeskReadingRequest = Static<typeof DeskReadingRequest>

export const DeskReading = Type.Object({
  session: Type.Object({
    counterId: Text,
    person: Type.Object({ name: Text, idNoMasked: Text, elder: Type.Boolean() }),
    endsAt: Text,
  }),
  card: Type.Object({ name: Text, idNo: Text }),
})
export type DeskReading = Static<typeof DeskReading>

/** Seconds left after 继续办理. */
export const SessionLife = Type.Object({ endsInSeconds: Type.Number(), idleSeconds: Type.Number() })
export type SessionLife = Static<typeof SessionLife>

export const PrintRequest = Type.Object(
  {
    printId: Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' }),
    url: Type.String({ pattern: '^/api/licensing/prints/[A-Za-z0-9_-]{1,64}/page$' }),
  },
  { additionalProperties: false },
)
export type PrintRequest = Static<typeof PrintRequest>

/** 回执 of a report: its number goes to the server in a body, never in an address, and stands in no journal. */
export const SlipRequest = Type.Object(
  { receipt: Type.String({ pattern: '^\\d{16}$' }) },
  { additionalProperties: false },
)
export type SlipRequest = Static<typeof SlipRequest>

/** unknown: the paper may have come out; it is never printed again by itself. */
export const PrintOutcome = Type.Object({
  outcome: Type.Enum(['printed', 'paperOut', 'jam', 'printerAbsent', 'unknown']),
})
export type PrintOutcome = Static<typeof PrintOutcome>

/** K-ack 已保存在本机，待上传: the act is fsynced here, the server has not answered yet. */
export const KeptAct = Type.Object({ state: Type.Literal('kept'), receipt: Text })
export type KeptAct = Static<typeof KeptAct>

/** A POST of the page with this header (value 1) is an act 办理动作: kept in the journal first, then sent. */
export const actHeader = 'x-yzt-act'

export const deviceRoutes = {
  state: { method: 'GET', url: '/device/state', reply: DeviceState },
  /** Server-sent events, each the whole DeviceState. */
  events: { method: 'GET', url: '/device/events', reply: DeviceState },
  openSession: { method: 'POST', url: '/device/card-session', reply: CardSession },
  extendSession: { method: 'POST', url: '/device/card-session/extend', reply: SessionLife },
  endSession: { method: 'DELETE', url: '/device/card-session', reply: Type.Null() },
  portrait: { method: 'GET', url: '/device/portrait', reply: Portrait },
  deskReading: { method: 'POST', url: '/device/desk-readings', body: DeskReadingRequest, reply: DeskReading },
  print: { method: 'POST', url: '/device/prints', body: PrintRequest, reply: PrintOutcome },
  printSlip: { method: 'POST', url: '/device/slips', body: SlipRequest, reply: PrintOutcome },
  callHelper: { method: 'POST', url: '/device/call-helper', reply: Type.Unknown() },
} as const
