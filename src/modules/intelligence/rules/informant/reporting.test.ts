import { expect, it } from 'vitest'
import { aboutReporting } from './reporting.ts'

it.each<[string, string, string]>([
  ['who is present as what he is', '店员李四在场。货架上有外地烟。', ''],
  ['who is said to have reported', '店员李四在场。据李四举报，烟在里屋。', '据李四举报，烟在里屋。'],
  [
    'a question and its answer together',
    '问：是谁打的12313？\n答：是我李四。\n问：货呢？\n答：在店里。',
    '问：是谁打的12313？\n答：是我李四。\n',
  ],
  ['nothing at all', '', ''],
])('of %s', (_, text, told) => {
  expect(aboutReporting(text).join('')).toBe(told)
})
