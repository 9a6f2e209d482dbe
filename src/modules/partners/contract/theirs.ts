import Type from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { theirEventCodes } from '../rules/item/moves.ts'
import * as shape from './shapes.ts'

const { Day, ItemNo, strict } = shape
const url = '/api/partner/v1'
const params = Type.Object({ no: ItemNo })

/**
 * 协作单位的门: the same calls for its people (signed in at our page) and its systems (signed requests). Everything is asked anew at each call:
 * agency, release and agreement as they are at this moment.
 */
export const partnerRoutes = {
  list: {
    method: 'GET',
    url: `${url}/items`,
    allow: allow.partner,
    summary: '发给本单位的事项',
    reply: Type.Object({
      agency: Type.String(),
      /** Verifies our notices, packages and the digest of a day. */
      bureauKey: Type.String(),
      items: Type.Array(shape.TheirRow),
    }),
  },
  stream: {
    method: 'GET',
    url: `${url}/stream`,
    allow: allow.partner,
    summary: '事项有变化时推送（server-sent events）',
    reply: {},
  },
  read: {
    method: 'GET',
    url: `${url}/items/:no`,
    allow: allow.partner,
    summary: '一件事项；每次读取两边留痕',
    params,
    query: Type.Object({ fields: Type.Optional(Type.String({ maxLength: 300 })) }),
    reply: shape.TheirItem,
  },
  step: {
    method: 'POST',
    url: `${url}/items/:no/steps`,
    allow: allow.partner,
    summary: '接收、答复、提出疑问、不予受理',
    params,
    body: Type.Object(
      { event: Type.Enum(theirEventCodes), version: Type.Integer(), words: Type.String({ maxLength: 2000 }) },
      strict,
    ),
    reply: Type.Object({ no: Type.String(), state: shape.ItemStateCode, version: Type.Integer() }),
  },
  package: {
    method: 'GET',
    url: `${url}/items/:no/package`,
    allow: allow.partner,
    summary: '签名移交包',
    params,
    reply: Type.Object({ id: Type.String(), text: Type.String(), senderKey: Type.String() }),
  },
  receipt: {
    method: 'POST',
    url: `${url}/items/:no/receipt`,
    allow: allow.partner,
    summary: '移交包的回执',
    params,
    body: Type.Object({ receipt: Type.String({ maxLength: 4000 }) }, strict),
    reply: 'empty',
  },
  log: {
    method: 'GET',
    url: `${url}/log`,
    allow: allow.partner,
    summary: '本单位一天的读取记录和签名摘要',
    query: Type.Object({ day: Day }),
    reply: shape.DayLog,
  },
  reconcile: {
    method: 'POST',
    url: `${url}/reconciliations`,
    allow: allow.partner,
    summary: '对账：报送本单位一天的读取记录',
    body: Type.Object({ day: Day, lines: Type.Array(shape.LogLine, { maxItems: 5000 }) }, strict),
    reply: shape.ReconciledView,
  },
} as const satisfies Routes
