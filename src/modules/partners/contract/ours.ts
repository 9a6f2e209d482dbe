import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import * as shape from './shapes.ts'

const { AgreementNo, Day, FieldCode, Id, ItemKindCode, ItemNo, Nullable, strict, Text } = shape

/** 协作事项 are given by whoever works on the matter; agreements are proposed by them and agreed by the head. */
const officers = allow.staff('analyst', 'inspector', 'legal', 'head')
const keepers = allow.staff('analyst', 'legal', 'head')
const readers = allow.staff('analyst', 'inspector', 'legal', 'head', 'systemAdmin', 'securityAdmin', 'auditAdmin')
const url = '/api/partners'
const Moment = Type.String({ format: 'date-time' })

export const AgencyList = Type.Object({
  items: Type.Array(shape.AgencyView),
  /** Accounts of partners that no contact holds yet. */
  accounts: Type.Array(Type.Object({ id: Id, account: Type.String(), name: Type.String(), agencyId: Id })),
})
export type AgencyList = Static<typeof AgencyList>

export const agencyRoutes = {
  listAgencies: {
    method: 'GET',
    url: `${url}/agencies`,
    allow: readers,
    summary: '协作单位、联系人和约定',
    reply: AgencyList,
  },
  addAgency: {
    method: 'POST',
    url: `${url}/agencies`,
    allow: keepers,
    summary: '登记协作单位',
    body: Type.Object(
      {
        kind: shape.AgencyKindCode,
        name: Text(60, 2),
        areas: Type.Array(Text(12, 6), { minItems: 1, maxItems: 20 }),
        publicKey: Nullable(shape.PublicKey),
      },
      strict,
    ),
    reply: Type.Object({ id: Id }),
  },
  setKey: {
    method: 'POST',
    url: `${url}/agencies/:id/key`,
    allow: allow.staff('head'),
    privileged: true,
    summary: '登记收件公钥（当面取得），移交包只对它加密',
    params: Type.Object({ id: Id }),
    body: Type.Object({ publicKey: shape.PublicKey }, strict),
    reply: 'empty',
  },
  addContact: {
    method: 'POST',
    url: `${url}/agencies/:id/contacts`,
    allow: keepers,
    summary: '登记联系人',
    params: Type.Object({ id: Id }),
    body: Type.Object({ name: Text(30), duty: Text(60), phone: Text(30), accountId: Nullable(Id) }, strict),
    reply: Type.Object({ id: Id }),
  },
  closeContact: {
    method: 'POST',
    url: `${url}/contacts/:id/closing`,
    allow: keepers,
    summary: '停用联系人',
    params: Type.Object({ id: Id }),
    reply: 'empty',
  },
  proposeAgreement: {
    method: 'POST',
    url: `${url}/agreements`,
    allow: keepers,
    summary: '拟定协作约定（第一人）',
    body: Type.Object(
      {
        agencyId: Id,
        contactId: Id,
        purpose: Text(300),
        items: Type.Array(ItemKindCode, { uniqueItems: true }),
        fields: Type.Array(FieldCode, { uniqueItems: true }),
        monthlyQuota: Type.Integer(),
        dailyReads: Type.Integer(),
        secondHand: Type.Boolean(),
        from: Moment,
        until: Moment,
      },
      strict,
    ),
    reply: Type.Object({ no: Type.String() }),
  },
  decideAgreement: {
    method: 'POST',
    url: `${url}/agreements/:no/decision`,
    allow: allow.staff('head'),
    privileged: true,
    summary: '批准或退回协作约定（第二人）',
    params: Type.Object({ no: AgreementNo }),
    body: Type.Object({ word: Type.Enum(['agreed', 'rejected']) }, strict),
    reply: 'empty',
  },
  withdrawAgreement: {
    // Not privileged and by one hand: what protects is done at once.
    method: 'POST',
    url: `${url}/agreements/:no/withdrawal`,
    allow: keepers,
    summary: '终止协作约定，立即生效',
    params: Type.Object({ no: AgreementNo }),
    body: Type.Object({ why: Text(300, 2) }, strict),
    reply: 'empty',
  },
} as const satisfies Routes

/** What is to be given, to whom. */
export const Given = Type.Object(
  {
    kind: ItemKindCode,
    contactId: Id,
    agreementNo: AgreementNo,
    aboutNo: Nullable(Type.String({ pattern: '^(XS|AJ)-\\d{4}-\\d{6}$' })),
    /** Chosen, with the value: that of our file, or typed where the file has none. */
    fields: Type.Array(FieldCode, { minItems: 1, uniqueItems: true }),
    typed: shape.Values,
  },
  strict,
)
export type Given = Static<typeof Given>

