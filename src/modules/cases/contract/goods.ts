import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { type GoodsKind, goodsKinds, type Nature, natures } from '../rules/amounts/goods.ts'
import type { KeepingState } from '../rules/goods/keeping.ts'
import { type Custody, custodies, type LotDecision, lotDecisions, type Move, moveKinds } from '../rules/goods/moves.ts'
import { CaseNo, Day, Nullable, strict } from './shapes.ts'

const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>) => Type.Enum(Object.keys(table) as [K, ...K[]])
const Text = (max: number, min = 1) => Type.String({ minLength: min, maxLength: max })
const Amount = Type.Integer({ minimum: 1, maximum: 1_000_000_000_000 })
const LotNo = Type.String({ pattern: '^WP-\\d{4}-\\d{6}$' })
const Id = Type.String({ pattern: '^[0-9a-f-]{36}$' })
/** JPEG in base64; the page makes it small enough. */
const Photos = Type.Array(Type.String({ minLength: 100, maxLength: 700_000, pattern: '^[A-Za-z0-9+/]+={0,2}$' }), {
  maxItems: 3,
})
const Keeping = Type.Enum(['none', 'running', 'soon', 'overdue', 'decided', 'decidedLate'] satisfies KeepingState[])
const lotMoves = Object.fromEntries(Object.entries(moveKinds).filter(([kind]) => kind !== 'hold')) as Record<
  Exclude<Move, 'hold'>,
  unknown
>

/** 一批涉案物品, with where its 支 are. */
export const GoodsLot = Type.Object({
  lotNo: Type.String(),
  caseNo: Type.String(),
  custody: keysOf<Custody>(custodies),
  kind: keysOf<GoodsKind>(goodsKinds),
  brand: Type.String(),
  barcode: Type.String(),
  nature: keysOf<Nature>(natures),
  seizedAt: Type.String(),
  heldOn: Day,
  dueOn: Nullable(Day),
  keeping: Keeping,
  decision: Nullable(keysOf<LotDecision>(lotDecisions)),
  decidedOn: Nullable(Day),
  place: Type.String(),
  held: Type.Integer(),
  stored: Type.Integer(),
  sampled: Type.Integer(),
  returned: Type.Integer(),
  sold: Type.Integer(),
  destroyed: Type.Integer(),
  handed: Type.Integer(),
  /** Lines that wait for their second person. */
  unconfirmed: Type.Integer(),
  difference: Type.Integer(),
  /** 货值 in fen by the price list or the proven price; null where there is no price. */
  value: Nullable(Type.Integer()),
  priceSource: Nullable(Type.String()),
  priceList: Nullable(Type.String()),
  brandUnlisted: Type.Boolean(),
})
export type GoodsLot = Static<typeof GoodsLot>

export const GoodsStore = Type.Object({
  today: Day,
  items: Type.Array(GoodsLot),
  overdue: Type.Integer(),
  places: Type.Array(Type.Object({ place: Type.String(), lots: Type.Integer(), sticks: Type.Integer() })),
})
export type GoodsStore = Static<typeof GoodsStore>

export const GoodsDetail = Type.Object({
  today: Day,
  lot: GoodsLot,
  caseAbout: Type.String(),
  /** 处罚决定公开销毁: it goes no other way. */
  condemned: Type.Boolean(),
  /** 处罚决定还没有送达: neither sold nor destroyed. */
  undecided: Type.Boolean(),
  codes: Type.Array(Type.Object({ code: Type.String(), licenceNo: Type.String() })),
  entries: Type.Array(
    Type.Object({
      id: Type.String(),
      n: Type.Integer(),
      event: Type.String(),
      amount: Nullable(Type.Integer()),
      target: Type.String(),
      note: Type.String(),
      officers: Type.Array(Type.String()),
      by: Type.String(),
      onDay: Day,
      at: Type.String(),
      photos: Type.Array(Type.Object({ id: Type.String(), digest: Type.String() })),
      /** 第二人 who has not confirmed yet. */
      awaits: Nullable(Type.String()),
    }),
  ),
  /** What may be done now, by the rules and the caller's roles. */
  may: Type.Array(Type.String()),
  colleagues: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
})
export type GoodsDetail = Static<typeof GoodsDetail>

export const GoodsPaper = Type.Object({
  id: Type.String(),
  kind: Type.Enum(['list', 'sampling', 'destruction']),
  number: Type.String(),
  issuedAt: Type.String(),
})
export type GoodsPaper = Static<typeof GoodsPaper>

const url = '/api/cases/goods'
const readers = allow.staff('inspector', 'head', 'legal')
const keepers = allow.staff('inspector', 'head')
const params = Type.Object({ lotNo: LotNo })

