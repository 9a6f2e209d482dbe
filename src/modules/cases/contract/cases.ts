import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { Day, LicenceNo, Nullable, OriginCode, strict, Words } from './shapes.ts'

export const CaseRow = Type.Object({
  no: Type.String(),
  path: Type.Enum(['ordinary', 'simple']),
  state: Type.String(),
  about: Type.String(),
  violation: Nullable(Type.String()),
  partyShown: Type.String(),
  licenceNo: Nullable(Type.String()),
  areaCode: Type.String(),
  town: Type.String(),
  origin: OriginCode,
  originRef: Nullable(Type.String()),
  dueOn: Nullable(Day),
  dueClock: Nullable(Words),
  late: Type.Boolean(),
  /** Within the first step of the alarms. */
  near: Type.Boolean(),
  openedOn: Day,
  filedOn: Nullable(Day),
})
export type CaseRow = Static<typeof CaseRow>

export const CaseList = Type.Object({
  today: Day,
  items: Type.Array(CaseRow),
  total: Type.Integer(),
  counts: Type.Record(Type.String(), Type.Integer()),
  late: Type.Integer(),
})
export type CaseList = Static<typeof CaseList>

const NewCase = Type.Object(
  {
    path: Type.Enum(['ordinary', 'simple']),
    about: Type.String({ maxLength: 400 }),
    origin: OriginCode,
    originRef: Type.Optional(Type.String({ maxLength: 60 })),
    licenceNo: Type.Optional(LicenceNo),
    violation: Type.Optional(Type.String({ pattern: '^P\\d{2}$' })),
    areaCode: Type.Optional(Type.String({ pattern: '^\\d{6}(\\d{3}){0,2}$' })),
    happenedOn: Type.Optional(Day),
    party: Type.Optional(
      Type.Object(
        {
          kind: Type.Enum(['person', 'organisation']),
          name: Type.String({ maxLength: 80 }),
          idNo: Type.String({ maxLength: 30 }),
          address: Type.String({ maxLength: 200 }),
          phone: Type.String({ maxLength: 30 }),
          represented: Type.String({ maxLength: 60 }),
        },
        strict,
      ),
    ),
  },
  strict,
)

const staff = allow.staff('inspector', 'head', 'legal')

export const caseRoutes = {
  list: {
    method: 'GET',
    url: '/api/cases',
    allow: staff,
    summary: '案件，按期限排列',
    query: Type.Object(
      {
        state: Type.Optional(Type.String({ maxLength: 30 })),
        licenceNo: Type.Optional(LicenceNo),
        late: Type.Optional(Type.Enum(['yes'])),
        archived: Type.Optional(Type.Enum(['yes'])),
      },
      strict,
    ),
    reply: CaseList,
  },
  open: {
    method: 'POST',
    url: '/api/cases',
    allow: allow.staff('inspector', 'head'),
    summary: '登记一件案件来源',
    body: NewCase,
    reply: Type.Object({ no: Type.String() }),
  },
} as const satisfies Routes
