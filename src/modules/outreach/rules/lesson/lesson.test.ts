import { expect, it } from 'vitest'
import { checkShownWords } from '../guard/check-words.ts'
import { lessonAdvice, lessonPoints } from './lesson.ts'

it('names no brand and nothing that pupils are not told; every point has an article', () => {
  const words = Object.values(lessonPoints).flatMap(({ zh, ask, plain, odd, why }) => [
    zh,
    ask.zh,
    plain.zh,
    odd.zh,
    why.zh,
  ])
  const advice = Object.values(lessonAdvice).map(({ zh }) => zh)
  expect(checkShownWords([...words, ...advice], 'minor')).toEqual({ ok: true, value: null })
  for (const { cites } of [...Object.values(lessonPoints), ...Object.values(lessonAdvice)])
    expect(cites.length).toBeGreaterThan(0)
})
