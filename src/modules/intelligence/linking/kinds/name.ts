import { pinyin } from 'pinyin-pro'
import { hasHan, plainWords } from '../plain-words.ts'
import { jaroWinkler, oneSlip } from '../similarity.ts'
import type { Kind } from './kind.ts'

const sounds = new Map<string, string>()

/** How a Chinese name is said, without tones: 陈伟 and 陈炜 are both chenwei. */
function soundOf(name: string): string {
  const known = sounds.get(name)
  if (known !== undefined) return known
  const sound = pinyin(name, { toneType: 'none', surname: 'head' }).replaceAll(' ', '')
  sounds.set(name, sound)
  return sound
}

/** First letter and the consonants after it, doubled ones once: robert, robart and roberrt are all rbrt. */
function skeleton(name: string): string {
  if (hasHan(name)) return soundOf(name)
  const rest = name
    .slice(1)
    .replace(/[aeiouyhw ]/gu, '')
    .replace(/(.)\1+/gu, '$1')
  return (name[0] ?? '') + rest.slice(0, 4)
}

function level(a: string, b: string): number {
  if (hasHan(a) && hasHan(b)) return levelOfHan(a, b)
  if (Math.min(a.length, b.length) > 3 && oneSlip(a, b)) return 3
  const similarity = jaroWinkler(a, b)
  if (similarity >= 0.92) return 3
  if (similarity >= 0.84 || a.startsWith(b) || b.startsWith(a)) return 2
  return similarity >= 0.7 ? 1 : 0
}

/** The same sound; all characters but one; the same family name. */
function levelOfHan(a: string, b: string): number {
  if (soundOf(a) === soundOf(b)) return 3
  if (oneSlip(a, b) && Math.min(a.length, b.length) > 1) return 2
  return a[0] === b[0] ? 1 : 0
}

/** 姓名: one or a few words, Latin or Chinese. */
export const name: Kind = {
  name: 'name',
  fits: () => true,
  plain: plainWords,
  levels: 5,
  comparing: () => level,
  keys: [value => value.slice(0, hasHan(value) ? 2 : 3), skeleton],
}
