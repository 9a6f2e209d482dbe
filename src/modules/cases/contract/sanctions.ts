import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { type FactorCode, factorCodes } from '../rules/discretion/factors.ts'
import { type CriterionCode, criterionCodes } from '../rules/thresholds/criteria.ts'
import { type ViolationCode, violationCodes } from '../rules/violations/table.ts'
import { type Base, bases } from '../rules/violations/words.ts'
import { GoodsLot } from './goods.ts'
import { CaseNo, Day, Nullable, strict } from './shapes.ts'

const Money = Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 })
const Text = (max: number, min = 1) => Type.String({ minLength: min, maxLength: max })
const Violation = Type.Enum(violationCodes as [ViolationCode, ...ViolationCode[]])
const Factors = Type.Array(Type.Enum(factorCodes as [FactorCode, ...FactorCode[]]), { maxItems: 12 })
const BaseName = Type.Enum(Object.keys(bases) as [Base, ...Base[]])
const Days = Type.Array(Day, { maxItems: 20 })

/** 查清的金额, in fen and 支; null: not established, the value of the goods stands for it. */
export const Amounts = Type.Object(
  {
    business: Nullable(Money),
    purchases: Nullable(Money),
    sales: Nullable(Money),
    wholesale: Nullable(Money),
    gains: Money,
    fakeSold: Money,
    tax: Money,
    soldSticks: Money,
    party: Type.Enum(['person', 'unit']),
    licence: Type.Enum(['none', 'retail', 'wholesale']),
    fakeBrand: Type.Boolean(),
    penalties: Days,
    smugglingPenalties: Days,
    evidence: Text(300),
  },
  strict,
)
export type Amounts = Static<typeof Amounts>

/** 合计和追诉标准: live, from the ledger and the amounts. */
export const CaseSums = Type.Object({
  caseNo: Type.String(),
  today: Day,
  lots: Type.Array(GoodsLot),
  sticks: Type.Integer(),
  grams: Type.Integer(),
  pieces: Type.Integer(),
  value: Type.Integer(),
  unpriced: Type.Integer(),
  priceList: Nullable(
    Type.Object({ version: Type.String(), issuer: Type.String(), effective: Day, sure: Type.String() }),
  ),
  amounts: Nullable(Amounts),
  warnPercent: Type.Integer(),
  bars: Type.Array(
    Type.Object({
      code: Type.Enum(criterionCodes as [CriterionCode, ...CriterionCode[]]),
      value: Type.Integer(),
      limit: Type.Integer(),
      level: Type.Enum(['below', 'near', 'reached']),
      percent: Type.Integer(),
      basis: Type.String(),
    }),
  ),
  duty: Type.Object({ due: Type.Boolean(), lawyerFirst: Type.Boolean(), basis: Type.String() }),
  /** null: the goods are balanced. */
  imbalance: Nullable(Type.String()),
})
export type CaseSums = Static<typeof CaseSums>

const Weighed = Type.Object({
  n: Type.Integer(),
  violation: Type.String(),
  factors: Type.Array(Type.String()),
  fine: Type.Integer(),
  stepFrom: Type.Integer(),
  stepTo: Type.Integer(),
  rangeTo: Nullable(Type.Integer()),
  deviation: Type.Enum(['within', 'otherStep', 'belowRange', 'noPenalty']),
  reason: Type.String(),
  proposedBy: Type.String(),
  proposedAt: Type.String(),
  approvedBy: Nullable(Type.String()),
  approvedAt: Nullable(Type.String()),
})

const WeighingBody = {
  violation: Violation,
  like: Type.Optional(Violation),
  serious: Type.Boolean(),
  base: Type.Optional(BaseName),
  factors: Factors,
}

/** 裁量: range, step, proposal, similar cases and what was proposed so far. */
export const Weighing = Type.Object({
  caseNo: Type.String(),
  violation: Nullable(Type.String()),
  norm: Type.Array(Type.String()),
  sanction: Type.Array(Type.String()),
  body: Type.String(),
  measures: Type.Array(Type.String()),
  base: Nullable(BaseName),
  baseAmount: Nullable(Type.Integer()),
  percent: Nullable(Type.Array(Type.Integer())),
  rangeFrom: Nullable(Type.Integer()),
  rangeTo: Nullable(Type.Integer()),
  mayFine: Type.Boolean(),
  outcome: Type.Enum(['none', 'mayNone', 'fine', 'noFine']),
  step: Type.Enum(['light', 'usual', 'heavy']),
  stepFrom: Type.Integer(),
  stepTo: Type.Integer(),
  proposed: Type.Integer(),
  mayReduce: Type.Boolean(),
  similar: Type.Array(
    Type.Object({
      caseNo: Type.String(),
      amount: Type.Integer(),
      fine: Type.Integer(),
      percent: Type.Number(),
      likeness: Type.Number(),
      factors: Type.Array(Type.String()),
      decidedOn: Day,
    }),
  ),
  spread: Nullable(Type.Object({ low: Type.Number(), middle: Type.Number(), high: Type.Number() })),
  weighings: Type.Array(Weighed),
})
export type Weighing = Static<typeof Weighing>

