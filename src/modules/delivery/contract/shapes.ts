import Type, { type Static } from 'typebox'
import { type ItemState, itemStates } from '../rules/item/moves.ts'

export const strict = { additionalProperties: false } as const
export const Nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
export const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
export const Text = (max: number, min = 1) => Type.String({ minLength: min, maxLength: max })
export const Id = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' })
export const ItemNo = Type.String({ pattern: '^S\\d{8}-\\d{6,}$' })
export const Minute = Type.Integer({ minimum: 0, maximum: 1439 })
export const AreaCode = Type.String({ pattern: '^\\d{6}(\\d{3}){0,2}$' })
const State = Type.Enum([...itemStates] as [ItemState, ...ItemState[]])
const Mode = Type.Enum(['pickup', 'post', 'door', 'electronic'])
export const Place = Type.Object(
  { lng: Type.Number({ minimum: 73, maximum: 136 }), lat: Type.Number({ minimum: 3, maximum: 54 }) },
  strict,
)

/** 送达件 as lists show it: shop and address are public facts of the licence, the person is masked. */
export const ItemRow = Type.Object({
  itemNo: Type.String(),
  applicationNo: Type.String(),
  licenceNo: Type.String(),
  areaCode: Type.String(),
  service: Type.String(),
  result: Type.Enum(['grant', 'deny']),
  mode: Mode,
  state: State,
  stateLabel: Type.String(),
  stateLabelEn: Type.String(),
  shopName: Type.String(),
  operatorNameMasked: Type.String(),
  address: Type.String(),
  position: Nullable(Type.Object({ lng: Type.Number(), lat: Type.Number() })),
  attempts: Type.Integer(),
  serveBy: Nullable(Day),
  /** 期限: counted in working days; null where the day is not known. */
  clock: Type.Object({
    tone: Type.Enum(['none', 'ok', 'soon', 'overdue', 'done']),
    workingDaysLeft: Nullable(Type.Integer()),
  }),
  version: Type.Integer(),
})
export type ItemRow = Static<typeof ItemRow>

const ItemStep = Type.Object({
  event: Type.String(),
  label: Type.String(),
  labelEn: Type.String(),
  allowed: Type.Boolean(),
  why: Nullable(Type.String()),
  whyEn: Nullable(Type.String()),
})

const TalkArticle = Type.Object(
  { instrument: Type.String({ maxLength: 10 }), article: Type.Integer({ minimum: 1, maximum: 999 }) },
  strict,
)
export const Talk = Type.Object(
  { articles: Type.Array(TalkArticle, { minItems: 1, maxItems: 12 }), note: Text(300, 0) },
  strict,
)
export type Talk = Static<typeof Talk>

export const ItemDetail = Type.Object({
  item: ItemRow,
  /** Whether the file it came from is in this house; a made-up item of the demonstration has none. */
  hasFile: Type.Boolean(),
  phoneMasked: Type.String(),
  mailNo: Nullable(Type.String()),
  addressConfirmedOn: Nullable(Day),
  steps: Type.Array(ItemStep),
  events: Type.Array(
    Type.Object({
      event: Type.String(),
      label: Type.String(),
      labelEn: Type.String(),
      at: Type.String(),
      capturedAt: Type.String(),
      by: Type.String(),
      note: Type.String(),
    }),
  ),
  proof: Nullable(
    Type.Object({
      how: Type.String(),
      kind: Type.String(),
      receiverKind: Type.String(),
      receiverName: Type.String(),
      relation: Type.String(),
      witnesses: Type.Array(Type.String()),
      strokes: Type.Array(Type.Array(Type.Array(Type.Number()))),
      capturedAt: Type.String(),
      at: Type.String(),
    }),
  ),
  photos: Type.Array(
    Type.Object({ id: Type.String(), event: Type.String(), bytes: Type.Integer(), capturedAt: Type.String() }),
  ),
  talks: Type.Array(
    Type.Object({
      articles: Type.Array(Type.Object({ instrument: Type.String(), article: Type.Integer(), title: Type.String() })),
      note: Type.String(),
      at: Type.String(),
    }),
  ),
  receipt: Nullable(Type.Object({ id: Type.String(), number: Type.String() })),
  /** 送达地址确认书, newest first. */
  addressPapers: Type.Array(Type.Object({ id: Type.String(), number: Type.String() })),
})
export type ItemDetail = Static<typeof ItemDetail>

export const StopView = Type.Object({
  itemNo: Type.String(),
  seq: Type.Integer(),
  arriveMinute: Type.Integer(),
  opensMinute: Type.Integer(),
  closesMinute: Type.Integer(),
  late: Type.Boolean(),
  shopName: Type.String(),
  address: Type.String(),
  position: Type.Object({ lng: Type.Number(), lat: Type.Number() }),
  state: Type.String(),
})
export type StopView = Static<typeof StopView>

