import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { interestKindNames } from '../rules/interest.ts'
import { Id, strict, Text } from './shapes.ts'

const OrNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const Day = Type.String({ format: 'date' })
const LicenceNo = Type.String({ pattern: '^\\d{12}$' })
/** Who goes to shops, decides about them, or leads who does. */
const officers = allow.staff('inspector', 'verifier', 'head', 'legal', 'reviewer', 'decider', 'window')

export const InterestView = Type.Object({
  id: Id,
  staffId: Id,
  staff: Type.String(),
  kind: Type.Enum([...interestKindNames]),
  licenceNo: OrNull(Type.String()),
  shopName: OrNull(Type.String()),
  /** The name and the last four characters of the number. */
  person: OrNull(Type.Object({ name: Type.String(), idNoMasked: Type.String() })),
  words: Type.String(),
  fromOn: Day,
  toOn: OrNull(Day),
  statedBy: Type.String(),
  statedAt: Type.String(),
  ended: OrNull(Type.Object({ by: Type.String(), at: Type.String(), reason: Type.String() })),
})
export type InterestView = Static<typeof InterestView>

/** 利害关系: each states his own, the head notes those of others and ends what is over. */
export const interestRoutes = {
  listInterests: {
    method: 'GET',
    url: '/api/access/interests',
    allow: officers,
    summary: '利害关系：本人的；局负责人看全局的',
    reply: Type.Object({
      items: Type.Array(InterestView),
      /** Whom the asker may note one for. */
      staff: Type.Array(Type.Object({ id: Id, name: Type.String() })),
    }),
  },
  stateInterest: {
    method: 'POST',
    url: '/api/access/interests',
    allow: officers,
    summary: '申报本人的利害关系，或者由局负责人登记',
    body: Type.Object(
      {
        staffId: OrNull(Id),
        kind: Type.Enum([...interestKindNames]),
        licenceNo: OrNull(LicenceNo),
        person: OrNull(Type.Object({ name: Text(30), idNo: Text(30) }, strict)),
        words: Text(400),
        fromOn: OrNull(Day),
        toOn: OrNull(Day),
      },
      strict,
    ),
    reply: Type.Object({ id: Id }),
  },
  endInterest: {
    method: 'POST',
    url: '/api/access/interests/:id/ending',
    allow: allow.staff('head'),
    summary: '核实后结束一条利害关系',
    params: Type.Object({ id: Id }),
    body: Type.Object({ reason: Text(200) }, strict),
    reply: 'empty',
  },
} as const satisfies Routes
