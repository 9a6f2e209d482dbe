import { type ClueMatter, matters } from '#contract/intelligence'

interface Words {
  readonly zh: string
  readonly en: string
}

/** 什么事: the four most told here, and the others behind one more page; never more than five on a page. */
export const firstMatters = ['counterfeit', 'smuggled', 'unlicensed', 'minors'] as const satisfies readonly ClueMatter[]
export const moreMatters = [
  'transport',
  'wholesale',
  'otherSource',
  'posting',
  'other',
] as const satisfies readonly ClueMatter[]

export const places = {
  shop: { zh: '店里', en: 'In a shop' },
  street: { zh: '路边、流动摊', en: 'In the street' },
  depot: { zh: '仓库、住家', en: 'In a depot or home' },
  online: { zh: '网上、微信', en: 'Online' },
  parcel: { zh: '快递、物流、车上', en: 'Parcels or a vehicle' },
} as const satisfies Readonly<Record<string, Words>>

export const times = {
  day: { zh: '白天', en: 'By day' },
  evening: { zh: '晚上', en: 'In the evening' },
  night: { zh: '深夜', en: 'At night' },
  often: { zh: '经常有', en: 'Often' },
  unknown: { zh: '说不准', en: 'Not sure' },
} as const satisfies Readonly<Record<string, Words>>

/** 知道什么号码: of whom is reported, never of who reports. */
export const numbers = {
  plate: { zh: '知道粤牌车牌', en: 'A plate of Guangdong' },
  otherPlate: { zh: '知道外省车牌', en: 'A plate of elsewhere' },
  phone: { zh: '知道对方的电话', en: 'Their telephone' },
  none: { zh: '都不知道', en: 'None of them' },
} as const satisfies Readonly<Record<string, Words>>

/** Letters and digits of a plate behind the sign of its province; I and O are on none. */
export const plateLetters = [...'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789']

export interface Answers {
  readonly matter?: ClueMatter
  readonly town?: { readonly code: string; readonly name: string }
  readonly place?: keyof typeof places
  readonly time?: keyof typeof times
  readonly number?: { readonly kind: Exclude<keyof typeof numbers, 'none'>; readonly value: string }
}

export const plateIsWhole = (text: string): boolean => /^[A-Z][A-Z0-9]{5,6}$/u.test(text)
export const phoneIsWhole = (digits: string): boolean => /^(1\d{10}|0\d{9,11})$/u.test(digits)

/** 举报内容, in the words of the officer who will read it; what nobody answered is not in it. */
export function reportText({ matter, town, place, time, number }: Answers): string {
  const parts = [
    matter === undefined ? undefined : `事项：${matters[matter].zh}`,
    town === undefined ? undefined : `镇街：${town.name}`,
    place === undefined ? undefined : `在哪里：${places[place].zh}`,
    time === undefined ? undefined : `什么时候：${times[time].zh}`,
    number === undefined ? undefined : `${numberWords[number.kind]}${number.value}`,
  ]
  return `终端举报。${parts.flatMap(part => (part === undefined ? [] : [`${part}。`])).join('')}`
}

const numberWords = { plate: '车牌：粤', otherPlate: '外省车牌：', phone: '对方的电话：' } as const

/** 镇街 by four, so that the fifth choice leads on; the terminal's own town comes first. */
export function townPage<T extends { readonly name: string }>(
  towns: readonly T[],
  own: string,
  page: number,
): { readonly shown: readonly T[]; readonly more: boolean } {
  const first = towns.filter(({ name }) => name === own)
  const ordered = [...first, ...towns.filter(({ name }) => name !== own)]
  return { shown: ordered.slice(page * 4, page * 4 + 4), more: ordered.length > page * 4 + 4 }
}
