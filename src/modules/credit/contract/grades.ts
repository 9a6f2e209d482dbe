import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { FileRow } from './files.ts'
import { Day, FileId, GradeCode, Kind, LicenceNo, Nullable, strict } from './shapes.ts'

/** One line of the reasons, in words. */
const Line = Type.Object({
  id: Type.String(),
  zh: Type.String(),
  en: Type.String(),
  points: Type.Integer(),
  happenedOn: Day,
  until: Day,
  halved: Type.Boolean(),
})

export const ShopCredit = Type.Object({
  licenceNo: Type.String(),
  shopName: Type.String(),
  /** null = 未评级. */
  grade: Nullable(GradeCode),
  points: Type.Integer(),
  gradedOn: Nullable(Day),
  /** On this day time alone changes the points. */
  nextChange: Nullable(Day),
  lines: Type.Array(Line),
  history: Type.Array(
    Type.Object({
      at: Type.String(),
      grade: GradeCode,
      points: Type.Integer(),
      gradedOn: Day,
      policyVersion: Type.String(),
    }),
  ),
})
export type ShopCredit = Static<typeof ShopCredit>

export const GradeList = Type.Object({
  counts: Type.Object({ A: Type.Integer(), B: Type.Integer(), C: Type.Integer(), D: Type.Integer() }),
  /** Living licences that were never graded. */
  ungraded: Type.Integer(),
  items: Type.Array(
    Type.Object({
      licenceNo: Type.String(),
      shopName: Type.String(),
      town: Type.String(),
      grade: GradeCode,
      points: Type.Integer(),
      gradedOn: Day,
    }),
  ),
  total: Type.Integer(),
})
export type GradeList = Static<typeof GradeList>

/** 公布的评价标准: every number with its basis and how sure we are. */
export const Criteria = Type.Object({
  version: Type.String(),
  base: Type.Integer(),
  thresholds: Type.Object({ A: Type.Integer(), B: Type.Integer(), C: Type.Integer() }),
  goodCap: Type.Integer(),
  kinds: Type.Array(
    Type.Object({
      code: Type.String(),
      zh: Type.String(),
      en: Type.String(),
      points: Type.Integer(),
      months: Type.Integer(),
      weight: Type.String(),
      basis: Nullable(Type.String()),
    }),
  ),
  unconfirmed: Type.Boolean(),
})
export type Criteria = Static<typeof Criteria>

/** A shop of the citizen with what stands about it, and what he may do against it. */
const MyShop = Type.Object({
  credit: ShopCredit,
  records: Type.Array(
    Type.Object({
      id: Type.String(),
      kind: Kind,
      zh: Type.String(),
      en: Type.String(),
      words: Type.String(),
      on: Day,
      stateZh: Type.String(),
      stateEn: Type.String(),
      mayObject: Type.Boolean(),
      mayRepair: Type.Boolean(),
    }),
  ),
  requests: Type.Array(
    Type.Object({
      id: Type.String(),
      zh: Type.String(),
      en: Type.String(),
      about: Type.String(),
      stateZh: Type.String(),
      stateEn: Type.String(),
      dueOn: Nullable(Day),
      answer: Type.String(),
    }),
  ),
  papers: Type.Array(Type.Object({ id: Type.String(), title: Type.String(), number: Type.String() })),
  model: Type.Object({
    state: Nullable(Type.String()),
    stateZh: Type.String(),
    stateEn: Type.String(),
    mayNominate: Type.Boolean(),
  }),
})
export const MyCredit = Type.Object({
  items: Type.Array(MyShop),
  objectionDays: Type.Integer(),
  repairDays: Type.Integer(),
})
export type MyCredit = Static<typeof MyCredit>

export const PublicModels = Type.Object({
  items: Type.Array(
    Type.Object({
      shopName: Type.String(),
      town: Type.String(),
      state: Type.Enum(['public', 'named']),
      /** End of the public notice, or the day it was named. */
      on: Day,
    }),
  ),
})
export type PublicModels = Static<typeof PublicModels>

const seers = allow.staff('inspector', 'analyst', 'legal', 'head', 'window')

/** 信用等级: for staff, for the holder himself, and the criteria for everybody. */
export const gradeRoutes = {
  grades: {
    method: 'GET',
    url: '/api/credit/grades',
    allow: seers,
    summary: '信用等级分布和清单',
    query: Type.Object({ grade: Type.Optional(GradeCode), page: Type.Integer({ minimum: 1, default: 1 }) }),
    reply: GradeList,
  },
  shop: {
    method: 'GET',
    url: '/api/credit/shops/:licenceNo',
    allow: seers,
    summary: '一户的信用：等级、理由、变化、档案',
    params: Type.Object({ licenceNo: LicenceNo }),
    reply: Type.Object({ credit: ShopCredit, files: Type.Array(FileRow) }),
  },
  criteria: {
    method: 'GET',
    url: '/api/credit/criteria',
    allow: allow.public,
    summary: '公布的信用评价标准',
    reply: Criteria,
  },
  models: {
    method: 'GET',
    url: '/api/credit/public/models',
    allow: allow.public,
    summary: '诚信经营示范店：公示和名单',
    reply: PublicModels,
  },
  mine: {
    method: 'GET',
    url: '/api/credit/mine',
    allow: allow.citizen,
    summary: '我的信用：等级、理由、异议和修复',
    reply: MyCredit,
  },
  ask: {
    method: 'POST',
    url: '/api/credit/mine/requests',
    allow: allow.citizen,
    summary: '提出异议，或者申请信用修复',
    body: Type.Object(
      {
        kind: Type.Enum(['objection', 'repair']),
        about: FileId,
        words: Type.String({ minLength: 1, maxLength: 1000 }),
      },
      strict,
    ),
    reply: MyCredit,
  },
  nominate: {
    method: 'POST',
    url: '/api/credit/mine/nominations',
    allow: allow.citizen,
    summary: '自荐诚信经营示范店',
    body: Type.Object({ licenceNo: LicenceNo, words: Type.String({ minLength: 1, maxLength: 1000 }) }, strict),
    reply: MyCredit,
  },
} as const satisfies Routes
