import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { openStaffedCounty, shopLines } from '../../registry/testing/staffed-county.ts'
import type { Asked, Marked, QuizItem, QuizLine, SurveyUnit, SurveyView } from '../contract.ts'
import { createOutreach, createStudio } from '../index.ts'

const open = () =>
  openStaffedCounty({
    module: createOutreach({ lawUses: async () => [], studio: createStudio('/nowhere') }),
    at: '/api/outreach',
    shops: shopLines(9),
    people: {
      writer: ['window1', ['window']],
      legal: ['legal1', ['legal']],
      head: ['head1', ['head']],
      town: ['window2', ['window'], ['440785001']],
      courier: ['courier1', ['courier']],
    },
  })
let county: Awaited<ReturnType<typeof open>>
beforeAll(async () => {
  county = await open()
})
afterAll(() => county.close())
beforeEach(() => county.house.clock.advance({ seconds: 1 }))

const item = (n: number, more: object = {}) => ({
  question: `第${n}题：可以卖烟给未成年人吗？`,
  options: ['可以', '不可以'],
  answer: 1,
  why: '不得向未成年人出售烟草制品。',
  instrument: 'WB',
  article: 59,
  audiences: ['retailer', 'public'],
  ...more,
})
const write = (body: object) => county.call('writer', 'POST', '/quiz-items', body)
const step = (who: 'writer' | 'legal' | 'head', id: string, body: object) =>
  county.call(who, 'POST', `/quiz-items/${id}/steps`, body)
const bank = async () => (await county.call('legal', 'GET', '/quiz-items')).json().items as QuizItem[]
const released = async (count: number): Promise<string[]> => {
  const ids: string[] = []
  for (let n = 0; n < count; n += 1) {
    const { id } = (await write(item(n))).json() as { id: string }
    const done = await step('legal', id, { event: 'release', version: 1 })
    if (done.statusCode !== 200) throw new Error(done.body)
    ids.push(id)
  }
  return ids
}
const days = { beginsOn: '2026-11-23', endsOn: '2026-11-30' }

it('an item is written by one and released by another, with every refusal by name', async () => {
  expect((await write(item(0, { article: 999 }))).body).toContain('lessonArticleUnknown')
  expect((await write(item(0, { why: '例如玉溪。' }))).body).toContain('adWords')
  expect((await county.call('courier', 'GET', '/quiz-items')).statusCode).toBe(403)
  const { id } = (await write(item(0, { question: '店里可以搞卷烟促销吗？' }))).json() as { id: string }
  expect((await step('writer', id, { event: 'release', version: 1 })).body).toContain('quizSamePerson')
  expect((await step('legal', id, { event: 'release', version: 1 })).body).toContain('quizReasonMissing')
  const fields = item(0, { question: '店里可以搞卷烟打折吗？' })
  expect((await step('writer', id, { event: 'edit', version: 1, fields })).statusCode).toBe(200)
  expect((await step('legal', id, { event: 'release', version: 1, reason: '讲清不许' })).body).toContain(
    'quizItemChanged',
  )
  expect((await step('legal', id, { event: 'release', version: 2, reason: '讲清不许' })).statusCode).toBe(200)
  expect((await step('legal', id, { event: 'drop', version: 3 })).body).toContain('quizStepNotAllowed')
  const [shown] = (await bank()).filter(one => one.id === id)
  expect(shown).toMatchObject({ state: 'released', flagged: ['打折'], difficulty: 'untested', asked: 0 })
  await expect(
    county.all(tx => sql`update outreach.quiz_item set decided_by = written_by where id = ${id}`.execute(tx)),
  ).rejects.toThrow('item_by_two')
})

