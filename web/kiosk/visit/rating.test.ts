import { expect, it } from 'vitest'
import type { CheckResult, Grade } from '#contract/licensing'
import { advance } from './advance.ts'
import type { KioskEvent } from './events.ts'
import { inVisit, type Kiosk, newKiosk } from './state.ts'

const withResult: Kiosk = inVisit(newKiosk, { result: { applicationNo: 'R20261126-000001' } as CheckResult })
function walk(events: readonly KioskEvent[], from = withResult) {
  let kiosk = from
  const effects: unknown[] = []
  for (const event of events) {
    const [next, ...more] = advance(kiosk, event)
    kiosk = next
    effects.push(...more)
  }
  return { rating: kiosk.visit.rating, effects }
}
const chosen = (grade: Grade): KioskEvent => ({ is: 'gradeChosen', grade, key: 'K' })

it('a good grade is sent by one touch, once, however often it is touched', () => {
  expect(walk([chosen(5), chosen(4)])).toEqual({
    rating: { is: 'sending' },
    effects: [{ do: 'rate', applicationNo: 'R20261126-000001', grade: 5, reasons: [], key: 'K' }],
  })
})

it('a bad grade asks why, and is sent with the reasons that stayed chosen', () => {
  const slow: KioskEvent = { is: 'reasonToggled', reason: 'slow' }
  const hard: KioskEvent = { is: 'reasonToggled', reason: 'hard' }
  const { effects } = walk([chosen(1), slow, hard, slow, { is: 'ratingConfirmed' }, { is: 'ratingConfirmed' }])
  expect(effects).toEqual([{ do: 'rate', applicationNo: 'R20261126-000001', grade: 1, reasons: ['hard'], key: 'K' }])
})

it('nothing is rated before there is a result', () => {
  expect(walk([chosen(5)], newKiosk)).toEqual({ rating: { is: 'open' }, effects: [] })
})

it('a rating that did not arrive is said so, and the result stays', () => {
  expect(walk([chosen(5), { is: 'ratingEnded', followUpBy: undefined }]).rating).toEqual({ is: 'failed' })
})
