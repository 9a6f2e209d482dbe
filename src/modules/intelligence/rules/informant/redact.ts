import { plainOf } from '../recognise/plain.ts'

/** Who reported, as he gave it; all of it may be missing. */
export interface Identity {
  readonly name?: string
  readonly phone?: string
  readonly idNo?: string
}

/** A stretch of a text that may be a name or a number: how it reads, and where it stands. */
interface Reading {
  readonly text: string
  readonly from: number
  readonly to: number
}

type Script = 'han' | 'digits' | 'latin'
interface Piece extends Reading {
  readonly script: Script
  /** A dot of a long name (买买提·阿卜杜) stands before it. */
  readonly dotted: boolean
}

const mark = '〔举报人〕'
const between = /[\s\-—–()（）·•.]/u
/** How many pieces (characters, digits, Latin words) a name or number has. */
const reach: Readonly<Record<Script, readonly [number, number]>> = { han: [2, 6], digits: [7, 18], latin: [1, 4] }
const longestDotted = 12

/** What a text may not say of him: the readings of his name and numbers. */
export function partsOf({ name = '', phone = '', idNo = '' }: Identity): readonly string[] {
  const numbers = [phone, phone.replace(/^\+?86/u, ''), idNo].map(number => plainOf(number).replaceAll(/[^0-9X]/gu, ''))
  const named = plainOf(name).replaceAll(new RegExp(between, 'gu'), '')
  return [
    ...new Set([
      ...numbers.filter(({ length }) => length >= reach.digits[0] && length <= reach.digits[1]),
      ...([...named].length >= 2 ? [named] : []),
    ]),
  ]
}

/**
 * Every stretch that may name somebody: numbers also with blanks or dashes between the digits, in full width or spelled digit by
 * digit; names also with a blank or a dot in them.
 */
export function readingsOf(text: string): readonly Reading[] {
  return runsOf(text).flatMap(run => {
    const [least, usual] = reach[run[0]?.script ?? 'han']
    const most = run.some(({ dotted }) => dotted) ? longestDotted : usual
    return run.flatMap((first, start) =>
      run.slice(start, start + most).flatMap((last, more) => {
        if (more + 1 < least) return []
        const words = run.slice(start, start + more + 1).map(piece => piece.text)
        return [{ text: words.join(''), from: first.from, to: last.to }]
      }),
    )
  })
}

/** 正文去身份: every stretch that `isHis` says is his, the longest first, gives way to 〔举报人〕; the rest stays as it is. */
export function masked(text: string, isHis: (reading: string) => boolean): string {
  const found = readingsOf(text)
    .filter(reading => isHis(reading.text))
    .toSorted((a, b) => a.from - b.from || b.to - a.to)
  let clean = ''
  let at = 0
  for (const { from, to } of found) {
    if (from < at) continue
    clean += text.slice(at, from) + mark
    at = to
  }
  return clean + text.slice(at)
}

/** The reporter's own name and numbers are taken out of what he wrote. A text that speaks of other people stays as it is. */
export function withoutReporter(text: string, identity: Identity): string {
  const his = new Set(partsOf(identity))
  return his.size === 0 ? text : masked(text, reading => his.has(reading))
}

/** 举报人张某，电话139…: whoever is named right behind the word for a reporter, with a number; a name alone may be the next word of a sentence. */
const introduced = new RegExp(
  '(举报人|报料人|爆料人|线人|报警人|报案人)(?:姓名|名叫|叫|是|为|[:：\\s])*' +
    '(?!提供|反映|举报|看到|发现|留下|称|说|的)(?:\\p{Script=Han}{2,4}?)?[，,、（(：:\\s]*' +
    '(?:联系)?(?:电话|手机|方式|身份证|证件)?(?:号码|号)?[：:是为\\s]*[0-9](?:[-— ]?[0-9]){6,17}X?[）)]?',
  'gu',
)

/** An agency that tells of its own accord may say who told it: that goes no further, whether or not he was ever sealed here. */
export function withoutIntroduced(text: string): string {
  let clean = ''
  let at = 0
  for (const { 0: found, 1: word = '', index } of plainOf(text).matchAll(introduced)) {
    clean += text.slice(at, index + word.length) + mark
    at = index + found.length
  }
  return clean + text.slice(at)
}

/** Pieces of one script that follow one another, whatever blanks and dashes stand between them. */
function runsOf(text: string): readonly (readonly Piece[])[] {
  const runs: Piece[][] = []
  let at = 0
  let gap = ''
  for (const character of plainOf(text)) {
    const from = at
    at += character.length
    const run = runs.at(-1) ?? []
    const last = run.at(-1)
    const script = scriptOf(character, last?.script)
    if (script === undefined) {
      gap += character
      continue
    }
    const joins = last?.script === script && [...gap].every(one => between.test(one))
    const piece = { script, text: character, from, to: at, dotted: joins && /[·•]/u.test(gap) }
    if (joins && script === 'latin' && gap === '') run.splice(-1, 1, { ...last, text: last.text + character, to: at })
    else if (joins) run.push(piece)
    else runs.push([piece])
    gap = ''
  }
  return runs
}

function scriptOf(character: string, before: Script | undefined): Script | undefined {
  // The last place of a citizen number may be an X.
  if (/[0-9]/u.test(character) || (character === 'X' && before === 'digits')) return 'digits'
  if (/\p{Script=Han}/u.test(character)) return 'han'
  return /[A-Z]/u.test(character) ? 'latin' : undefined
}
