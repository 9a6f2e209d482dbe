import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { clueReaders } from '../rules/clue/words.ts'
import { openingRoles } from '../rules/informant/opening.ts'
import { rewardGoodCodes, rewardStateWords } from '../rules/informant/reward.ts'
import { ClueNo, Day, Nullable, Reporter, strict, Uuid } from './shapes.ts'

const RewardStateCode = Type.Enum(Object.keys(rewardStateWords) as [keyof typeof rewardStateWords])

export const InformantPanel = Type.Object({
  /** 代号; null where nobody reported it. */
  code: Nullable(Type.String()),
  named: Type.Boolean(),
  /** Only for the desk. */
  messages: Type.Array(Type.Object({ fromReporter: Type.Boolean(), text: Type.String(), atHour: Type.String() })),
  openings: Type.Array(
    Type.Object({
      id: Type.String(),
      state: Type.Enum(['asked', 'open', 'over', 'refused']),
      reason: Type.String(),
      askedBy: Type.String(),
      agreedBy: Nullable(Type.String()),
      expiresAt: Nullable(Type.String()),
      looks: Type.Integer(),
      mayAnswer: Type.Boolean(),
      mayLook: Type.Boolean(),
    }),
  ),
  mayAsk: Type.Boolean(),
  reward: Nullable(
    Type.Object({
      id: Type.String(),
      state: RewardStateCode,
      caseNo: Type.String(),
      amountFen: Type.Integer(),
      lines: Type.Array(Type.Object({ zh: Type.String(), fen: Type.Integer() })),
      policyVersion: Type.String(),
      people: Type.Array(Type.String()),
      hadAHand: Type.Boolean(),
      paidOn: Nullable(Day),
      voucher: Nullable(Type.String()),
    }),
  ),
  law: Type.Array(Type.String()),
})
export type InformantPanel = Static<typeof InformantPanel>

export const OpeningAlarms = Type.Object({
  /** Requests that wait for a second person. */
  asked: Type.Array(
    Type.Object({
      id: Type.String(),
      clueNo: Type.String(),
      reason: Type.String(),
      askedBy: Type.String(),
      mine: Type.Boolean(),
    }),
  ),
  /** Openings a head has not looked into yet; empty for others. */
  items: Type.Array(
    Type.Object({ id: Type.String(), clueNo: Type.String(), reason: Type.String(), agreedAt: Nullable(Type.String()) }),
  ),
  /** Texts refused in the last thirty days because they named who reported; empty for others than heads. */
  named: Type.Array(Type.Object({ at: Type.String(), subject: Type.String(), by: Type.String() })),
})
export type OpeningAlarms = Static<typeof OpeningAlarms>

const readers = allow.staff(...clueReaders, 'auditAdmin')
const url = '/api/intelligence/clues/:no'
const params = Type.Object({ no: ClueNo })
const byId = Type.Object({ id: Uuid })
const answer = Type.Object({ agree: Type.Boolean() }, strict)

/** 举报人: sealed; what is shown here never names anybody, but for one route that keeps no reply. */
export const informantRoutes = {
  panel: {
    method: 'GET',
    url: `${url}/informant`,
    allow: readers,
    summary: '举报人：代号、启封、奖励',
    params,
    reply: InformantPanel,
  },
  ask: {
    method: 'POST',
    url: `${url}/openings`,
    allow: allow.staff(...openingRoles.asks),
    summary: '申请启封举报人身份',
    params,
    body: Type.Object({ reason: Type.String({ maxLength: 300 }) }, strict),
    reply: InformantPanel,
  },
  answer: {
    method: 'POST',
    url: '/api/intelligence/openings/:id/answer',
    allow: allow.staff(...openingRoles.agrees),
    summary: '同意或不同意启封',
    privileged: true,
    params: byId,
    body: answer,
    reply: InformantPanel,
  },
  look: {
    method: 'POST',
    url: '/api/intelligence/openings/:id/look',
    allow: allow.staff(...openingRoles.asks),
    summary: '查看已启封的身份',
    withoutKey: 'what is read here is kept nowhere, not even as a reply',
    params: byId,
    body: Type.Object({}, strict),
    reply: Reporter,
  },
  alarms: {
    method: 'GET',
    url: '/api/intelligence/openings/alarms',
    allow: allow.staff(...openingRoles.agrees),
    summary: '启封申请和告警',
    reply: OpeningAlarms,
  },
  seeAlarm: {
    method: 'POST',
    url: '/api/intelligence/openings/:id/seen',
    allow: allow.staff('head'),
    summary: '已知悉启封',
    params: byId,
    body: Type.Object({}, strict),
    reply: OpeningAlarms,
  },
  proposeReward: {
    method: 'POST',
    url: `${url}/rewards`,
    allow: allow.staff('informantDesk', 'inspector', 'analyst'),
    summary: '申报举报奖励',
    params,
    body: Type.Object(
      {
        caseNo: Type.String({ maxLength: 60 }),
        goods: Type.Array(
          Type.Object({ kind: Type.Enum(rewardGoodCodes), amount: Type.Number({ minimum: 0, maximum: 1e12 }) }, strict),
          { minItems: 1, maxItems: 5 },
        ),
        fineFen: Nullable(Type.Integer({ minimum: 0 })),
      },
      strict,
    ),
    reply: InformantPanel,
  },
  answerReward: {
    method: 'POST',
    url: '/api/intelligence/rewards/:id/answer',
    allow: allow.staff('head', 'legal'),
    summary: '审批举报奖励',
    privileged: true,
    params: byId,
    body: answer,
    reply: InformantPanel,
  },
} as const satisfies Routes