it('a quiz is answered by telephones nobody knows, once each, and its gain is of those who did both rounds', async () => {
  const items = await released(3)
  const quiz = { title: '反诈和控烟', audience: 'public', shape: 'beforeAfter', towns: [], items, ...days }
  expect((await county.call('legal', 'POST', '/quiz-campaigns', { ...quiz, audience: 'minor' })).body).toContain(
    'quizItemsNotReady',
  )
  expect((await county.call('legal', 'POST', '/quiz-campaigns', { ...quiz, endsOn: '2026-11-01' })).body).toContain(
    'quizDaysWrong',
  )
  const { id } = (await county.call('legal', 'POST', '/quiz-campaigns', quiz)).json() as { id: string }
  expect((await county.call('public', 'GET', '/quizzes')).json()).toMatchObject({
    quizzes: [{ id, items: 3 }],
    points: null,
  })
  const asked = (await county.call('public', 'GET', `/quizzes/${id}`)).body
  expect(asked).not.toContain('answer')
  const sheet = (participant: string, round: string, chosen: readonly number[]) =>
    county.call('public', 'POST', `/quizzes/${id}/sheets`, {
      round,
      participant,
      answers: items.map((one, n) => ({ item: one, chosen: chosen[n] ?? 0 })),
    })
  const [first, second] = [randomUUID(), randomUUID()]
  const marked = (await sheet(first, 'before', [1, 0, 0])).json() as Marked
  expect(marked).toMatchObject({ right: 1, total: 3, points: null })
  expect(marked.items[0]).toMatchObject({ citation: '《未成年人保护法》第五十九条', answer: 1 })
  expect((await sheet(first, 'before', [1, 1, 1])).body).toContain('quizAnswered')
  expect((await sheet(first, 'once', [1, 1, 1])).body).toContain('quizSheetWrong')
  expect((await sheet(second, 'before', [1, 0, 4])).body).toContain('quizSheetWrong')
  await sheet(first, 'after', [1, 1, 1])
  await sheet(second, 'before', [0, 0, 0])
  const [line] = (await county.call('head', 'GET', '/quiz-campaigns')).json().items as QuizLine[]
  expect(line).toMatchObject({ sheets: 3, gain: { pairs: 1, after: 1 } })
  const counted = (await bank()).find(one => one.id === items[0])
  expect(counted).toMatchObject({ asked: 2, share: 0.5 })
  const { rows } = await county.all(tx =>
    sql<{ text: string }>`select string_agg(s::text, ' ') as text from outreach.quiz_sheet s`.execute(tx),
  )
  expect(rows[0]?.text).not.toContain(first)
})

it('知晓率 comes from a drawn sample only, moves with every answer and is fixed when closed', async () => {
  const items = await released(3)
  const plan = { title: '零售户知晓率', respondents: 'holders', perUnit: 1, sample: 10, items, endsOn: '2026-11-30' }
  expect((await county.call('writer', 'POST', '/surveys', plan)).statusCode).toBe(403)
  const { id } = (await county.call('legal', 'POST', '/surveys', plan)).json() as { id: string }
  expect(id).toBe('ZX-2026-001')
  const sampleOf = async (who: 'legal' | 'town') =>
    (await county.call(who, 'GET', `/surveys/${id}/units`)).json() as { units: SurveyUnit[]; items: Asked[] }
  const { units } = await sampleOf('legal')
  expect(units).toHaveLength(9)
  const own = (await sampleOf('town')).units
  expect(own.map(({ town }) => town)).toEqual(['440785001', '440785001', '440785001'])
  const reply = (who: 'legal' | 'town', licenceNo: string, chosen: number, outcome = 'answered') =>
    county.call(who, 'POST', `/surveys/${id}/units/${licenceNo}`, {
      outcome,
      way: 'phone',
      answers: outcome === 'answered' ? items.map(one => ({ item: one, chosen })) : [],
    })
  const elsewhere = units.find(({ town }) => town !== '440785001')?.licenceNo ?? ''
  expect((await reply('town', elsewhere, 1)).body).toContain('surveyUnknown')
  expect((await reply('legal', '440785999999', 1)).body).toContain('surveyUnknown')
  const estimateNow = async () =>
    ((await county.call('legal', 'GET', '/surveys')).json().items as SurveyView[])[0]?.estimate
  expect(await estimateNow()).toMatchObject({ share: null, answers: 0, response: 0 })
  await reply('town', own[0]?.licenceNo ?? '', 1)
  expect(await estimateNow()).toMatchObject({
    share: 1,
    answers: 1,
    reasons: ['fewAnswers', 'lowResponse', 'townsMissing'],
  })
  expect((await reply('town', own[0]?.licenceNo ?? '', 0)).body).toContain('surveyAnswered')
  await reply('town', own[1]?.licenceNo ?? '', 0, 'unreached')
  await reply('legal', elsewhere, 0)
  // Three of nine shops stand in the town that knew everything.
  expect((await estimateNow())?.share).toBeCloseTo(1 / 3)
  expect((await county.call('head', 'POST', `/surveys/${id}/close`)).statusCode).toBe(200)
  expect((await county.call('head', 'POST', `/surveys/${id}/close`)).body).toContain('surveyClosed')
  expect((await reply('legal', units[5]?.licenceNo ?? '', 1)).body).toContain('surveyClosed')
  const { rows } = await county.all(tx =>
    sql`select answers, publishable from outreach.published_awareness`.execute(tx),
  )
  expect(rows).toEqual([{ answers: 2, publishable: false }])
})
