import { describe, expect, it } from 'vitest'
import {
  articleSummaries,
  cite,
  findSummary,
  formatCitation,
  formatCitationEn,
  instruments,
  sureLabels,
} from './citation.ts'

describe('formatCitation', () => {
  it.each([
    [cite('XK', 50, { paragraph: 2 }), '《行政许可法》第五十条第二款'],
    [cite('XK', 32, { paragraph: 1, item: 4 }), '《行政许可法》第三十二条第一款第四项'],
    [cite('XF', 225), '《刑法》第二百二十五条'],
    [cite('S205', 43, { item: 2 }), '《烟草专卖许可证管理办法实施细则》第四十三条第二项'],
    [cite('WB', 123), '《未成年人保护法》第一百二十三条'],
  ])('writes the citation as statutes write it: %s', (citation, text) => {
    expect(formatCitation(citation)).toBe(text)
  })

  it('has an English form', () => {
    expect(formatCitationEn(cite('XK', 50, { paragraph: 2 }))).toBe(
      'Administrative Licensing Law, Article 50, paragraph 2',
    )
    expect(formatCitationEn(cite('XK', 32, { paragraph: 1, item: 4 }))).toBe(
      'Administrative Licensing Law, Article 32, paragraph 1, item 4',
    )
  })
})

describe('instruments', () => {
  it.each(Object.entries(instruments))(
    '%s has a title without the state prefix, an English title and a date',
    (_, row) => {
      expect(row.title).not.toMatch(/[《》]|^中华人民共和国/u)
      expect(row.titleEn).toMatch(/^[A-Z]/u)
      expect(row.inForce).toMatch(/^\d{4}-\d{2}-\d{2}$/u)
      expect(Temporal.PlainDate.from(row.inForce).toString()).toBe(row.inForce)
    },
  )

  it('no two instruments share a title', () => {
    const titles = Object.values(instruments).map(row => row.title)
    expect(new Set(titles).size).toBe(titles.length)
  })
})

describe('article summaries', () => {
  const rows = Object.entries(articleSummaries)

  it.each(rows)('%s belongs to a known instrument and is one honest line', (key, row) => {
    const [, code = '', article] = /^([A-Z]+\d*) ([1-9]\d*)$/u.exec(key) ?? []
    expect(Object.hasOwn(instruments, code)).toBe(true)
    expect(findSummary(cite(code as keyof typeof instruments, Number(article)))).toBe(row)
    expect(row.summary).toMatch(/^[^\n]{6,60}。$/u)
    const { fullText } = instruments[code as keyof typeof instruments]
    expect(row.sure === 'text').toBe(fullText)
  })

  it('covers the articles that licensing, identity, e-licences, terminals and supervision cite', () => {
    const wanted = {
      XK: [8, 26, 29, 30, 32, 33, 34, 36, 37, 38, 40, 42, 44, 45, 47, 48, 49, 50, 57, 58, 61, 69, 70, 78, 79, 80, 82],
      ZMF: [16],
      TL: [6, 9, 13, 14, 23],
      S37: [9, 10, 32, 33, 43, 44, 64],
      S205: [11, 18, 21, 22, 23, 43, 46, 48, 49, 52, 56],
      ZX: [7, 8, 9, 10],
      GX: [13, 14, 15, 17, 24, 28, 29, 34, 35, 55],
      FR: [5, 6, 8, 10],
      SFZ: [5, 13, 19],
      WB: [59, 123],
      YH: [35, 37, 54, 58],
      YYH: [33, 34],
      FY: [20],
      SS: [46],
      WA: [21],
      WZA: [32, 33],
      GT: [13],
    }
    const missing = Object.entries(wanted).flatMap(([code, articles]) =>
      articles
        .filter(n => findSummary(cite(code as keyof typeof instruments, n)) === undefined)
        .map(n => `${code} ${n}`),
    )
    expect(missing).toEqual([])
  })

  it('has no summary for an article nobody has read, and says how sure the others are', () => {
    expect(findSummary(cite('GDS', 1))).toBeUndefined()
    expect(sureLabels[findSummary(cite('S37', 32))?.sure ?? 'text']).toBe('据二手摘录，待核对')
  })
})
