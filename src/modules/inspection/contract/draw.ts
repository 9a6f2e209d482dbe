import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { DrawFile, DrawManifest } from '../rules/draw/manifest.ts'
import { type DrawState, drawStateLabels, type Outcome, outcomeLabels } from '../rules/draw/room.ts'
import { Day, Nullable, strict, Text } from './shapes.ts'

const DrawId = Type.String({ pattern: '^SJ-\\d{4}-\\d{4}$' })
const PartyId = Type.String({ pattern: '^p[1-9][0-9]?$' })
const Digest = Type.String({ pattern: '^[0-9a-f]{64}$' })
const LicenceNo = Type.String({ pattern: '^\\d{12}$' })
const State = Type.Enum(Object.keys(drawStateLabels) as [DrawState, ...DrawState[]])
const OutcomeCode = Type.Enum(Object.keys(outcomeLabels) as [Outcome, ...Outcome[]])
const Item = Type.Object({ code: Type.String({ pattern: '^[A-Za-z0-9-]{1,20}$' }), name: Text(120) }, strict)

const Party = Type.Object({
  id: Type.String(),
  name: Type.String(),
  outside: Type.Boolean(),
  commitment: Nullable(Type.String()),
  promisedAt: Nullable(Type.String()),
  secret: Nullable(Type.String()),
  openedAt: Nullable(Type.String()),
})
const Entry = Type.Object({ at: Type.String(), kind: Type.String(), words: Type.String() })
const OutcomeLine = Type.Object({
  object: Type.String(),
  outcome: OutcomeCode,
  checkedOn: Day,
  publishedAt: Nullable(Type.String()),
})
const Counted = Type.Object({ name: Type.String(), listed: Type.Integer(), drawn: Type.Integer() })

/** One draw as everybody sees it from its freezing on. */
export const PublicDraw = Type.Object({
  id: Type.String(),
  title: Type.String(),
  state: State,
  visitsFrom: Day,
  visitsTo: Day,
  repeats: Nullable(Type.String()),
  frozenAt: Nullable(Type.String()),
  manifestHash: Nullable(Type.String()),
  publicValue: Nullable(Type.String()),
  manifest: Nullable(DrawManifest),
  parties: Type.Array(Party),
  entries: Type.Array(Entry),
  /** There from the draw on: everything that is needed to make it again. */
  file: Nullable(DrawFile),
  outcomes: Type.Array(OutcomeLine),
})
export type PublicDraw = Static<typeof PublicDraw>

const DrawLine = Type.Object({
  id: Type.String(),
  title: Type.String(),
  state: State,
  visitsFrom: Day,
  visitsTo: Day,
  repeats: Nullable(Type.String()),
  frozenAt: Nullable(Type.String()),
  manifestHash: Nullable(Type.String()),
  drawnAt: Nullable(Type.String()),
})

/** The draw room: the same, with what only the bureau sees and who is next. */
export const DrawRoom = Type.Object({
  draw: PublicDraw,
  /** The lists as they would be frozen now, or were. */
  lists: Type.Object({
    manifestHash: Type.String(),
    classes: Type.Array(Counted),
    officers: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), validTo: Day })),
    uncertified: Type.Integer(),
    exclusions: Type.Array(Type.Object({ object: Type.String(), by: Type.String(), reason: Type.String() })),
    recusals: Type.Array(
      Type.Object({ officerName: Type.String(), by: Type.String(), reason: Type.String(), shops: Type.Integer() }),
    ),
  }),
  selected: Type.Array(
    Type.Object({
      id: Type.String(),
      shopName: Type.String(),
      town: Type.String(),
      stratum: Type.String(),
      group: Type.String(),
    }),
  ),
  groups: Type.Array(Type.Object({ key: Type.String(), shops: Type.Integer(), officers: Type.Array(Type.String()) })),
  alarms: Type.Array(Type.Object({ object: Type.String(), kind: Type.Enum(['unpublished', 'unvisited']), due: Day })),
  /** The party the asker is, where it is still to act. */
  mine: Type.Array(Type.String()),
  preparedByMe: Type.Boolean(),
})
export type DrawRoom = Static<typeof DrawRoom>

const office = allow.staff('inspector', 'head', 'legal')
const params = Type.Object({ id: DrawId })
const url = '/api/inspection/draws'
const open = '/api/inspection/public/draws'

