import fc from 'fast-check'
import { expect, it } from 'vitest'
import { foldWidth } from './fold-width.ts'

it.each([
  ['１１０１０５', '110105'],
  ['ｘＸ', 'xX'],
  ['＋８６\u3000１３８', '+86 138'],
  ['恩平，1', '恩平,1'],
  ['（～！', '(~!'],
])('folds %s to %s', (text, folded) => {
  expect(foldWidth(text)).toBe(folded)
})

it('leaves ASCII and Chinese characters alone', () => {
  fc.assert(fc.property(fc.stringMatching(/^[ -~\u4e00-\u9fff]*$/u), text => foldWidth(text) === text))
})
