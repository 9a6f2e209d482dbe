import { type Citation, cite } from '#kernel/citation'

/** What a factor does to the fine: 不予处罚, 从轻或者减轻, 从重. */
export type FactorEffect = 'exempt' | 'lighter' | 'heavier'

interface Factor {
  readonly zh: string
  readonly en: string
  readonly effect: FactorEffect
  /** 应当 or 可以: whether the law leaves a choice. */
  readonly must: boolean
  readonly basis: readonly Citation[]
  /** 'design': no statute names it; the bureau's own standard (行政处罚法第三十四条), to be confirmed and published. */
  readonly sure: 'law' | 'design'
}

const lighter = (zh: string, en: string, basis: Citation, must = true): Factor => ({
  zh,
  en,
  effect: 'lighter',
  must,
  basis: [basis],
  sure: 'law',
})
const heavier = (zh: string, en: string): Factor => ({
  zh,
  en,
  effect: 'heavier',
  must: false,
  basis: [cite('CF', 34)],
  sure: 'design',
})
const exempt = (zh: string, en: string, must: boolean, basis: Citation): Factor => ({
  zh,
  en,
  effect: 'exempt',
  must,
  basis: [basis],
  sure: 'law',
})

/** 裁量情节. The statute names only what helps the party; what weighs against him is the bureau's published standard. */
export const factors = {
  under14: exempt('不满十四周岁', 'under 14', true, cite('CF', 30)),
  incapable: exempt(
    '精神病人、智力残疾人不能辨认或者控制自己行为',
    'unable to understand or control the act',
    true,
    cite('CF', 31),
  ),
  trivial: exempt(
    '违法行为轻微并及时改正，没有造成危害后果',
    'slight, corrected in time, without harm',
    true,
    cite('CF', 33, { paragraph: 1 }),
  ),
  firstSlight: exempt(
    '初次违法且危害后果轻微并及时改正',
    'first time, slight harm, corrected in time',
    false,
    cite('CF', 33, { paragraph: 1 }),
  ),
  noFault: exempt('有证据足以证明没有主观过错', 'no fault, proven', true, cite('CF', 33, { paragraph: 2 })),
  minor: lighter('已满十四周岁不满十八周岁', '14 to 17 years old', cite('CF', 30)),
  lessCapable: lighter(
    '尚未完全丧失辨认或者控制能力',
    'partly able to understand or control the act',
    cite('CF', 31),
    false,
  ),
  remedied: lighter('主动消除或者减轻危害后果', 'removed or lessened the harm', cite('CF', 32, { item: 1 })),
  coerced: lighter('受他人胁迫或者诱骗', 'coerced or deceived by others', cite('CF', 32, { item: 2 })),
  confessed: lighter('主动供述尚未掌握的违法行为', 'told what was not yet known', cite('CF', 32, { item: 3 })),
  helped: lighter('配合查处有立功表现', 'helped the inquiry with merit', cite('CF', 32, { item: 4 })),
  otherLighter: lighter('法律、法规、规章规定的其他情形', 'another case named by law', cite('CF', 32, { item: 5 })),
  repeated: heavier('一年内因同类违法受过处罚', 'punished for the same kind within a year'),
  evaded: heavier('转移、隐匿、销毁证据或者抗拒检查', 'hid or destroyed evidence, or resisted'),
  toMinors: heavier('涉及未成年人', 'minors are concerned'),
  organised: heavier('组织、指使他人或者跨地区网络化违法', 'organised others or a network across areas'),
  spread: heavier('数量、时间、范围明显较大', 'much in quantity, time or reach'),
} as const satisfies Record<string, Factor>

export type FactorCode = keyof typeof factors
export const factorCodes = Object.keys(factors) as FactorCode[]
export const factorOf = (code: FactorCode): Factor => factors[code]

export const withEffect = (found: readonly FactorCode[], effect: FactorEffect): readonly FactorCode[] =>
  found.filter(code => factors[code].effect === effect)