export const RoundPlan = Type.Object({
  stops: Type.Array(StopView),
  depot: Type.Object({ code: Type.String(), name: Type.String(), lng: Type.Number(), lat: Type.Number() }),
  startMinute: Type.Integer(),
  endMinute: Type.Integer(),
  metres: Type.Integer(),
  lateCount: Type.Integer(),
})
export type RoundPlan = Static<typeof RoundPlan>

export const RoundRow = Type.Object({
  id: Type.String(),
  areaCode: Type.String(),
  day: Day,
  courierId: Type.String(),
  courierName: Type.String(),
  state: Type.Enum(['assigned', 'underway', 'closed']),
  stops: Type.Integer(),
  served: Type.Integer(),
  metres: Type.Integer(),
  endMinute: Type.Integer(),
})
export const RoundView = Type.Object({ ...RoundPlan.properties, round: RoundRow })
export type RoundView = Static<typeof RoundView>

/** What the courier's telephone keeps for one day: no identity number, the person masked, the code only as a slow hash. */
export const FieldStop = Type.Object({
  itemNo: Type.String(),
  seq: Type.Integer(),
  arriveMinute: Type.Integer(),
  late: Type.Boolean(),
  shopName: Type.String(),
  operatorNameMasked: Type.String(),
  address: Type.String(),
  phone: Type.String(),
  position: Type.Object({ lng: Type.Number(), lat: Type.Number() }),
  service: Type.String(),
  result: Type.Enum(['grant', 'deny']),
  attempts: Type.Integer(),
  state: State,
  codeSalt: Type.String(),
  codeHash: Type.String(),
})
export type FieldStop = Static<typeof FieldStop>
export const FieldRound = Type.Object({
  id: Type.String(),
  day: Day,
  depotName: Type.String(),
  startMinute: Type.Integer(),
  endMinute: Type.Integer(),
  metres: Type.Integer(),
  state: Type.String(),
  stops: Type.Array(FieldStop),
})
export type FieldRound = Static<typeof FieldRound>

const Photo = Type.String({ minLength: 100, maxLength: 700_000, pattern: '^[A-Za-z0-9+/]+={0,2}$' })
const Photos = Type.Array(Photo, { maxItems: 3 })
const Strokes = Type.Array(
  Type.Array(Type.Array(Type.Integer({ minimum: -2000, maximum: 4000 }), { minItems: 2, maxItems: 2 }), {
    maxItems: 600,
  }),
  { maxItems: 60 },
)
export const Receiver = Type.Object(
  { kind: Type.Enum(['self', 'family', 'mandate']), name: Text(60, 0), relation: Text(60, 0), checked: Type.Boolean() },
  strict,
)
const base = { itemNo: ItemNo, roundId: Id, capturedAt: Text(40), talk: Type.Optional(Talk) }

/** 外勤动作: one act of a courier as the outbox sends it. */
export const FieldAct = Type.Union([
  Type.Object({ ...base, kind: Type.Literal('depart') }, strict),
  Type.Object(
    {
      ...base,
      kind: Type.Literal('handOver'),
      receiver: Receiver,
      photos: Photos,
      proof: Type.Union([
        Type.Object({ kind: Type.Literal('code'), code: Type.String({ pattern: '^[0-9]{6}$' }) }, strict),
        Type.Object({ kind: Type.Literal('card'), last4: Type.String({ pattern: '^[0-9]{3}[0-9Xx]$' }) }, strict),
        Type.Object({ kind: Type.Literal('signature'), strokes: Strokes }, strict),
      ]),
    },
    strict,
  ),
  Type.Object({ ...base, kind: Type.Literal('absent'), photos: Photos, note: Text(200, 0) }, strict),
  Type.Object(
    {
      ...base,
      kind: Type.Literal('refused'),
      leave: Type.Boolean(),
      why: Text(200),
      witnesses: Type.Array(Text(60), { maxItems: 4 }),
      photos: Photos,
    },
    strict,
  ),
  Type.Object({ ...base, kind: Type.Literal('bringBack'), note: Text(200, 0) }, strict),
])
export type FieldAct = Static<typeof FieldAct>

const BookingView = Type.Object({
  id: Type.String(),
  nameMasked: Type.String(),
  phoneMasked: Type.String(),
  licenceNo: Nullable(Type.String()),
  topic: Type.String(),
  state: Type.Enum(['booked', 'cancelled', 'done']),
  remindedOn: Nullable(Day),
})
export const VisitView = Type.Object({
  id: Type.String(),
  kind: Type.Enum(['village', 'helper']),
  areaCode: Type.String(),
  place: Type.String(),
  day: Day,
  fromMinute: Type.Integer(),
  toMinute: Type.Integer(),
  capacity: Type.Integer(),
  taken: Type.Integer(),
  state: Type.Enum(['open', 'cancelled']),
  bookings: Type.Array(BookingView),
})
export type VisitView = Static<typeof VisitView>

export const HeldAct = Type.Object({
  id: Type.String(),
  itemNo: Type.String(),
  kind: Type.String(),
  why: Type.String(),
  by: Type.String(),
  capturedAt: Type.String(),
  heldAt: Type.String(),
})
export type HeldAct = Static<typeof HeldAct>
