import { expect, it } from 'vitest'
import { joinRefusals } from './join-refusals.ts'

const words = (title: string) => ({
  status: 422 as const,
  zh: { title, next: '请重试。' },
  en: { title: 'No.', next: 'Try again.' },
})

it('two domains may share a refusal, but not give one name two meanings', () => {
  expect(Object.keys(joinRefusals([{ a: words('甲。') }, { a: words('甲。'), b: words('乙。') }]))).toEqual(['a', 'b'])
  expect(() => joinRefusals([{ a: words('甲。') }, { a: words('乙。') }])).toThrow('a')
})
