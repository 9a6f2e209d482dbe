import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import {
  type Answer,
  answers,
  type ExitWay,
  exitWays,
  type OutCause,
  outCauses,
  type Signing,
  type Standing,
  signings,
  standingLabels,
} from '../rules/school/case-moves.ts'
import {
  type PlaceSource,
  type PlaceState,
  placeEvents,
  placeLabels,
  placeSources,
} from '../rules/school/place-moves.ts'

const strict = { additionalProperties: false } as const
const Nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const Text = (max: number, min = 1) => Type.String({ minLength: min, maxLength: max })
const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>) => Type.Enum(Object.keys(table) as [K, ...K[]])
const LicenceNo = Type.String({ pattern: '^\\d{12}$' })
const CampaignId = Type.String({ pattern: '^ZX-\\d{4}-\\d{3}$' })
const PlaceId = Type.String({ pattern: '^WZ-\\d{4}-\\d{4}$' })
const StaffId = Type.String({ pattern: '^[0-9a-f-]{36}$' })
const Position = Nullable(Type.Object({ lng: Type.Number(), lat: Type.Number() }))
const Event = Type.Object({
  at: Type.String(),
  event: Type.String(),
  toState: Type.String(),
  by: Type.String(),
  note: Type.String(),
})
const Law = Type.Object({ zh: Type.String(), basis: Type.String() })

/** 一户: where it stands, by which gate and value. */
export const SchoolShop = Type.Object({
  licenceNo: Type.String(),
  shopName: Type.String(),
  town: Type.String(),
  address: Type.String(),
  position: Position,
  standing: keysOf<Standing>(standingLabels),
  /** The gate that matters most, the measured walk (legal value) and the line (hint). */
  school: Type.String(),
  gate: Type.String(),
  walk: Nullable(Type.Number()),
  line: Nullable(Type.Number()),
  limit: Type.Number(),
  /** The first signed walk that showed it inside. */
  insideSince: Nullable(Day),
  licensedOn: Day,
  /** 有效期至: the holder is protected until then. */
  validTo: Day,
  exitBy: Nullable(Day),
  outOn: Nullable(Day),
  outCause: Nullable(keysOf<OutCause>(outCauses)),
  talks: Type.Integer(),
})
export type SchoolShop = Static<typeof SchoolShop>

/** 无证售卖点. */
export const SchoolPlace = Type.Object({
  id: Type.String(),
  town: Type.String(),
  address: Type.String(),
  position: Position,
  what: Type.String(),
  source: keysOf<PlaceSource>(placeSources),
  reportedOn: Day,
  state: keysOf<PlaceState>(placeLabels),
  version: Type.Integer(),
  agency: Nullable(Type.String()),
  campaignId: Nullable(Type.String()),
  events: Type.Array(Event),
})
export type SchoolPlace = Static<typeof SchoolPlace>

/** 专项行动, with what it has brought so far. */
export const SchoolCampaign = Type.Object({
  id: Type.String(),
  title: Type.String(),
  agencies: Type.Array(Type.String()),
  goal: Type.String(),
  fromOn: Day,
  toOn: Day,
  insideAtStart: Type.Integer(),
  insideNow: Type.Integer(),
  talks: Type.Integer(),
  left: Type.Integer(),
  placesStopped: Type.Integer(),
  closedAt: Nullable(Type.String()),
  summary: Type.String(),
})
export type SchoolCampaign = Static<typeof SchoolCampaign>

export const SchoolBoard = Type.Object({
  today: Day,
  schoolMetres: Type.Number(),
  kindergartenMetres: Type.Number(),
  shops: Type.Array(SchoolShop),
  places: Type.Array(SchoolPlace),
  gates: Type.Array(
    Type.Object({
      school: Type.String(),
      gate: Type.String(),
      kind: Type.String(),
      lng: Type.Number(),
      lat: Type.Number(),
    }),
  ),
  trend: Type.Array(Type.Object({ month: Type.String(), inside: Type.Integer(), left: Type.Integer() })),
  campaigns: Type.Array(SchoolCampaign),
  placeLaw: Type.Array(Law),
})
export type SchoolBoard = Static<typeof SchoolBoard>

