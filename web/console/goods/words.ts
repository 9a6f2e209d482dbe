import { type GoodsLot, goodsKinds, goodsUnits, lotDecisions, unitOf } from '#contract/cases'
import { formatSticks, type Sticks } from '#kernel/quantity'
import { formatCount, formatDayShort } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { currentLanguage, type Language } from '../../shared/language.ts'
import { texts } from './texts.ts'

type Kind = GoodsLot['kind']

/** 2,000支（10条）; leaf in grams, machines in pieces. */
export function amountInWords(kind: Kind, amount: number, language: Language = currentLanguage()): string {
  const unit = goodsUnits[unitOf(kind)]
  if (unitOf(kind) === 'stick' && language === 'zh') return formatSticks(amount as Sticks)
  return `${formatCount(amount)} ${pick(unit.zh, unit.en, language)}`
}

export function goodsName(
  { kind, brand }: Pick<GoodsLot, 'kind' | 'brand'>,
  language: Language = currentLanguage(),
): string {
  return `${brand === '' ? texts.t('noBrand', {}, language) : brand}（${pick(goodsKinds[kind].zh, goodsKinds[kind].en, language)}）`
}

/** How the seven working days stand, in words. */
export function keepingInWords(lot: GoodsLot, language: Language = currentLanguage()): string {
  const decision =
    lot.decision === null ? '' : pick(lotDecisions[lot.decision].zh, lotDecisions[lot.decision].en, language)
  return texts.t(
    `keeping.${lot.keeping}`,
    { day: lot.dueOn === null ? '' : formatDayShort(lot.dueOn, language), decision },
    language,
  )
}

export const keepingTone = ({ keeping }: GoodsLot): string =>
  keeping === 'overdue' || keeping === 'decidedLate' ? 'overdue' : keeping === 'soon' ? 'soon' : 'calm'

/** 12.5 → 1250 分; undefined for what is no amount of yuan. */
export function fenOf(yuan: string): number | undefined {
  const plain = yuan.trim().replaceAll(',', '')
  if (!/^\d{1,12}(\.\d{1,2})?$/.test(plain)) return undefined
  const [whole = '0', cents = ''] = plain.split('.')
  return Number(whole) * 100 + Number(cents.padEnd(2, '0'))
}

export const yuanOf = (fen: number): string => (fen / 100).toFixed(2).replace(/\.00$/, '')
