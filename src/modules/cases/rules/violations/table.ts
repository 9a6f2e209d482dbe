import { type Citation, cite } from '#kernel/citation'
import type { Base, Body, Measure, Subject } from './words.ts'

/**
 * 罚款幅度: shares of a base in percent, or a sum in yuan; `may`: 可以并处, the law leaves it open.
 * `orOf`: the other base the same row knows, by which of its articles was broken.
 */
export type Fine =
  | {
      readonly of: Base
      readonly orOf?: Base
      readonly percent: readonly [from: number, to: number]
      readonly may: boolean
    }
  | { readonly yuan: readonly [from: number, to: number]; readonly may: boolean }

/** One row of 案由: what is forbidden by which article, who punishes it, with what. */
export interface Violation {
  readonly zh: string
  readonly en: string
  readonly norm: readonly Citation[]
  readonly sanction: readonly Citation[]
  readonly body: Body
  readonly subjects: readonly Subject[]
  readonly fine?: Fine
  readonly measures: readonly Measure[]
  /** 情节严重: the second step of the same article. */
  readonly serious?: { readonly fine?: Fine; readonly measures: readonly Measure[]; readonly basis: Citation }
  /** What a reader must know beside the row. */
  readonly note?: string
}

const share = (of: Base, from: number, to: number, may = false): Fine => ({ of, percent: [from, to], may })

