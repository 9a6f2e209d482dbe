import { plainCode } from '../plain-words.ts'
import { oneSlip } from '../similarity.ts'
import { firstHalf, type Kind, lastHalf, share } from './kind.ts'

function level(a: string, b: string): number {
  if (oneSlip(a, b)) return 2
  return firstHalf(a) === firstHalf(b) || lastHalf(a) === lastHalf(b) ? 1 : 0
}

/** 号码: telephones, identity numbers, post codes in digits. One slip; half of it. */
export const digits: Kind = {
  name: 'digits',
  fits: cells => share(cells, cell => /^[\d\s+()-]+$/u.test(cell)) > 0.9,
  plain: cell => cell.replace(/\D/gu, ''),
  levels: 4,
  comparing: () => level,
  keys: [firstHalf, lastHalf],
}

/** 编码: letters and digits mixed, such as plates, codes with a check letter, British post codes. */
export const code: Kind = {
  name: 'code',
  fits: cells =>
    share(cells, cell => /\d/u.test(cell) && !/\p{Script=Han}{3}/u.test(cell) && plainCode(cell).length <= 20) > 0.8,
  plain: plainCode,
  levels: 4,
  comparing: () => level,
  keys: [firstHalf, lastHalf],
}
