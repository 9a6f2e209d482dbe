import Type from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { fieldContract } from './contract/field.ts'
import {
  AreaCode,
  Day,
  Id,
  ItemDetail,
  ItemNo,
  ItemRow,
  Minute,
  Nullable,
  Place,
  Receiver,
  RoundPlan,
  RoundRow,
  RoundView,
  strict,
  Text,
  VisitView,
} from './contract/shapes.ts'
import { visitContract } from './contract/visits.ts'
import { type AddressWay, addressWays } from './rules/address-ways.ts'

export {
  FieldAct,
  FieldRound,
  FieldStop,
  HeldAct,
  ItemDetail,
  ItemRow,
  RoundPlan,
  RoundView,
  StopView,
  VisitView,
} from './contract/shapes.ts'
export { type AddressWay, addressWays } from './rules/address-ways.ts'
export { codeHashing } from './rules/hand-over-code.ts'
export { itemStateLabels } from './rules/item/moves.ts'
export { type DeliveryMode, howLabels, modeLabels } from './rules/ways.ts'

const office = allow.staff('window', 'head')
const params = { item: Type.Object({ itemNo: ItemNo }), id: Type.Object({ id: Id }) }
const NewStop = Type.Object(
  { itemNo: ItemNo, opensMinute: Type.Optional(Minute), closesMinute: Type.Optional(Minute) },
  strict,
)
const PlanBody = {
  areaCode: AreaCode,
  day: Day,
  depotCode: Text(40),
  startMinute: Type.Optional(Minute),
  stops: Type.Array(NewStop, { minItems: 1, maxItems: 60 }),
}

export const routes = {
  listItems: {
    method: 'GET',
    url: '/api/delivery/items',
    allow: allow.staff('window', 'head', 'courier'),
    summary: '送达件清单（按期限）',
    query: Type.Object({
      view: Type.Enum(['open', 'done', 'all'], { default: 'open' }),
      town: Type.Optional(AreaCode),
      mode: Type.Optional(Type.Enum(['pickup', 'post', 'door', 'electronic'])),
      state: Type.Optional(Text(20)),
      page: Type.Integer({ minimum: 1, default: 1 }),
    }),
    reply: Type.Object({ items: Type.Array(ItemRow), total: Type.Integer() }),
  },
  item: {
    method: 'GET',
    url: '/api/delivery/items/:itemNo',
    allow: office,
    summary: '送达件与送达证明（留痕）',
    params: params.item,
    reply: ItemDetail,
  },
  takeStep: {
    method: 'POST',
    url: '/api/delivery/items/:itemNo/steps',
    allow: office,
    summary: '送达件办理一步',
    params: params.item,
    body: Type.Object(
      {
        event: Text(30),
        version: Type.Integer(),
        note: Text(200, 0),
        receiver: Type.Optional(Receiver),
        cardLast4: Type.Optional(Type.String({ pattern: '^[0-9]{3}[0-9Xx]$' })),
      },
      strict,
    ),
    reply: ItemDetail,
  },
  confirmAddress: {
    method: 'POST',
    url: '/api/delivery/items/:itemNo/address',
    allow: office,
    summary: '送达地址确认书',
    params: params.item,
    body: Type.Object(
      {
        address: Text(200),
        phone: Type.Optional(Text(20)),
        position: Nullable(Place),
        way: Type.Enum(Object.keys(addressWays) as AddressWay[]),
      },
      strict,
    ),
    reply: ItemDetail,
  },
  readCode: {
    method: 'POST',
    url: '/api/delivery/items/:itemNo/code-readings',
    allow: allow.staff('window'),
    summary: '告知本人送达码（留痕）',
    withoutKey: 'reads only; each look is a line of the audit ledger',
    params: params.item,
    reply: Type.Object({ code: Type.String() }),
  },
  photo: {
    method: 'GET',
    url: '/api/delivery/items/:itemNo/photos/:id',
    allow: office,
    summary: '现场照片（留痕）',
    params: Type.Object({ itemNo: ItemNo, id: Id }),
    reply: Type.Object({ jpeg: Type.String() }),
  },
  receipt: {
    method: 'GET',
    url: '/api/delivery/receipts/:id',
    allow: allow.of(office, allow.staff('courier'), allow.citizen),
    summary: '送达回证',
    params: params.id,
    reply: 'pdf',
  },
  options: {
    method: 'GET',
    url: '/api/delivery/options',
    allow: allow.staff('window', 'head', 'courier', 'helper'),
    summary: '送证员、出发点与解读条文',
    reply: Type.Object({
      couriers: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
      depots: Type.Array(Type.Object({ code: Type.String(), name: Type.String(), areaCode: Type.String() })),
      topics: Type.Array(
        Type.Object({
          instrument: Type.String(),
          article: Type.Integer(),
          title: Type.String(),
          summary: Type.String(),
        }),
      ),
      codeTries: Type.Integer(),
    }),
  },
  previewRound: {
    method: 'POST',
    url: '/api/delivery/round-previews',
    allow: office,
    summary: '预览送证路线',
    withoutKey: 'reads only',
    body: Type.Object(PlanBody, strict),
    reply: RoundPlan,
  },
  planRound: {
    method: 'POST',
    url: '/api/delivery/rounds',
    allow: office,
    summary: '排定路线并派给送证员',
    body: Type.Object({ ...PlanBody, courierId: Id }, strict),
    reply: RoundView,
  },
  listRounds: {
    method: 'GET',
    url: '/api/delivery/rounds',
    allow: allow.staff('window', 'head'),
    summary: '送证路线',
    query: Type.Object({ from: Day, to: Day }),
    reply: Type.Object({ items: Type.Array(RoundRow) }),
  },
  round: {
    method: 'GET',
    url: '/api/delivery/rounds/:id',
    allow: office,
    summary: '一条路线',
    params: params.id,
    reply: RoundView,
  },
  reassignRound: {
    method: 'POST',
    url: '/api/delivery/rounds/:id/assignment',
    allow: office,
    summary: '改派送证员',
    params: params.id,
    body: Type.Object({ courierId: Id }, strict),
    reply: RoundView,
  },
  roundSheet: {
    method: 'GET',
    url: '/api/delivery/rounds/:id/sheet',
    allow: allow.of(office, allow.staff('courier')),
    summary: '送证路线单',
    params: params.id,
    reply: 'pdf',
  },
  ...fieldContract,
  ...visitContract,
  mine: {
    method: 'GET',
    url: '/api/delivery/mine',
    allow: allow.citizen,
    summary: '我的送达件、送达码与可预约的日子',
    reply: Type.Object({
      items: Type.Array(
        Type.Object({
          itemNo: Type.String(),
          stateLabel: Type.String(),
          stateLabelEn: Type.String(),
          shopName: Type.String(),
          serveBy: Nullable(Day),
          code: Nullable(Type.String()),
          receiptId: Nullable(Type.String()),
        }),
      ),
      visits: Type.Array(VisitView),
      bookings: Type.Array(Type.Object({ id: Type.String(), visitId: Type.String(), state: Type.String() })),
    }),
  },
  confirmElectronic: {
    method: 'POST',
    url: '/api/delivery/items/:itemNo/confirmation',
    allow: allow.citizen,
    summary: '确认收到电子送达',
    params: params.item,
    reply: 'empty',
  },
} as const satisfies Routes
