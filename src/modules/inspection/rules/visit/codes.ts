import { parseCartonCode } from '#kernel/carton-code'
import { parseDate } from '#kernel/dates'

/** 32 位条码 judged for one shop. `otherShop` and `otherCounty`: sorted for somebody else, found here (外流、串码). */
export type CodeVerdict = 'own' | 'ownUnordered' | 'ownUnknown' | 'otherShop' | 'otherCounty' | 'unreadable'

export const codeVerdictLabels: Readonly<Record<CodeVerdict, { readonly zh: string; readonly en: string }>> = {
  own: { zh: '本店订购', en: 'Ordered by this shop' },
  ownUnordered: {
    zh: '打本店证号，但分拣日前没有订购记录',
    en: 'Bears this shop’s number, but no order before that day',
  },
  ownUnknown: { zh: '打本店证号，没有订购数据可以比对', en: 'Bears this shop’s number; no order data to compare' },
  otherShop: { zh: '不是本店的烟：打的是本地另一户的证号', en: 'Not of this shop: another local shop’s number' },
  otherCounty: { zh: '不是本店的烟：打的是外地零售户的证号', en: 'Not of this shop: a number from elsewhere' },
  unreadable: { zh: '条码解不开，原样记下', en: 'Cannot be decoded; kept as it is' },
}

export const isFoundElsewhere = (verdict: CodeVerdict): boolean => verdict === 'otherShop' || verdict === 'otherCounty'

export interface JudgedCode {
  readonly code: string
  readonly verdict: CodeVerdict
  /** For whom it was sorted. */
  readonly licenceNo: string | null
  readonly sortedOn: string | null
}

interface Shop {
  readonly licenceNo: string
  /** Days on which it ordered; `null`: nobody knows. */
  readonly orderDays: readonly string[] | null
}

/**
 * Whose cigarettes these are: the number on the carton first, then whether the shop ordered in the days before the sorting.
 * Cigarettes of another shop on this counter are 外来卷烟 (烟草专卖法实施条例第二十三条); who is at fault a person finds out.
 */
export function judgeCode(
  code: string,
  shop: Shop,
  { today, orderDays: limit }: { readonly today: Temporal.PlainDate; readonly orderDays: number },
): JudgedCode {
  const read = parseCartonCode(code, today)
  if (!read.ok) return { code, verdict: 'unreadable', licenceNo: null, sortedOn: null }
  const { text, licenceNo, sortedOn } = read.value
  const judged = (verdict: CodeVerdict): JudgedCode => ({
    code: text,
    verdict,
    licenceNo,
    sortedOn: sortedOn.toString(),
  })
  if (licenceNo !== shop.licenceNo)
    return judged(licenceNo.startsWith(shop.licenceNo.slice(0, 6)) ? 'otherShop' : 'otherCounty')
  if (shop.orderDays === null) return judged('ownUnknown')
  const ordered = shop.orderDays.some(text => {
    const day = parseDate(text)
    if (!day.ok) return false
    const days = day.value.until(sortedOn).days
    return days >= 0 && days <= limit
  })
  return judged(ordered ? 'own' : 'ownUnordered')
}