export const PriceLists = Type.Object({
  items: Type.Array(
    Type.Object({
      version: Type.String(),
      province: Type.String(),
      issuer: Type.String(),
      basis: Type.String(),
      effective: Day,
      sure: Type.String(),
      lines: Type.Integer(),
      importedBy: Type.String(),
      /** Read in by whoever asks: another one compares it. */
      mine: Type.Boolean(),
      approvedBy: Nullable(Type.String()),
      /** The first two hundred lines; price in fen for one 条, kilogram or piece. */
      sample: Type.Array(
        Type.Object({
          ...{ source: Type.String(), kind: Type.String(), brand: Type.String() },
          price: Type.Integer(),
        }),
      ),
    }),
  ),
})
export type PriceLists = Static<typeof PriceLists>

const url = '/api/cases/:caseNo'
const params = Type.Object({ caseNo: CaseNo })
const readers = allow.staff('inspector', 'head', 'legal')

/** 案由、金额、裁量、追诉标准 */
export const sanctionRoutes = {
  caseSums: {
    method: 'GET',
    url: `${url}/sums`,
    allow: readers,
    summary: '案件合计：数量、货值和追诉标准',
    params,
    reply: CaseSums,
  },
  saveAmounts: {
    method: 'POST',
    url: `${url}/amounts`,
    allow: allow.staff('inspector'),
    summary: '录入查清的金额（写明证据）',
    params,
    body: Amounts,
    reply: CaseSums,
  },
  weighing: {
    method: 'POST',
    url: `${url}/weighing`,
    allow: readers,
    summary: '试算裁量：法定幅度、阶次和类案',
    withoutKey: 'reckons only, changes nothing; the factors are too many for an address',
    params,
    body: Type.Object(WeighingBody, strict),
    reply: Weighing,
  },
  proposeFine: {
    method: 'POST',
    url: `${url}/weighings`,
    allow: allow.staff('inspector'),
    summary: '提出罚款（偏离阶次须写理由）',
    params,
    body: Type.Object({ ...WeighingBody, fine: Money, reason: Text(500, 0) }, strict),
    reply: Weighing,
  },
  approveDeviation: {
    method: 'POST',
    url: `${url}/weighings/:n/approval`,
    allow: allow.staff('head', 'legal'),
    summary: '第二人审批偏离',
    privileged: true,
    params: Type.Object({ caseNo: CaseNo, n: Type.Integer({ minimum: 1 }) }),
    body: Type.Object({}, strict),
    reply: Weighing,
  },
  priceLists: {
    method: 'GET',
    url: '/api/cases/price-lists',
    allow: readers,
    summary: '价格表：版本、地区、依据',
    reply: PriceLists,
  },
  approvePriceList: {
    method: 'POST',
    url: '/api/cases/price-lists/:version/approval',
    allow: allow.staff('head', 'legal'),
    summary: '核对价格表（另一人）',
    privileged: true,
    params: Type.Object({ version: Text(40, 2) }, strict),
    reply: PriceLists,
  },
  importPriceList: {
    method: 'POST',
    url: '/api/cases/price-lists',
    allow: allow.staff('head', 'legal'),
    summary: '导入省级局出具的价格表（CSV），另一人核对后启用',
    privileged: true,
    body: Type.Object(
      {
        version: Type.String({ pattern: '^[0-9A-Za-z一-龥〔〕（）().-]{2,40}$' }),
        province: Type.String({ pattern: '^\\d{2}$' }),
        issuer: Text(60),
        basis: Text(120),
        effective: Day,
        sure: Type.Enum(['law', 'excerpt', 'recalled', 'design']),
        csv: Text(400_000),
      },
      strict,
    ),
    reply: PriceLists,
  },
} as const satisfies Routes
