import { hasHan, plainWords } from '../plain-words.ts'
import { jaroWinkler } from '../similarity.ts'
import { type Comparing, type Kind, share } from './kind.ts'

/** Words of a Latin text; pairs of neighbouring characters of a Chinese one. */
function wordsOf(text: string): readonly string[] {
  if (!hasHan(text)) return text.split(' ').filter(word => word.length > 1)
  const plain = text.replaceAll(' ', '')
  return Array.from({ length: Math.max(1, plain.length - 1) }, (_, at) => plain.slice(at, at + 2))
}

/** A word that more than this share of the records have says next to nothing: street, road, 镇. */
const common = 0.01

function comparing(values: readonly string[], count: readonly number[]): Comparing {
  const times = new Map<string, number>()
  let all = 0
  values.forEach((value, at) => {
    all += count[at] ?? 0
    for (const word of new Set(wordsOf(value))) times.set(word, (times.get(word) ?? 0) + (count[at] ?? 0))
  })
  const rare = (word: string): boolean => (times.get(word) ?? 0) <= Math.max(2, common * all)
  return (a, b) => levelOf(a, b, rare)
}

function levelOf(a: string, b: string, rare: (word: string) => boolean): number {
  const similarity = jaroWinkler(a, b)
  if (similarity >= 0.92) return 3
  const [ofA, ofB] = [wordsOf(a), new Set(wordsOf(b))]
  const shared = ofA.filter(word => ofB.has(word))
  if (shared.some(rare)) return shared.length >= 0.7 * Math.min(ofA.length, ofB.size) ? 3 : 2
  return similarity >= 0.75 || shared.length > 0 ? 1 : 0
}

/** 文字: several words, such as an address. Nearly all words, some words, some likeness. */
export const words: Kind = {
  name: 'words',
  fits: cells => share(cells, cell => (hasHan(cell) ? cell.length > 5 : /\s/u.test(cell.trim()))) > 0.5,
  plain: plainWords,
  levels: 5,
  comparing,
  keys: [value => wordsOf(value)[0] ?? '', value => wordsOf(value).at(-1) ?? '', value => longest(wordsOf(value))],
}

const longest = (list: readonly string[]): string =>
  list.reduce((best, word) => (word.length > best.length ? word : best), '')
