import { expect, it } from 'vitest'
import { formatValue } from './format-value.ts'

it.each([
  [null, 'share', '—'],
  [0.923, 'share', '92.3%'],
  [0.05, 'minutes', '3秒'],
  [4.25, 'minutes', '4.3分钟'],
  [300, 'minutes', '5.0小时'],
  [4200, 'minutes', '2.9日'],
  [2.5, 'workingDays', '2.5个工作日'],
  [556, 'metres', '556米'],
  [22_600, 'metres', '22.6公里'],
  [3_000, 'metres', '3公里'],
  [1234, 'cases', '1,234件'],
] as const)('%s in %s is read as %s', (value, unit, text) => {
  expect(formatValue(value, unit, 'zh')).toBe(text)
})
