import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { PictureLine } from './pictures.ts'
import { Day, Maybe, strict, Uuid } from './shapes.ts'

const Clock = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' })
const Place = Type.Object(
  { lng: Type.Number({ minimum: 73, maximum: 136 }), lat: Type.Number({ minimum: 3, maximum: 54 }) },
  strict,
)
const id = Type.Object({ id: Type.String({ pattern: '^PF-\\d{4}-\\d{4}$' }) })
const code = Type.Object({ code: Type.String({ pattern: '^[2-9A-HJ-NP-Z]{8}$' }) })

const EventFields = {
  kind: Type.Enum(['village', 'market', 'school']),
  title: Type.String({ minLength: 2, maxLength: 60 }),
  town: Type.String({ pattern: '^\\d{9}$' }),
  place: Type.String({ minLength: 2, maxLength: 80 }),
  position: Place,
  /** 进校园: which school of the register; place and position are then its own. */
  schoolId: Maybe(Type.String({ minLength: 1, maxLength: 40 })),
  plannedOn: Day,
  startsAt: Clock,
  materials: Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { maxItems: 12 }),
}
export const EventInput = Type.Object(EventFields, strict)
export type EventInput = Static<typeof EventInput>

export const EventLine = Type.Object({
  ...EventFields,
  id: Type.String(),
  code: Type.String(),
  state: Type.Enum(['planned', 'held', 'cancelled']),
  version: Type.Integer(),
  heldOn: Maybe(Day),
  heads: Maybe(Type.Integer()),
  /** Telephones that signed in. */
  signed: Type.Integer(),
  stars: Maybe(Type.Number()),
  note: Maybe(Type.String()),
  pictures: Type.Array(PictureLine),
})
export type EventLine = Static<typeof EventLine>

/** A school of the register and when it was last visited. */
export const SchoolLine = Type.Object({
  id: Type.String(),
  name: Type.String(),
  kind: Type.String(),
  town: Type.String(),
  gate: Type.String(),
  position: Place,
  heldOn: Maybe(Day),
  plannedOn: Maybe(Day),
})
export type SchoolLine = Static<typeof SchoolLine>

export const ReachView = Type.Object({
  metres: Type.Integer(),
  months: Type.Integer(),
  towns: Type.Array(Type.Object({ town: Type.String(), shops: Type.Integer(), near: Type.Integer() })),
  unreached: Type.Integer(),
  proposals: Type.Array(
    Type.Object({ town: Type.String(), address: Type.String(), position: Place, shops: Type.Integer() }),
  ),
})
export type ReachView = Static<typeof ReachView>

/** Without its code: that hangs where the event is. */
const PublicEvent = Type.Object({
  id: Type.String(),
  title: Type.String(),
  place: Type.String(),
  plannedOn: Day,
  startsAt: Clock,
  state: Type.Enum(['planned', 'held', 'cancelled']),
})
const HeldEvent = Type.Object({
  id: Type.String(),
  title: Type.String(),
  place: Type.String(),
  heldOn: Day,
  heads: Type.Integer(),
  pictures: Type.Array(Type.Object({ id: Type.String(), alt: Type.String() })),
})
export type HeldEvent = Static<typeof HeldEvent>

const workers = allow.staff('legal', 'head', 'window', 'helper', 'courier')

export const eventRoutes = {
  listEvents: {
    method: 'GET',
    url: '/api/outreach/events',
    allow: workers,
    summary: '普法活动：计划、人数、评价',
    reply: Type.Object({ items: Type.Array(EventLine) }),
  },
  planEvent: {
    method: 'POST',
    url: '/api/outreach/events',
    allow: workers,
    summary: '安排一场活动；文字过广告法检查',
    body: EventInput,
    reply: Type.Object({ id: Type.String() }),
  },
  stepEvent: {
    method: 'POST',
    url: '/api/outreach/events/:id/steps',
    allow: workers,
    summary: '改期、登记已办和人数、取消',
    params: id,
    body: Type.Object(
      {
        event: Type.Enum(['move', 'hold', 'cancel']),
        version: Type.Integer({ minimum: 1 }),
        plannedOn: Type.Optional(Day),
        startsAt: Type.Optional(Clock),
        heads: Type.Optional(Type.Integer({ minimum: 0, maximum: 5000 })),
        note: Type.Optional(Type.String({ maxLength: 300 })),
      },
      strict,
    ),
    reply: Type.Object({ version: Type.Integer() }),
  },
  eventReach: {
    method: 'GET',
    url: '/api/outreach/events-reach',
    allow: workers,
    summary: '去过哪里、没去过哪里、下一场到哪里最好',
    reply: ReachView,
  },
  eventSchools: {
    method: 'GET',
    url: '/api/outreach/event-schools',
    allow: workers,
    summary: '登记的学校：去过没有、什么时候再去',
    reply: Type.Object({ items: Type.Array(SchoolLine) }),
  },
  comingEvents: {
    method: 'GET',
    url: '/api/outreach/coming-events',
    allow: allow.public,
    summary: '近期的普法活动',
    reply: Type.Object({ items: Type.Array(PublicEvent) }),
  },
  heldEvents: {
    method: 'GET',
    url: '/api/outreach/held-events',
    allow: allow.public,
    summary: '办过的普法活动和已发布的照片',
    reply: Type.Object({ items: Type.Array(HeldEvent) }),
  },
  openEvent: {
    method: 'GET',
    url: '/api/outreach/events/at/:code',
    allow: allow.public,
    summary: '签到码对应的活动',
    params: code,
    reply: PublicEvent,
  },
  joinEvent: {
    method: 'POST',
    url: '/api/outreach/events/at/:code',
    allow: allow.public,
    summary: '扫码签到，活动后评价；不记是谁',
    params: code,
    body: Type.Object(
      {
        /** Made by this telephone; only its hash, bound to this event, is kept. */
        mark: Uuid,
        stars: Type.Optional(Type.Integer({ minimum: 1, maximum: 5 })),
        words: Type.Optional(Type.String({ maxLength: 200 })),
      },
      strict,
    ),
    reply: Type.Object({ joined: Type.Boolean() }),
  },
} as const satisfies Routes
