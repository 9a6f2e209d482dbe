import { numberOfChinese } from '#kernel/citations-in-text'

/** A statute file as structure: title, date of its version, chapters and articles in order. */
export interface ParsedStatute {
  readonly title: string
  /** The day of the version, from the file name; absent where the name has none. */
  readonly textOf: string | undefined
  readonly articles: readonly ParsedArticle[]
}

export interface ParsedArticle {
  readonly number: number
  /** 第一百二十条之一 has sub 1; 0 for the article itself. */
  readonly sub: number
  /** 第五十条, as written. */
  readonly label: string
  /** 编章节 the article stands in, outermost first. */
  readonly heading: string
  readonly text: string
}

const articleStart = /^(第([零一二三四五六七八九十百千]+)条(?:之([一二三四五六七八九十]+))?)[\s　]*(.*)$/u
const headingLine = /^(#{2,6})\s+(.+)$/u
/** 编、章、节 as they stand in a text without marks; the rest of the line is the name. */
const plainHeading = /^第[零一二三四五六七八九十百]+([编章节])[\s　]*(\S.{0,40})?$/u
const levels = { 编: 0, 章: 1, 节: 2 } as const

interface Heading {
  readonly level: number
  readonly words: string
}

/** Reads a statute file: everything before the rule `---` is its history, then headings and articles of one or more paragraphs. */
export function parseStatute(fileName: string, content: string): ParsedStatute {
  const lines = content.replaceAll('\r\n', '\n').split('\n')
  const title = (lines.find(line => line.startsWith('# ')) ?? '').slice(2).trim()
  const articles = articlesOf(lines.slice(lines.indexOf('---') + 1), line => {
    const [, marks, words = ''] = headingLine.exec(line) ?? []
    return marks === undefined ? undefined : { level: marks.length - 2, words }
  })
  return { title, textOf: /\((\d{4}-\d{2}-\d{2})\)/u.exec(fileName)?.[1], articles }
}

/** Reads a text somebody pasted: no marks, only 第一章 and 第一条 at the beginning of lines. */
export const parsePasted = (text: string): readonly ParsedArticle[] =>
  articlesOf(text.replaceAll('\r\n', '\n').split('\n'), line => {
    const [words, kind] = plainHeading.exec(line) ?? []
    return words === undefined ? undefined : { level: levels[kind as keyof typeof levels], words }
  })

function articlesOf(lines: readonly string[], headingIn: (line: string) => Heading | undefined): ParsedArticle[] {
  const articles: (Omit<ParsedArticle, 'text'> & { paragraphs: string[] })[] = []
  const headings: string[] = []
  for (const line of lines.map(one => one.trim())) {
    const heading = headingIn(line)
    if (heading) {
      headings.splice(heading.level)
      headings[heading.level] = heading.words.replace(/[\s　]+/gu, ' ')
      continue
    }
    const start = articleStart.exec(line)
    if (start) {
      const [, label = '', number = '', sub, first = ''] = start
      articles.push({
        number: numberOfChinese(number),
        sub: sub ? numberOfChinese(sub) : 0,
        label,
        heading: headings.filter(Boolean).join(' · '),
        paragraphs: first ? [first] : [],
      })
    } else if (line) articles.at(-1)?.paragraphs.push(line)
  }
  return articles.map(({ paragraphs, ...article }) => ({ ...article, text: paragraphs.join('\n') }))
}

/** What is wrong with the order of a pasted text: numbers that stand twice, are empty or are missing. */
export function faultsOfOrder(articles: readonly ParsedArticle[]): {
  readonly twice: readonly string[]
  readonly empty: readonly string[]
  readonly missing: readonly number[]
} {
  const seen = new Set<string>()
  const twice = articles.filter(({ number, sub }) => {
    const key = `${number}.${sub}`
    const again = seen.has(key)
    seen.add(key)
    return again
  })
  const highest = Math.max(0, ...articles.map(({ number }) => number))
  const missing = Array.from({ length: highest }, (_, at) => at + 1).filter(number => !seen.has(`${number}.0`))
  const empty = articles.filter(({ text }) => text === '')
  return { twice: twice.map(({ label }) => label), empty: empty.map(({ label }) => label), missing }
}
