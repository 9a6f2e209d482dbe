import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sm3 } from '#platform/crypto'
import { drawSample, drawShare, type Ticket, ticketText } from './draw.ts'

const tickets = (count: number, salt = 'a'): Ticket[] =>
  Array.from({ length: count }, (_, n) => {
    const applicationNo = `R20261123-${String(n).padStart(6, '0')}`
    return { applicationNo, score: sm3(ticketText(applicationNo, salt)).toString('hex') }
  })

it('draws about five in a hundred, the same again from the same salt and others from another', () => {
  const all = tickets(4000)
  const chosen = drawShare(all, 5)
  expect(chosen.length).toBeGreaterThan(150)
  expect(chosen.length).toBeLessThan(250)
  expect(drawShare(tickets(4000), 5)).toEqual(chosen)
  expect(drawShare(tickets(4000, 'b'), 5).map(c => c.applicationNo)).not.toEqual(chosen.map(c => c.applicationNo))
  expect(drawShare(all, 0)).toEqual([])
  expect(drawShare(all, 100).length).toBe(4000)
})

it('samples max(5, 10 %) and everything that is always looked at, each once, whatever the order of the files', () => {
  fc.assert(
    fc.property(fc.nat(120), fc.array(fc.nat(119), { maxLength: 10 }), (count, marks) => {
      const all = tickets(count)
      const always = new Set(marks.flatMap(n => all[n]?.applicationNo ?? []))
      const chosen = drawSample(all, { minimum: 5, share: 10, always })
      const numbers = chosen.map(c => c.applicationNo)
      expect(new Set(numbers).size).toBe(numbers.length)
      expect(chosen.filter(c => c.because === 'drawn').length).toBe(Math.min(count, Math.max(5, Math.ceil(count / 10))))
      for (const no of always) expect(numbers).toContain(no)
      expect(drawSample(all.toReversed(), { minimum: 5, share: 10, always })).toEqual(chosen)
    }),
    { numRuns: 200 },
  )
})
