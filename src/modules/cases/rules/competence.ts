import { type Citation, cite } from '#kernel/citation'
import type { Words } from './procedure/case-file.ts'

export const agencies = {
  market: { zh: '市场监督管理局', en: 'Market regulator' },
  customs: { zh: '海关缉私部门', en: 'Customs' },
  police: { zh: '公安机关', en: 'Police' },
  tobacco: { zh: '有管辖权的烟草专卖局', en: 'The tobacco bureau in charge' },
  other: { zh: '其他有管辖权的机关', en: 'Another agency in charge' },
} as const satisfies Readonly<Record<string, Words>>
export type Agency = keyof typeof agencies

interface Competence extends Words {
  /** `bureau`: this bureau punishes. */
  readonly who: 'bureau' | Agency
  readonly basis: readonly Citation[]
  readonly violations: readonly string[]
}

const ours = (zh: string, en: string, violations: readonly string[], ...basis: readonly Citation[]): Competence => ({
  ...{ zh, en, violations, basis },
  who: 'bureau',
})

/** 职权划分 (reference §8.1): who punishes which act. What is another's ends in a 移送函, never in a penalty. */
export const competences = {
  unlicensedRetail: {
    zh: '无烟草专卖零售许可证经营零售业务',
    en: 'Retail without a licence',
    who: 'market',
    violations: ['P11'],
    basis: [cite('ZMF', 32), cite('TL', 57)],
  },
  trademark: {
    zh: '假冒注册商标、使用未注册商标',
    en: 'Counterfeit or unregistered trademark',
    who: 'market',
    violations: [],
    basis: [cite('ZMF', 33)],
  },
  advertising: {
    zh: '违法发布烟草广告',
    en: 'Unlawful tobacco advertising',
    who: 'market',
    violations: [],
    basis: [cite('GG', 22)],
  },
  smuggling: {
    zh: '走私烟草专卖品（不构成犯罪）',
    en: 'Smuggling that is no crime',
    who: 'customs',
    violations: [],
    basis: [cite('ZMF', 37)],
  },
  foreignGoods: {
    zh: '市场、网络交易中无合法来源证明的境外烟草制品',
    en: 'Foreign tobacco without proof of origin, in trade',
    who: 'market',
    violations: [],
    basis: [cite('GFZ', 5)],
  },
  obstruction: {
    zh: '未使用暴力、威胁阻碍执法',
    en: 'Obstruction without violence',
    who: 'police',
    violations: [],
    basis: [cite('ZMF', 38)],
  },
  leaf: ours('擅自收购烟叶', 'Unauthorised purchase of leaf', ['P01'], cite('TL', 51)),
  transport: ours(
    '无准运证运输、超限量邮寄携带',
    'Transport without permit',
    ['P02', 'P03', 'P04', 'P05'],
    cite('ZMF', 29),
    cite('TL', 52),
  ),
  production: ours('无证生产', 'Production without a licence', ['P06', 'P07'], cite('TL', 53)),
  wholesale: ours(
    '无证批发、超范围批发',
    'Wholesale without or beyond a licence',
    ['P08', 'P09', 'P13'],
    cite('TL', 54),
    cite('TL', 55),
    cite('TL', 59),
  ),
  otherSource: ours('未在当地批发企业进货', 'Bought elsewhere', ['P10'], cite('TL', 56)),
  illegalGoods: ours('销售非法生产的烟草专卖品', 'Sale of illegally produced goods', ['P12'], cite('TL', 58)),
  supply: ours(
    '向无证者供货、从无证者购货',
    'Trade with the unlicensed',
    ['P14', 'P15'],
    cite('TL', 60),
    cite('TL', 61),
  ),
  dutyFree: ours('免税烟草制品违规', 'Duty-free goods', ['P16'], cite('TL', 62), cite('TL', 63)),
  auction: ours('违规拍卖', 'Unlawful auction', ['P17'], cite('TL', 64)),
  minors: ours('向未成年人售烟、未设标志、学校周边', 'Minors', ['P18'], cite('WB', 59), cite('WB', 123)),
  licence: ours('转借、涂改、非法转让许可证', 'Misuse of a licence', ['P19'], cite('TL', 14)),
  eCigarette: ours('电子烟等新型烟草制品', 'E-cigarettes', ['P20'], cite('TL', 65)),
} as const satisfies Readonly<Record<string, Competence>>

type Act = keyof typeof competences

/** The act by its name, where another agency punishes it. */
export function othersAct(act: string): (Competence & { readonly who: Agency }) | undefined {
  const known: Competence | undefined = Object.hasOwn(competences, act) ? competences[act as Act] : undefined
  return known === undefined || known.who === 'bureau' ? undefined : { ...known, who: known.who }
}

/** What a 移送函 may be about: every act of another agency, and an act of this bureau that happened elsewhere. */
export const referable: Readonly<Record<string, Words>> = {
  ...Object.fromEntries(
    Object.keys(competences).flatMap(act => {
      const other = othersAct(act)
      return other ? [[act, { zh: other.zh, en: other.en }]] : []
    }),
  ),
  own: { zh: '由烟草专卖局处罚的行为（不发生在本辖区）', en: 'An act of the tobacco bureau, elsewhere' },
}

export const competenceOf = (violation: string | null): Competence | undefined =>
  violation === null
    ? undefined
    : (Object.values(competences) as readonly Competence[]).find(({ violations }) => violations.includes(violation))
