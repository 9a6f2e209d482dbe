import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { matterCodes } from '../rules/clue/words.ts'
import { Day, Nonce, Nullable, Photo, Reporter, strict, Words } from './shapes.ts'

const given = { text: Type.String({ maxLength: 2000 }), nonce: Nonce }
const Receipt = Type.String({ maxLength: 40 })

export const ReportAnswer = Type.Object({
  state: Type.Enum(['checking', 'done']),
  words: Words,
  receivedOn: Day,
  dueOn: Nullable(Day),
  messages: Type.Array(Type.Object({ fromReporter: Type.Boolean(), text: Type.String(), atHour: Type.String() })),
  reward: Nullable(Type.Object({ state: Type.String(), amountFen: Type.Integer(), paidOn: Nullable(Day) })),
})
export type ReportAnswer = Static<typeof ReportAnswer>

/** 群众举报: without signing in. The server forgets who was signed in when it takes a report. */
export const reportRoutes = {
  report: {
    method: 'POST',
    url: '/api/intelligence/reports',
    allow: allow.public,
    summary: '举报（可以不留姓名）',
    body: Type.Object(
      {
        channel: Type.Enum(['portal', 'kiosk']),
        matter: Type.Enum(matterCodes),
        /** The town it is about, where the reporter chose one. */
        areaCode: Type.Optional(Type.String({ pattern: '^\\d{9}$' })),
        ...given,
        photos: Type.Array(Photo, { maxItems: 3 }),
        reporter: Type.Optional(Reporter),
        smsWanted: Type.Optional(Type.Boolean()),
      },
      strict,
    ),
    reply: Type.Object({ receipt: Type.String() }),
  },
  towns: {
    method: 'GET',
    url: '/api/intelligence/reports/towns',
    allow: allow.public,
    summary: '举报时可以选的镇街',
    reply: Type.Object({ items: Type.Array(Type.Object({ code: Type.String(), name: Type.String() })) }),
  },
  slip: {
    method: 'POST',
    url: '/api/intelligence/reports/slip',
    allow: allow.terminal,
    summary: '打印回执：只印号码',
    withoutKey: 'writes nothing; a receipt never stands in an address',
    body: Type.Object({ receipt: Receipt }, strict),
    reply: 'pdf',
  },
  follow: {
    method: 'POST',
    url: '/api/intelligence/reports/follow',
    allow: allow.public,
    summary: '凭回执号查进度',
    withoutKey: 'reads only; a receipt never stands in an address',
    body: Type.Object({ receipt: Receipt }, strict),
    reply: ReportAnswer,
  },
  addWords: {
    method: 'POST',
    url: '/api/intelligence/reports/words',
    allow: allow.public,
    summary: '凭回执号补充',
    body: Type.Object({ receipt: Receipt, ...given }, strict),
    reply: Type.Object({ taken: Type.Boolean() }),
  },
  payout: {
    method: 'POST',
    url: '/api/intelligence/reports/payout',
    allow: allow.public,
    summary: '凭回执号取奖励领取码',
    withoutKey: 'the code is never kept; the same receipt makes the same code again',
    body: Type.Object({ receipt: Receipt }, strict),
    reply: Type.Object({ code: Type.String() }),
  },
} as const satisfies Routes
