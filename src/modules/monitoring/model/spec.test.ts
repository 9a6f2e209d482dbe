import { describe, expect, it } from 'vitest'
import { fillText } from '#kernel/refusal'
import { readCandidates, readVisits } from './read-records.ts'
import { modelRefusals } from './refusals.ts'
import { candidateColumns, historyColumns, parseRankSpec, positiveTest } from './spec.ts'

const good = {
  entity: 'licence',
  date: 'day',
  outcome: { column: 'found', positiveWhen: '>=1' },
  candidate: 'cand_id',
  place: { lng: 'lng', lat: 'lat' },
  categories: ['kind'],
  flags: ['bar'],
  since: 'opened',
  never: ['officer'],
}
const words = (content: unknown): string => {
  const read = parseRankSpec(typeof content === 'string' ? content : JSON.stringify(content))
  if (read.ok) return 'ok'
  return fillText(
    Object.entries(modelRefusals).find(([name]) => name === read.refusal)?.[1].zh.title ?? '',
    read.details,
  )
}

describe('a spec', () => {
  it.each([
    [good, 'ok'],
    ['{', '说明文件（spec）不是 JSON。'],
    [{ ...good, entity: undefined }, '说明文件（spec）的“entity”缺少或者写法不对。'],
    [{ ...good, categories: 'kind' }, '说明文件（spec）的“categories”缺少或者写法不对。'],
    [
      { ...good, outcome: { column: 'found', positiveWhen: 'many' } },
      '说明文件（spec）的“outcome.positiveWhen”缺少或者写法不对。',
    ],
    [[], '说明文件（spec）的“整份文件”缺少或者写法不对。'],
  ])('%j: %s', (content, answer) => {
    expect(words(content)).toBe(answer)
  })

  it.each(['categories', 'chain', 'flags', 'severity'])(
    'never lets who inspected be a feature, here under %s',
    place => {
      expect(words({ ...good, [place]: ['Officer '] })).toBe('列“Officer ”写在 never（不得使用）里，又被用作特征。')
    },
  )

  it.each(['entity', 'since'])('nor as %s', place => {
    expect(words({ ...good, [place]: 'officer' })).toContain('never')
  })

  it('asks the files for the columns it names and for no forbidden one', () => {
    const spec = parseRankSpec(
      JSON.stringify({ ...good, groups: ['town'], randomArm: { column: 'how', equals: 'random' } }),
    )
    if (!spec.ok) throw new Error(spec.refusal)
    expect(historyColumns(spec.value)).toEqual([
      'day',
      'licence',
      'found',
      'lng',
      'lat',
      'kind',
      'bar',
      'opened',
      'how',
      'town',
    ])
    expect(candidateColumns(spec.value)).toEqual(['cand_id', 'licence', 'lng', 'lat', 'kind', 'bar', 'opened'])
  })
})

it.each([
  ['>=1', [0, 1, 2], [false, true, true]],
  ['> 1', [1, 2], [false, true]],
  ['=3', [3, 4], [true, false]],
  ['<0.5', [0, 1], [true, false]],
  ['<=1', [1, 2], [true, false]],
])('an outcome counts when %s', (rule, values, answers) => {
  expect(values.map(positiveTest(rule))).toEqual(answers)
})

describe('a row', () => {
  const spec = parseRankSpec(JSON.stringify(good))
  if (!spec.ok) throw new Error(spec.refusal)
  const cells = {
    licence: '1',
    day: '2026-03-01',
    found: '2',
    lng: '112.3',
    lat: '22.1',
    kind: '超市',
    bar: '是',
    opened: '',
  }
  const visits = (change: Partial<typeof cells>) =>
    readVisits(spec.value, [{ line: 2, cells: { ...cells, ...change } }])

  it('becomes a visit', () => {
    expect(visits({})).toMatchObject({
      ok: true,
      value: [{ entity: '1', day: 20_513, outcome: 1, flags: [1], categories: ['超市'], since: Number.NaN }],
    })
  })

  it.each([
    ['day', '2026-02-30'],
    ['day', ''],
    ['found', 'some'],
    ['lng', 'east'],
    ['bar', 'perhaps'],
    ['opened', '01/02/2020'],
  ])('is refused by line and column when %s is “%s”', (column, value) => {
    expect(visits({ [column]: value })).toMatchObject({
      refusal: 'rankCellWrong',
      details: { file: 'history', line: 2, column },
    })
  })

  it('without an id is no candidate', () => {
    expect(readCandidates(spec.value, [{ line: 9, cells: { ...cells, cand_id: '' } }])).toMatchObject({
      refusal: 'rankCellWrong',
      details: { line: 9, column: 'cand_id' },
    })
  })
})