/** 抽签室与公示 */
export const drawRoutes = {
  listDraws: {
    method: 'GET',
    url,
    allow: allow.anyStaff,
    summary: '双随机抽查清单',
    reply: Type.Object({ items: Type.Array(DrawLine) }),
  },
  room: { method: 'GET', url: `${url}/:id`, allow: allow.anyStaff, summary: '抽签室', params, reply: DrawRoom },
  options: {
    method: 'GET',
    url: '/api/inspection/draw-options',
    allow: office,
    summary: '可以作参与方的工作人员',
    reply: Type.Object({
      staff: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), roles: Type.Array(Type.String()) })),
      voided: Type.Array(Type.String()),
    }),
  },
  prepare: {
    method: 'POST',
    url,
    allow: office,
    summary: '准备一次抽查',
    body: Type.Object(
      {
        title: Text(120),
        items: Type.Array(Item, { minItems: 1, maxItems: 50 }),
        visitsFrom: Day,
        visitsTo: Day,
        publicValue: Nullable(Text(200)),
        repeats: Nullable(DrawId),
        parties: Type.Array(
          Type.Union([
            Type.Object({ kind: Type.Literal('staff'), staffId: Text(40), post: Text(20) }, strict),
            Type.Object({ kind: Type.Literal('outside'), name: Text(60) }, strict),
          ]),
          { minItems: 1, maxItems: 12 },
        ),
      },
      strict,
    ),
    reply: Type.Object({ id: Type.String() }),
  },
  exclude: {
    method: 'POST',
    url: `${url}/:id/exclusions`,
    allow: office,
    summary: '不列入名录（写明理由，一并公示）',
    params,
    body: Type.Object({ object: LicenceNo, reason: Text(200) }, strict),
    reply: DrawRoom,
  },
  recuse: {
    method: 'POST',
    url: `${url}/:id/recusals`,
    allow: office,
    summary: '检查人员回避（某户或某镇街）',
    params,
    body: Type.Object(
      { officer: Text(40), where: Type.String({ pattern: '^(\\d{9}|\\d{12})$' }), reason: Text(200) },
      strict,
    ),
    reply: DrawRoom,
  },
  approve: {
    method: 'POST',
    url: `${url}/:id/approval`,
    allow: allow.staff('head'),
    summary: '批准、冻结并公示名录',
    privileged: true,
    params,
    body: Type.Object({ manifestHash: Digest }, strict),
    reply: DrawRoom,
  },
  partyLinks: {
    method: 'POST',
    url: `${url}/:id/party-links`,
    allow: office,
    summary: '外部代表的一次性链接（留痕）',
    withoutKey: 'reads only; each look is a line of the audit ledger',
    params,
    reply: Type.Object({
      items: Type.Array(Type.Object({ party: Type.String(), name: Type.String(), path: Type.String() })),
    }),
  },
  promise: {
    method: 'POST',
    url: `${open}/:id/promises`,
    allow: allow.public,
    summary: '参与方作出承诺（本人账号或一次性链接）',
    params,
    body: Type.Object({ party: PartyId, commitment: Digest, token: Nullable(Text(40)) }, strict),
    reply: PublicDraw,
  },
  open: {
    method: 'POST',
    url: `${open}/:id/openings`,
    allow: allow.public,
    summary: '参与方公开随机数（与承诺一致才收）',
    params,
    body: Type.Object({ party: PartyId, secret: Digest }, strict),
    reply: PublicDraw,
  },
  notePublicNumber: {
    method: 'POST',
    url: `${url}/:id/public-number`,
    allow: office,
    summary: '录入事先说明的公开数值',
    params,
    body: Type.Object({ value: Text(200) }, strict),
    reply: DrawRoom,
  },
  voidDraw: {
    method: 'POST',
    url: `${url}/:id/voiding`,
    allow: allow.staff('head'),
    summary: '作废（公示理由）',
    privileged: true,
    params,
    body: Type.Object({ reason: Text(300) }, strict),
    reply: DrawRoom,
  },
  noteOutcome: {
    method: 'POST',
    url: `${url}/:id/outcomes`,
    allow: office,
    summary: '录入抽查结果',
    params,
    body: Type.Object({ object: LicenceNo, outcome: OutcomeCode, checkedOn: Day }, strict),
    reply: DrawRoom,
  },
  publishOutcomes: {
    method: 'POST',
    url: `${url}/:id/outcome-publications`,
    allow: allow.staff('head'),
    summary: '公示抽查结果',
    privileged: true,
    params,
    reply: DrawRoom,
  },
  publicDraws: {
    method: 'GET',
    url: open,
    allow: allow.public,
    summary: '公示的抽查',
    reply: Type.Object({ items: Type.Array(DrawLine) }),
  },
  publicDraw: {
    method: 'GET',
    url: `${open}/:id`,
    allow: allow.public,
    summary: '一次公示的抽查',
    params,
    reply: PublicDraw,
  },
  drawFile: {
    method: 'GET',
    url: `${open}/:id/file.json`,
    allow: allow.public,
    summary: '公示的抽查文件（可自行核验）',
    params,
    reply: DrawFile,
  },
} as const satisfies Routes
