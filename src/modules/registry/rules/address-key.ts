import { foldWidth } from '#kernel/fold-width'

/** Where an address lies, for the parts of its text that may be written or left out. */
export interface AddressPlace {
  /** 9 digits. */
  readonly townCode: string
  readonly townName: string
}

/**
 * 同址判断: two texts of one door give one key, two doors never do. Width, blanks, punctuation, 號/号, 之一/-1, Chinese
 * door numbers and the prefix from the province down to the town make no difference. The town is part of the key,
 * because 中心路1号 stands in many towns. Equal keys are a hint for a person, never a finding of law.
 */
export function addressKey(address: string, place: AddressPlace): string {
  const plain = [...foldWidth(address).toUpperCase()].map(character => variants.get(character) ?? character).join('')
  const bare = plain.replace(/[\s,.;:，。；：、·()（）[\]【】"'“”]/gu, '')
  const local = withoutPrefix(bare, place.townName)
  return `${place.townCode}|${doorNumbers(local) || bare}`
}

const variants = new Map(
  Object.entries({
    號: '号',
    鎮: '镇',
    縣: '县',
    區: '区',
    鄉: '乡',
    門: '门',
    樓: '楼',
    棟: '栋',
    鋪: '铺',
    舖: '铺',
    東: '东',
    開: '开',
    興: '兴',
    廣: '广',
  }),
)

/** The longest spelling first: 恩城街道办事处 before 恩城街道. The street office of today was a 镇 yesterday. */
function withoutPrefix(text: string, townName: string): string {
  const local = text.replace(/^(?:广东省?)?(?:江门市?)?(?:恩平市)?/u, '')
  const short = townName.replace(/(?:街道|镇|乡)$/u, '')
  if (short === '') return local
  const spellings = [`${short}街道办事处`, `${short}街道办`, `${short}街道`, `${short}镇`, townName]
  const prefix = spellings.find(spelling => local.startsWith(spelling))
  return prefix === undefined ? local : local.slice(prefix.length)
}

const digits = '零一二三四五六七八九'

/** 十二号 → 12号; 12号之一, 12号-1, 12之1号 and 12-1号 → 12-1号; 012号 → 12号. */
function doorNumbers(text: string): string {
  return text
    .replace(/〇/gu, '零')
    .replace(/[零一二三四五六七八九十百]+(?=号)/gu, numeral => String(numeralValue(numeral)))
    .replace(/之([零一二三四五六七八九十]+)/gu, (_, numeral: string) => `之${numeralValue(numeral)}`)
    .replace(/(\d)[—–‐－]+(?=\d)/gu, '$1-')
    .replace(/(?<!\d)0+(?=\d)/gu, '')
    .replace(/(\d+)号(?:之|-)(\d+)(?:号)?/gu, '$1-$2号')
    .replace(/(\d+)之(\d+)号/gu, '$1-$2号')
}

/** Up to 999, and digit strings such as 二零三. */
function numeralValue(numeral: string): number {
  if (!/[十百]/u.test(numeral)) return Number([...numeral].map(figure => digits.indexOf(figure)).join(''))
  const [, hundreds = '', tens = '', ones = ''] = /^(?:(.?)百)?零?(?:(.?)十)?零?(.?)$/u.exec(numeral) ?? []
  const value = (figure: string, present: boolean) => (figure === '' ? Number(present) : digits.indexOf(figure))
  return (
    value(hundreds, numeral.includes('百')) * 100 +
    value(tens, numeral.includes('十')) * 10 +
    Math.max(0, digits.indexOf(ones || '零'))
  )
}
