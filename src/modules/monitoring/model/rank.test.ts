import { expect, it } from 'vitest'
import { lessonsBefore } from './lessons.ts'
import { rank } from './rank.ts'
import { sampleVisits, sampleSettings as settings, sampleShape as shape } from './testing/sample-records.ts'

const visits = sampleVisits()
const today = 18_600
const before = visits.filter(visit => visit.day < today)
const asked = visits.filter(visit => visit.day >= today)
const ranked = (history = before) => {
  const answer = rank(history, asked, { shape, today, settings })
  if (!answer.ok) throw new Error(answer.refusal)
  return answer.value
}

it('gives the same scores and reasons whenever it is asked again', () => {
  expect(ranked()).toEqual(ranked())
})

it('knows nothing of the future: outcomes from today on, however shuffled, change nothing', () => {
  const shuffled = visits.map(visit =>
    visit.day >= today ? { ...visit, outcome: visit.outcome ? (0 as const) : (1 as const), severity: [9, 9] } : visit,
  )
  expect(ranked(shuffled)).toEqual(ranked())
})

it('makes the features of a past lesson from nothing later than its day', () => {
  const until = 18_300
  const lesson = (history: typeof visits) => {
    const { examples, asOf } = lessonsBefore(today, history, asked, { shape, settings })
    const rows = asOf.findIndex(day => day >= until)
    return examples.matrix.columns.map(column => column.slice(0, rows))
  }
  const changed = before.map(visit =>
    visit.day >= until ? { ...visit, severity: [7, 7], codes: ['99'], lat: 22.3 } : visit,
  )
  const [as, is] = [lesson(before), lesson(changed)]
  // Places of the asked rows themselves are theirs; everything that is remembered of others and of the own past must agree.
  const own = lessonsBefore(today, before, asked, { shape, settings }).examples.matrix.features
  own.forEach(({ name }, c) => {
    const near = name.startsWith('near.')
    if (!near) expect(is[c]).toEqual(as[c])
  })
})

it('puts those first who will be met with an outcome', () => {
  const order = ranked()
    .map(({ score }, row) => ({ score, outcome: asked[row]?.outcome ?? 0 }))
    .sort((a, b) => b.score - a.score)
  const rate = (list: typeof order) => list.reduce((sum, { outcome }) => sum + outcome, 0) / list.length
  expect(rate(order.slice(0, 30))).toBeGreaterThan(1.5 * rate(order.slice(-60)))
})

it('says why, in codes that have Chinese words', () => {
  for (const { reasons } of ranked()) expect(reasons.length).toBeGreaterThan(0)
  expect(ranked().some(({ reasons }) => reasons.includes('neighbours'))).toBe(true)
})

it('refuses to learn from too little', () => {
  expect(rank(before.slice(0, 40), asked, { shape, today, settings })).toMatchObject({ refusal: 'rankTooLittle' })
})

it('gives no reason that all of the list share', () => {
  const alike = before.map(visit => ({ ...visit, categories: ['one'] }))
  const answer = rank(
    alike,
    asked.map(visit => ({ ...visit, categories: ['one'] })),
    { shape, today, settings },
  )
  if (!answer.ok) throw new Error(answer.refusal)
  expect(answer.value.flatMap(({ reasons }) => reasons)).not.toContain('category:kind')
})
