import { type Citation, cite } from '#kernel/citation'
import { ok, type Result, refuse } from '#kernel/refusal'
import { ownNames, sharedNames } from './brands.ts'

/** A word of a text that may be tobacco advertising. */
export interface WordFinding {
  readonly kind: 'brand' | 'praise' | 'offer' | 'minors'
  readonly word: string
  readonly from: number
  readonly to: number
  readonly basis: Citation
}

export type Audience = 'retailer' | 'public' | 'minor'

/** 广告法 §22: no tobacco advertising in mass media or public places, none at all to minors; 未成年人保护法 §59: nothing sold to them. */
export const guardLaw = {
  ban: { zh: '不得有烟草广告', en: 'No tobacco advertising', basis: cite('GG', 22) },
  minors: { zh: '对学生不讲烟草制品', en: 'Nothing of tobacco products to pupils', basis: cite('WB', 59) },
} as const

const beside = '(?:牌|香烟|卷烟|软[包盒]?|硬[包盒]?|细支|条烟|\\d+元)'
const shared = `(?:${sharedNames.join('|')})`
const patterns: readonly (readonly [WordFinding['kind'], RegExp])[] = [
  ['brand', new RegExp(ownNames.join('|'), 'gu')],
  ['brand', new RegExp(`${shared}[（(“”" ]{0,2}${beside}|(?:软|硬|细支)${shared}`, 'gu')],
  [
    'praise',
    /口感|醇香|好抽|味道(?:更?好|纯正)|提神|解乏|尊贵|品味|潮流|时尚之选|低焦(?:油)?(?:更|较)?(?:健康|安全)/gu,
  ],
  ['offer', /促销|特价|打折|折扣|优惠价|买[一二两三\d]+送|抽奖|赠烟|新品上市|热卖|畅销/gu],
]
/** A school lesson teaches that tobacco is not sold to minors; how to smoke or what to buy has no place in it. */
const notForMinors: readonly (readonly [WordFinding['kind'], RegExp])[] = [
  ['minors', /吸烟的?好处|怎样吸|电子烟(?:口味|推荐)|购烟|订烟/gu],
]

/**
 * 发布前检查: what in a text looks like advertising for tobacco. A brand stops it for every audience; praise and offers are
 * shown to whoever releases it, who gives a reason when they stand in a quotation of what is forbidden.
 */
export function checkWords(text: string, audience: Audience): readonly WordFinding[] {
  const found = [...patterns, ...(audience === 'minor' ? notForMinors : [])].flatMap(([kind, pattern]) =>
    Array.from(text.matchAll(pattern), ({ 0: word, index }) => ({
      kind,
      word,
      from: index,
      to: index + word.length,
      basis: kind === 'minors' ? guardLaw.minors.basis : guardLaw.ban.basis,
    })),
  )
  return found.sort((one, other) => one.from - other.from)
}

/** What nobody can let stand. */
export const stops = ({ kind }: WordFinding, audience: Audience): boolean => kind === 'brand' || audience === 'minor'

/** Everything a reader or viewer would see, held to what nobody can let stand for this audience. Refuses `adWords` with the words. */
export function checkShownWords(texts: readonly string[], audience: Audience): Result<null> {
  const stopped = texts.flatMap(text => checkWords(text, audience)).filter(finding => stops(finding, audience))
  if (stopped.length === 0) return ok(null)
  return refuse('adWords', { words: [...new Set(stopped.map(({ word }) => word))].join('、') })
}