/** 涉案物品台账 */
export const goodsRoutes = {
  goodsStore: {
    method: 'GET',
    url: `${url}/store`,
    allow: readers,
    summary: '涉案物品库：有什么、在哪里、从何时起、哪件案件',
    query: Type.Object({ caseNo: Type.Optional(CaseNo), all: Type.Optional(Type.Enum(['yes'])) }, strict),
    reply: GoodsStore,
  },
  goodsLot: {
    method: 'GET',
    url: `${url}/lots/:lotNo`,
    allow: readers,
    summary: '一批物品：数量、交接和照片',
    params,
    reply: GoodsDetail,
  },
  goodsByCode: {
    method: 'GET',
    url: `${url}/codes/:code`,
    allow: readers,
    summary: '扫条包码或者条形码找批次',
    params: Type.Object({ code: Type.String({ minLength: 8, maxLength: 40 }) }),
    reply: Type.Object({ lotNo: Type.String() }),
  },
  goodsHandlers: {
    method: 'GET',
    url: `${url}/handlers`,
    allow: readers,
    summary: '可以一起经手物品的工作人员',
    reply: Type.Object({ items: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })) }),
  },
  goodsPhoto: {
    method: 'GET',
    url: `${url}/lots/:lotNo/photos/:photoId`,
    allow: readers,
    summary: '物品照片（查看留痕）',
    params: Type.Object({ lotNo: LotNo, photoId: Id }),
    reply: Type.Object({ jpeg: Type.String() }),
  },
  holdGoods: {
    method: 'POST',
    url: `${url}/lots`,
    allow: keepers,
    summary: '物品登记入账（两人、照片、条包码）',
    body: Type.Object(
      {
        caseNo: CaseNo,
        custody: keysOf<Custody>(custodies),
        kind: keysOf<GoodsKind>(goodsKinds),
        brand: Text(60, 0),
        barcode: Type.String({ pattern: '^(\\d{8}|\\d{13})?$' }),
        amount: Amount,
        codes: Type.Array(Text(60), { maxItems: 600 }),
        seizedAt: Text(120),
        place: Text(60),
        heldOn: Day,
        second: Id,
        photos: Photos,
        note: Text(300, 0),
      },
      strict,
    ),
    reply: GoodsDetail,
  },
  moveGoods: {
    method: 'POST',
    url: `${url}/lots/:lotNo/moves`,
    allow: keepers,
    summary: '物品交接：移库、抽样、退还、拍卖、销毁、移交（两人）',
    params,
    body: Type.Object(
      { kind: keysOf(lotMoves), amount: Amount, target: Text(80), second: Id, photos: Photos, note: Text(300, 0) },
      strict,
    ),
    reply: GoodsDetail,
  },
  confirmGoods: {
    method: 'POST',
    url: `${url}/lots/:lotNo/confirmations`,
    allow: allow.staff('inspector', 'head', 'legal'),
    summary: '第二人以本人账号确认一笔交接',
    params,
    body: Type.Object({ entryId: Id }, strict),
    reply: GoodsDetail,
  },
  countGoods: {
    method: 'POST',
    url: `${url}/lots/:lotNo/counts`,
    allow: keepers,
    summary: '盘点（两人）',
    params,
    body: Type.Object({ counted: Type.Integer({ minimum: 0 }), second: Id, note: Text(300, 0) }, strict),
    reply: GoodsDetail,
  },
  correctGoods: {
    method: 'POST',
    url: `${url}/lots/:lotNo/correction`,
    allow: allow.staff('head'),
    summary: '盘点差异更正（负责人，写明理由）',
    params,
    body: Type.Object({ reason: Text(300, 0) }, strict),
    reply: GoodsDetail,
  },
  decideGoods: {
    method: 'POST',
    url: `${url}/lots/:lotNo/decision`,
    allow: allow.staff('head'),
    summary: '处理决定：退还、送检、没收程序、移送（先行登记保存七个工作日内）',
    params,
    body: Type.Object({ decision: keysOf<LotDecision>(lotDecisions), note: Text(300, 0) }, strict),
    reply: GoodsDetail,
  },
  testGoods: {
    method: 'POST',
    url: `${url}/lots/:lotNo/test`,
    allow: keepers,
    summary: '鉴定结果（检测机构和报告编号）',
    params,
    body: Type.Object({ nature: keysOf<Nature>(natures), report: Text(120) }, strict),
    reply: GoodsDetail,
  },
  priceGoods: {
    method: 'POST',
    url: `${url}/lots/:lotNo/price`,
    allow: keepers,
    summary: '查清的实际销售、购买价格（分；每条、公斤或者台）',
    params,
    body: Type.Object({ price: Type.Integer({ minimum: 1, maximum: 100_000_000_00 }), evidence: Text(200) }, strict),
    reply: GoodsDetail,
  },
  goodsPapers: {
    method: 'GET',
    url: `${url}/papers`,
    allow: readers,
    summary: '一件案件的物品文书',
    query: Type.Object({ caseNo: CaseNo }, strict),
    reply: Type.Object({ items: Type.Array(GoodsPaper) }),
  },
  issueGoodsPaper: {
    method: 'POST',
    url: `${url}/papers`,
    allow: keepers,
    summary: '制作物品清单、抽样取证记录、销毁记录',
    body: Type.Object({ caseNo: CaseNo, kind: Type.Enum(['list', 'sampling', 'destruction']) }, strict),
    reply: Type.Object({ items: Type.Array(GoodsPaper) }),
  },
  goodsPaper: {
    method: 'GET',
    url: `${url}/papers/:paperId`,
    allow: readers,
    summary: '物品文书（PDF）',
    params: Type.Object({ paperId: Id }),
    reply: 'pdf',
  },
} as const satisfies Routes