export const itemRoutes = {
  offer: {
    method: 'GET',
    url: `${url}/offer`,
    allow: officers,
    summary: '一条线索、一个案件里可以给出的内容',
    query: Type.Object({ aboutNo: Type.String({ pattern: '^(XS|AJ)-\\d{4}-\\d{6}$' }) }),
    reply: Type.Object({ values: shape.Values }),
  },
  preview: {
    method: 'POST',
    url: `${url}/items/preview`,
    allow: officers,
    summary: '预览对方将看到的内容',
    withoutKey: 'reads only; the words are too long for an address',
    body: Given,
    reply: Type.Object({ values: shape.Values, secondHand: Type.Boolean() }),
  },
  give: {
    method: 'POST',
    url: `${url}/items`,
    allow: officers,
    summary: '发出一件给一名联系人',
    body: Given,
    reply: Type.Object({ no: Type.String(), state: shape.ItemStateCode }),
  },
  listItems: {
    method: 'GET',
    url: `${url}/items`,
    allow: officers,
    summary: '协作事项清单',
    query: Type.Object({
      agencyId: Type.Optional(Id),
      aboutNo: Type.Optional(Type.String({ maxLength: 20 })),
      open: Type.Optional(Type.Boolean()),
      town: Type.Optional(Type.String({ pattern: '^\\d{9}$' })),
      since: Type.Optional(Day),
      state: Type.Optional(Type.Enum(['received', 'answered', 'finished', 'overdue'])),
    }),
    reply: Type.Object({ items: Type.Array(shape.ItemRow), total: Type.Integer() }),
  },
  stream: {
    method: 'GET',
    url: `${url}/items/stream`,
    allow: officers,
    summary: '协作事项有变化时推送（server-sent events）',
    reply: {},
  },
  readItem: {
    method: 'GET',
    url: `${url}/items/:no`,
    allow: officers,
    summary: '一件协作事项和它的读取记录',
    params: Type.Object({ no: ItemNo }),
    reply: shape.ItemDetail,
  },
  stepItem: {
    method: 'POST',
    url: `${url}/items/:no/steps`,
    allow: officers,
    summary: '复核、回复疑问、收回、办结',
    params: Type.Object({ no: ItemNo }),
    body: Type.Object(
      { event: shape.ItemEventCode, version: Type.Integer(), words: Type.String({ maxLength: 2000 }) },
      strict,
    ),
    reply: shape.ItemDetail,
  },
  packItem: {
    method: 'POST',
    url: `${url}/items/:no/packages`,
    allow: officers,
    summary: '制作签名移交包（移送、协查、通报），只有收件单位能打开',
    params: Type.Object({ no: ItemNo }),
    reply: shape.PackageView,
  },
  readPackage: {
    method: 'GET',
    url: `${url}/packages/:id`,
    allow: officers,
    summary: '下载移交包',
    params: Type.Object({ id: Type.String({ pattern: '^[0-9a-f]{32}$' }) }),
    reply: Type.Object({ text: Type.String(), senderKey: Type.String() }),
  },
  takeReceipt: {
    method: 'POST',
    url: `${url}/packages/:id/receipt`,
    allow: officers,
    summary: '登记移交包的回执',
    params: Type.Object({ id: Type.String({ pattern: '^[0-9a-f]{32}$' }) }),
    body: Type.Object({ receipt: Type.String({ maxLength: 4000 }) }, strict),
    reply: shape.PackageView,
  },
} as const satisfies Routes

export const ReachView = Type.Object({
  id: Id,
  agency: Type.String(),
  by: Type.String(),
  at: Type.String(),
  what: Type.String(),
  refusal: Type.String(),
  seenAt: Nullable(Type.String()),
  seenWords: Nullable(Type.String()),
})
export type ReachView = Static<typeof ReachView>

export const DeliveryView = Type.Object({
  id: Id,
  agency: Type.String(),
  itemNo: Type.String(),
  event: Type.String(),
  state: Type.Enum(['waiting', 'delivered', 'dead']),
  tries: Type.Integer(),
  error: Nullable(Type.String()),
  madeAt: Type.String(),
})
export type DeliveryView = Static<typeof DeliveryView>

const watchers = allow.staff('analyst', 'head', 'securityAdmin', 'auditAdmin')

export const watchRoutes = {
  listReaches: {
    method: 'GET',
    url: `${url}/reaches`,
    allow: readers,
    summary: '越界尝试',
    reply: Type.Object({ items: Type.Array(ReachView), unseen: Type.Integer() }),
  },
  seeReach: {
    method: 'POST',
    url: `${url}/reaches/:id/finding`,
    allow: watchers,
    summary: '查明一次越界尝试',
    params: Type.Object({ id: Id }),
    body: Type.Object({ words: Text(300, 2) }, strict),
    reply: 'empty',
  },
  readLog: {
    method: 'GET',
    url: `${url}/logs`,
    allow: readers,
    summary: '一个单位一天的给出记录，和对账结果',
    query: Type.Object({ agencyId: Id, day: Day }),
    reply: Type.Object({ log: shape.DayLog, reconciled: Type.Array(shape.ReconciledView) }),
  },
  listDeliveries: {
    method: 'GET',
    url: `${url}/deliveries`,
    allow: readers,
    summary: '通知对方系统的情况',
    reply: Type.Object({ items: Type.Array(DeliveryView) }),
  },
  resend: {
    method: 'POST',
    url: `${url}/deliveries/:id/resending`,
    allow: allow.staff('analyst', 'head', 'systemAdmin'),
    summary: '重新发送没有送达的通知',
    params: Type.Object({ id: Id }),
    reply: 'empty',
  },
} as const satisfies Routes
