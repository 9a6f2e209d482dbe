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

const digits = '零一二三四五六七八九'
const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** 一百二十三 → 123, 十五 → 15; NaN for anything else. */
export function numberOfChinese(text: string): number {
  let total = 0
  let digit = 0
  for (const character of text) {
    const unit = units[character]
    if (unit !== undefined) {
      total += (digit || 1) * unit
      digit = 0
      continue
    }
    digit = digits.indexOf(character)
    if (digit < 0) return Number.NaN
  }
  return total + digit
}

const articleStart = /^(第([零一二三四五六七八九十百千]+)条(?:之([一二三四五六七八九十]+))?)[\s　]*(.*)$/u
const headingLine = /^(#{2,6})\s+(.+)$/u

/** Reads a statute file: everything before the rule `---` is its history, then headings and articles of one or more paragraphs. */
export function parseStatute(fileName: string, content: string): ParsedStatute {
  const lines = content.replaceAll('\r\n', '\n').split('\n')
  const title = (lines.find(line => line.startsWith('# ')) ?? '').slice(2).trim()
  const articles: { number: number; sub: number; label: string; heading: string; paragraphs: string[] }[] = []
  const headings: string[] = []
  for (const line of lines.slice(lines.indexOf('---') + 1)) {
    const heading = headingLine.exec(line.trim())
    if (heading) {
      headings.splice((heading[1]?.length ?? 2) - 2)
      headings.push((heading[2] ?? '').replace(/\s+/gu, ' '))
      continue
    }
    const start = articleStart.exec(line.trim())
    if (start) {
      const [, label = '', number = '', sub, first = ''] = start
      articles.push({
        number: numberOfChinese(number),
        sub: sub ? numberOfChinese(sub) : 0,
        label,
        heading: headings.filter(Boolean).join(' · '),
        paragraphs: first ? [first] : [],
      })
    } else if (line.trim()) {
      articles.at(-1)?.paragraphs.push(line.trim())
    }
  }
  return {
    title,
    textOf: /\((\d{4}-\d{2}-\d{2})\)/u.exec(fileName)?.[1],
    articles: articles.map(({ paragraphs, ...article }) => ({ ...article, text: paragraphs.join('\n') })),
  }
}
