import type { Words } from '../services/service.ts'
import type { HoldKind } from './facts.ts'

export const holdLabels: Readonly<Record<HoldKind, Words>> = {
  openCase: { zh: '未结案件', en: 'an open case' },
  rectification: { zh: '责令整改未验收', en: 'a rectification not yet accepted' },
  unpaidFine: { zh: '未缴罚款', en: 'an unpaid fine' },
  disqualified: { zh: '被取消经营资格未满三年', en: 'disqualified less than three years ago' },
  fraud: { zh: '以欺骗手段取得许可被撤销未满三年', en: 'a licence obtained by fraud and rescinded within three years' },
  falseMaterial: { zh: '提供虚假材料未满一年', en: 'false material within one year' },
  unlicensedTwice: {
    zh: '一年内因无证经营被处罚两次以上',
    en: 'punished twice within a year for trading without a licence',
  },
  amountsReached: { zh: '违法经营达到规定数额', en: 'illegal dealing above the set amounts' },
  unsafePremises: { zh: '经营场所有安全隐患', en: 'unsafe premises' },
  notIndependent: { zh: '经营场所与住所不相独立', en: 'premises not apart from a dwelling' },
}

/** The kinds as one line of words, for a finding. */
export function holdWords(kinds: readonly HoldKind[]): { readonly holds: string; readonly holdsEn: string } {
  const labels = [...new Set(kinds)].map(kind => holdLabels[kind])
  return { holds: labels.map(label => label.zh).join('、'), holdsEn: labels.map(label => label.en).join(', ') }
}