export const SchoolCase = Type.Object({
  licenceNo: Type.String(),
  /** null: the shop has nothing to do with a school. */
  shop: Nullable(SchoolShop),
  version: Type.Integer(),
  may: Type.Array(Type.Enum(['persuade', 'agree', 'retract'])),
  exitWay: Nullable(keysOf<ExitWay>(exitWays)),
  exitReason: Nullable(Type.String()),
  talks: Type.Array(
    Type.Object({
      talkedOn: Day,
      officers: Type.Array(Type.String()),
      said: Type.String(),
      answer: keysOf<Answer>(answers),
      answerWords: Type.String(),
      signed: keysOf<Signing>(signings),
      campaignId: Nullable(Type.String()),
    }),
  ),
  events: Type.Array(Event),
  law: Type.Array(Law),
  colleagues: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
})
export type SchoolCase = Static<typeof SchoolCase>

const url = '/api/credit/schools'
const params = Type.Object({ licenceNo: LicenceNo })
const field = allow.staff('inspector', 'verifier')

/** 校园周边 */
export const schoolCampaignRoutes = {
  schoolBoard: {
    method: 'GET',
    url,
    allow: allow.anyStaff,
    summary: '校园周边：持证户、无证售卖点、专项行动和趋势',
    reply: SchoolBoard,
  },
  schoolCase: {
    method: 'GET',
    url: `${url}/shops/:licenceNo`,
    allow: allow.anyStaff,
    summary: '校园周边一户：劝导、退出和依据',
    params,
    reply: SchoolCase,
  },
  noteTalk: {
    method: 'POST',
    url: `${url}/shops/:licenceNo/talks`,
    allow: field,
    summary: '劝导记录（两名工作人员）',
    params,
    body: Type.Object(
      {
        version: Type.Integer(),
        talkedOn: Day,
        officers: Type.Array(StaffId, { maxItems: 2 }),
        said: Text(1000),
        answer: keysOf<Answer>(answers),
        answerWords: Text(500, 0),
        signed: keysOf<Signing>(signings),
      },
      strict,
    ),
    reply: SchoolCase,
  },
  agreeExit: {
    method: 'POST',
    url: `${url}/shops/:licenceNo/exit`,
    allow: field,
    summary: '记录自愿退出（方式、理由、何时以前）',
    params,
    body: Type.Object({ version: Type.Integer(), way: keysOf<ExitWay>(exitWays), reason: Text(300), by: Day }, strict),
    reply: SchoolCase,
  },
  retractExit: {
    method: 'POST',
    url: `${url}/shops/:licenceNo/exit-retraction`,
    allow: field,
    summary: '持证人改变主意',
    params,
    body: Type.Object({ version: Type.Integer(), reason: Text(300) }, strict),
    reply: SchoolCase,
  },
  reportPlace: {
    method: 'POST',
    url: `${url}/places`,
    allow: allow.staff('inspector', 'verifier', 'analyst', 'informantDesk', 'head'),
    summary: '登记无证售卖点',
    body: Type.Object(
      {
        areaCode: Type.String({ pattern: '^\\d{6}(\\d{3}){1,2}$' }),
        address: Text(120),
        position: Position,
        what: Text(300),
        source: keysOf<PlaceSource>(placeSources),
      },
      strict,
    ),
    reply: SchoolBoard,
  },
  stepPlace: {
    method: 'POST',
    url: `${url}/places/:id/steps`,
    allow: allow.staff('inspector', 'head'),
    summary: '核实、移送、停止售卖',
    params: Type.Object({ id: PlaceId }),
    body: Type.Object(
      {
        version: Type.Integer(),
        event: Type.Enum([...placeEvents]),
        agency: Nullable(Text(60)),
        note: Text(300),
      },
      strict,
    ),
    reply: SchoolBoard,
  },
  openCampaign: {
    method: 'POST',
    url: `${url}/campaigns`,
    allow: allow.staff('head'),
    summary: '开始校园周边专项行动（写明参加部门）',
    body: Type.Object(
      {
        title: Text(60),
        agencies: Type.Array(Text(40), { minItems: 1, maxItems: 12 }),
        goal: Text(300),
        fromOn: Day,
        toOn: Day,
      },
      strict,
    ),
    reply: SchoolBoard,
  },
  closeCampaign: {
    method: 'POST',
    url: `${url}/campaigns/:id/closing`,
    allow: allow.staff('head'),
    summary: '结束专项行动（小结）',
    params: Type.Object({ id: CampaignId }),
    body: Type.Object({ summary: Text(500) }, strict),
    reply: SchoolBoard,
  },
} as const satisfies Routes
