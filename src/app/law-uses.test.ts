import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Citation, formatCitation, type InstrumentCode, instruments } from '#kernel/citation'
import { citationsInText, codeOfTitle } from '#kernel/citations-in-text'
import { lawUseKinds } from '#kernel/law-use'
import { type ParsedStatute, parseStatute } from '#modules/outreach'
import { movableClock } from '../platform/clock.ts'
import { projectFolder, readConfig } from '../platform/config.ts'
import { shippedLawUses } from './law-uses.ts'
import { houseModules } from './modules.ts'

const config = readConfig({ YZT_DATA: join(tmpdir(), 'yzt-law-uses') })
const around = { clock: movableClock('2026-11-26T02:00:00Z'), note: () => undefined }
const uses = shippedLawUses(houseModules(config, around))
const domainOf = (id: string): string => id.split('.')[0] ?? ''
const placesOf = (domain: string): ReadonlySet<string> =>
  new Set(
    uses
      .filter(({ id }) => domain === 'kernel' || domainOf(id) === domain)
      .flatMap(({ cites }) => cites.map(({ instrument, article }) => `${instrument} ${article}`)),
  )

const sources = globSync(['src/**/*.ts', 'web/**/*.{ts,tsx}'], { cwd: projectFolder })
  .filter(path => !/\.test\.tsx?$|\/testing\/|article-summaries/.test(path))
  .map(path => ({ path, text: readFileSync(join(projectFolder, path), 'utf8') }))
const code = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\/|(^|\s)\/\/[^\n]*/gu, '')

describe('the one index of what cites the law', () => {
  it('holds every citation that stands in the code of a domain', () => {
    const lost = sources.flatMap(({ path, text }) => {
      const domain = /^src\/modules\/(\w+)\//.exec(path)?.[1] ?? 'kernel'
      const known = placesOf(domain)
      return [...code(text).matchAll(/\bcite\('([A-Z]+\d*)', (\d+)/gu)]
        .map(([, instrument, article]) => `${instrument} ${article}`)
        .filter(place => !known.has(place))
        .map(place => `${path}: ${place}`)
    })
    // Hand the table in: `lawUsesOf` in the domain's law.ts, `law:` in its index.ts (see metrics/law.ts).
    expect(lost).toEqual([])
  })

  it('holds what is cited in words too: no sentence of a screen, a form or a document names an article by hand', () => {
    const byHand = sources
      .filter(({ path }) => !path.startsWith('src/kernel/') && !path.startsWith('src/app/demo/'))
      .flatMap(({ path, text }) => citationsInText(code(text)).map(found => `${path}: ${formatCitation(found)}`))
    expect(byHand).toEqual([])
  })

  it('gives every use a name, an id of its own, and knows every kind but the quiz, whose questions are rows', () => {
    expect(new Set(uses.map(({ id }) => id)).size).toBe(uses.length)
    expect(uses.filter(({ zh, en }) => zh === '' || en === '')).toEqual([])
    const kinds = new Set(uses.map(({ kind }) => kind))
    expect(Object.keys(lawUseKinds).filter(kind => !kinds.has(kind as keyof typeof lawUseKinds))).toEqual(['quiz'])
  })
})

const folder = config.lawsFolder
const texts = existsSync(folder)
  ? new Map(
      readdirSync(folder)
        .filter(name => name.endsWith('.md') && name !== 'INDEX.md')
        .map(name => parseStatute(name, readFileSync(join(folder, name), 'utf8')))
        .flatMap((statute): [InstrumentCode, ParsedStatute][] => {
          const known = codeOfTitle(statute.title)
          return known === undefined ? [] : [[known, statute]]
        }),
    )
  : undefined

const numerals = '一二三四五六七八九十'
/** Paragraphs of an article: lines that are no items of a list; items: the most that one list counts. */
function fitsInto({ article, paragraph = 1, item }: Citation, statute: ParsedStatute): boolean {
  const found = statute.articles.find(one => one.number === article && one.sub === 0)
  if (!found) return false
  const lines = found.text.split('\n')
  const paragraphs = lines.filter(line => !/^[（(]/u.test(line)).length
  const items = lines.filter(line => /^[（(]/u.test(line)).length
  return (
    paragraph <= paragraphs && (item === undefined || item <= items || found.text.includes(`（${numerals[item - 1]}）`))
  )
}

describe.skipIf(texts === undefined)('every citation of the system', () => {
  it('stands in the imported text, down to paragraph and item, or in a law that is named as not imported', () => {
    const wrong = uses.flatMap(({ id, cites }) =>
      cites.flatMap(citation => {
        const statute = texts?.get(citation.instrument)
        const { fullText } = instruments[citation.instrument]
        if (statute === undefined) return fullText ? [`${id}: ${formatCitation(citation)} has no text`] : []
        return fitsInto(citation, statute) ? [] : [`${id}: ${formatCitation(citation)}`]
      }),
    )
    expect(wrong).toEqual([])
  })

  it('names the laws whose text is not here, and they are exactly those nobody has read whole', () => {
    const cited = new Set(uses.flatMap(({ cites }) => cites.map(({ instrument }) => instrument)))
    const absent = [...cited].filter(instrument => !texts?.has(instrument)).toSorted()
    expect(absent).toEqual([...cited].filter(instrument => !instruments[instrument].fullText).toSorted())
  })
})
