import { expect, it } from 'vitest'
import { cite } from '#kernel/citation'
import { barOfVerdict } from './bars-of-case.ts'

const fine = {
  ...{ caseNo: 'AJ-2026-000009', decidedOn: '2026-11-20', licenceTaken: false },
  ...{ words: '处以罚款人民币800.00元', basis: [cite('TL', 56)] },
}

it('a fine alone bars nobody', () => {
  expect(barOfVerdict(fine)).toBeUndefined()
})

it('to take the right to trade bars from the day of the decision, with its words and articles, each named once', () => {
  const taken = { ...fine, licenceTaken: true, words: '取消资格、吊销许可证' }
  const bar = {
    kind: 'disqualified',
    since: '2026-11-20',
    basis:
      '案件 AJ-2026-000009 的行政处罚决定（2026-11-20）：取消资格、吊销许可证。依据《烟草专卖法实施条例》第五十六条、《烟草专卖法实施条例》第十四条。',
  }
  expect(barOfVerdict(taken)).toEqual(bar)
  expect(barOfVerdict({ ...taken, basis: [cite('TL', 14)] })?.basis).toMatch(/依据《烟草专卖法实施条例》第十四条。$/u)
})