/** 案由 P01–P20, each read in the statute; the order is that of the reference. */
export const violations = {
  P01: {
    zh: '擅自收购烟叶',
    en: 'Unauthorised purchase of leaf',
    norm: [cite('ZMF', 10, { paragraph: 1 })],
    sanction: [cite('ZMF', 28), cite('TL', 51)],
    body: 'tobacco',
    subjects: ['anybody'],
    fine: share('goodsValue', 20, 50, true),
    measures: ['buy'],
    // 一千公斤以上 is a quantity, not a judgment: see leafIsMuch.
    serious: { measures: ['goods', 'gains'], basis: cite('TL', 51, { item: 2 }) },
  },
  P02: {
    zh: '无准运证或者超过准运证规定的数量运输烟草专卖品',
    en: 'Transport without a permit or beyond it',
    norm: [cite('ZMF', 21), cite('TL', 34)],
    sanction: [cite('ZMF', 29, { paragraph: 1 }), cite('TL', 52, { item: 1 })],
    body: 'tobacco',
    subjects: ['anybody'],
    fine: share('goodsValue', 20, 50),
    measures: ['buy'],
  },
  P03: {
    zh: '无准运证运输烟草专卖品，情节严重',
    en: 'Transport without a permit, serious case',
    norm: [cite('ZMF', 21), cite('TL', 34)],
    sanction: [cite('ZMF', 29, { paragraph: 1 }), cite('TL', 52, { item: 2 })],
    body: 'tobacco',
    subjects: ['anybody'],
    measures: ['goods', 'gains'],
    note: '第二项只规定没收，不另处罚款。',
  },
  P04: {
    zh: '承运人明知而为无准运证的单位、个人运输烟草专卖品',
    en: 'Carrier who knows that there is no permit',
    norm: [cite('ZMF', 21)],
    sanction: [cite('ZMF', 29, { paragraph: 2 }), cite('TL', 52, { item: 3 })],
    body: 'tobacco',
    subjects: ['carrier'],
    fine: share('goodsValue', 10, 20, true),
    measures: ['gains'],
  },
  P05: {
    zh: '邮寄、异地携带烟叶、烟草制品超过限量一倍以上',
    en: 'Posted or carried beyond the limit by one time or more',
    norm: [cite('ZMF', 22)],
    sanction: [cite('ZMF', 29, { paragraph: 3 }), cite('TL', 52, { item: 4 })],
    body: 'tobacco',
    subjects: ['anybody'],
    fine: share('goodsValue', 20, 50),
    measures: ['buy'],
    note: '“超过限量一倍以上”按达到限量两倍理解，待确认。',
  },
  P06: {
    zh: '无生产企业许可证生产烟草制品',
    en: 'Unlicensed production of tobacco products',
    norm: [cite('ZMF', 12)],
    sanction: [cite('ZMF', 30, { paragraph: 1 }), cite('TL', 53, { item: 1 })],
    body: 'tobacco',
    subjects: ['unlicensed'],
    fine: share('goodsValue', 100, 200),
    measures: ['close', 'gains', 'destroy'],
  },
  P07: {
    zh: '无生产企业许可证生产卷烟纸、滤嘴棒、烟用丝束或者烟草专用机械',
    en: 'Unlicensed production of paper, filters, tow or machinery',
    norm: [cite('ZMF', 24)],
    sanction: [cite('ZMF', 30, { paragraph: 2 }), cite('TL', 53, { item: 2 })],
    body: 'tobacco',
    subjects: ['unlicensed'],
    fine: share('goodsValue', 100, 200),
    measures: ['stop', 'gains', 'destroy'],
  },
  P08: {
    zh: '无批发企业许可证经营烟草制品批发业务',
    en: 'Unlicensed wholesale',
    norm: [cite('ZMF', 15), cite('TL', 24)],
    sanction: [cite('ZMF', 31), cite('TL', 54)],
    body: 'tobacco',
    subjects: ['unlicensed', 'retailer'],
    fine: share('goodsValue', 50, 100),
    measures: ['close', 'stop', 'gains'],
    note: '一次销售卷烟、雪茄烟五十条以上视为批发。',
  },
  P09: {
    zh: '批发企业超越经营范围和地域范围批发',
    en: 'Wholesale beyond scope or area',
    norm: [cite('TL', 23, { paragraph: 1 })],
    sanction: [cite('TL', 55)],
    body: 'tobacco',
    subjects: ['wholesaler'],
    fine: share('goodsValue', 10, 20),
    measures: ['suspend', 'gains'],
  },
  P10: {
    zh: '未在当地烟草专卖批发企业进货',
    en: 'Not buying from the local wholesaler',
    norm: [cite('TL', 23, { paragraph: 2 })],
    sanction: [cite('TL', 56)],
    body: 'tobacco',
    subjects: ['retailer'],
    fine: share('purchases', 5, 10, true),
    measures: ['gains'],
    note: '本条不没收烟草专卖品本身。',
  },
  P11: {
    zh: '无零售许可证经营烟草制品零售业务',
    en: 'Unlicensed retail',
    norm: [cite('ZMF', 16)],
    sanction: [cite('ZMF', 32), cite('TL', 57)],
    body: 'market',
    subjects: ['unlicensed'],
    fine: share('business', 20, 50),
    measures: ['stop', 'gains'],
    note: '由市场监督管理部门处罚，本局提出意见移送。',
  },
  P12: {
    zh: '销售非法生产的烟草专卖品',
    en: 'Sale of illegally produced tobacco',
    norm: [cite('TL', 25), cite('TL', 38, { paragraph: 1 })],
    sanction: [cite('TL', 58)],
    body: 'tobacco',
    subjects: ['anybody'],
    fine: share('sales', 20, 50),
    measures: ['stop', 'gains', 'destroy'],
  },
  P13: {
    zh: '无国务院主管部门批发许可证跨省批发',
    en: 'Wholesale across provinces without the State licence',
    norm: [cite('ZMF', 15), cite('TL', 23, { paragraph: 1 })],
    sanction: [cite('TL', 59)],
    body: 'tobacco',
    subjects: ['wholesaler', 'unlicensed'],
    fine: share('wholesale', 10, 20),
    measures: [],
  },
  P14: {
    zh: '为无许可证的单位或者个人提供烟草专卖品',
    en: 'Supplying the unlicensed',
    norm: [cite('TL', 26), cite('TL', 36, { paragraph: 2 })],
    sanction: [cite('TL', 60)],
    body: 'tobacco',
    subjects: ['wholesaler', 'producer'],
    fine: share('sales', 20, 50),
    measures: ['gains'],
  },
  P15: {
    zh: '从无生产企业许可证的企业购买辅料、专用机械',
    en: 'Buying materials or machinery from unlicensed producers',
    norm: [cite('TL', 36, { paragraph: 1 })],
    sanction: [cite('TL', 61)],
    body: 'tobacco',
    subjects: ['wholesaler', 'producer'],
    fine: share('goodsValue', 50, 100),
    measures: [],
  },
  P16: {
    zh: '免税烟草制品不按规定存放或者没有标注专门标志',
    en: 'Duty-free goods outside the bonded store or without the mark',
    norm: [cite('TL', 41), cite('TL', 42)],
    sanction: [cite('TL', 62), cite('TL', 63)],
    body: 'tobacco',
    subjects: ['dutyFree'],
    fine: { of: 'goodsValue', orOf: 'business', percent: [0, 50], may: true },
    measures: [],
    note: '未按规定存放的以价值为基数；未标注专门标志的以非法经营总额为基数。',
  },
  P17: {
    zh: '拍卖企业未对竞买人验证资格或者不接受监督',
    en: 'Auction without a check of the bidders',
    norm: [cite('TL', 48, { paragraph: 2 })],
    sanction: [cite('TL', 64)],
    body: 'tobacco',
    subjects: ['auctioneer'],
    fine: share('goodsValue', 20, 50),
    measures: ['noAuctions'],
  },
  P18: {
    zh: '向未成年人售烟、未设标志或者在学校、幼儿园周边设点',
    en: 'Sale to minors, no sign, or a shop near a school',
    norm: [cite('WB', 59, { paragraph: 1 })],
    sanction: [cite('WB', 123)],
    body: 'tobacco',
    subjects: ['retailer'],
    fine: { yuan: [0, 50_000], may: true },
    measures: ['correct', 'warn', 'gains'],
    serious: {
      fine: { yuan: [50_000, 500_000], may: true },
      measures: ['stopBusiness', 'revoke'],
      basis: cite('WB', 123),
    },
    note: '烟草、市场监管、文旅、公安等部门按照职责分工。',
  },
  P19: {
    zh: '出租、出借、涂改、非法转让许可证',
    en: 'Licence rented, lent, altered or transferred',
    norm: [cite('XK', 80), cite('S205', 52)],
    sanction: [cite('TL', 14)],
    body: 'tobacco',
    subjects: ['retailer', 'wholesaler', 'producer'],
    measures: ['rectify'],
    serious: { measures: ['disqualify'], basis: cite('TL', 14) },
    note: '许可证管理办法的罚则未见原文，不据以罚款。',
  },
  P20: {
    zh: '电子烟等新型烟草制品的违法行为',
    en: 'Violations with electronic cigarettes and new products',
    norm: [cite('TL', 65), cite('EC', 18)],
    sanction: [cite('TL', 65)],
    body: 'tobacco',
    subjects: ['anybody'],
    measures: [],
    note: '参照卷烟的有关规定：须写明参照的案由，幅度随之。',
  },
} as const satisfies Record<string, Violation>

export type ViolationCode = keyof typeof violations
export const violationCodes = Object.keys(violations) as ViolationCode[]

export const isViolation = (code: string): code is ViolationCode => Object.hasOwn(violations, code)
export const findViolation = (code: string | null): Violation | undefined =>
  code !== null && isViolation(code) ? violations[code] : undefined
export const violationOf = (code: ViolationCode): Violation => violations[code]

/** 罚则 that holds: of the violation itself, or of the one that a new product refers to (参照). */
export const ruling = (code: string | null, like: string | null | undefined): Violation | undefined =>
  findViolation(code === 'P20' && like ? like : code)

/** 公开销毁: the article that orders it (TL 53, 58); undefined where none does. */
export function destructionOf(code: string | null, like: string | null | undefined): Citation | undefined {
  const row = ruling(code, like)
  return row?.measures.includes('destroy') ? row.sanction.at(-1) : undefined
}

/** 依据: the articles a penalty rests on; beside 条例第六十五条 those of the violation it refers to (参照). */
export function basisOf(code: string | null, like: string | null | undefined): readonly Citation[] {
  const own = findViolation(code)?.sanction ?? []
  return code === 'P20' && like ? [...own, ...(findViolation(like)?.sanction ?? [])] : own
}
