import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideItemStep } from './item/decide-step.ts'
import { isItemOver, itemEventCodes, itemMoves, itemStateCodes, itemSteps, stepsOf } from './item/moves.ts'
import { contentText, dayText, type LogLine, reconcile } from './reconcile.ts'

describe('an item of two sides', () => {
  it('gives each side its own steps and never one of the other', () => {
    for (const state of itemStateCodes)
      for (const event of itemEventCodes)
        for (const side of ['ours', 'theirs'] as const) {
          const item = { state, version: 1, proposedBy: 'staff:a', receivedAt: null, answeredAt: null }
          const taken = decideItemStep(item, { event, version: 1, words: '写明了', by: 'x', side })
          expect(taken.ok, `${state} ${event} ${side}`).toBe(stepsOf(state, side).includes(event))
        }
  })

  it('that is over stays over, and every open state has a way out for us', () => {
    for (const state of itemStateCodes) expect(isItemOver(state)).toBe(!Object.hasOwn(itemMoves, state))
    expect(itemStateCodes.filter(state => !isItemOver(state) && stepsOf(state, 'ours').length === 0)).toEqual([])
    expect(itemEventCodes.filter(event => itemSteps[event].side === 'theirs').toSorted()).toEqual([
      ...['answer', 'ask', 'receive', 'refuse'],
    ])
  })
})

const line = fc.record({
  id: fc.uuid(),
  itemNo: fc.constantFrom('XZ-2026-000001', 'XZ-2026-000002'),
  digest: fc.constantFrom('a'.repeat(64), 'b'.repeat(64)),
})
const log = fc.uniqueArray(line, { selector: ({ id }) => id, maxLength: 12 })

describe('two logs', () => {
  it('are the same only line by line: whatever is left out, added or altered stands there by name', () => {
    fc.assert(
      fc.property(log, log, (ours: LogLine[], strange: LogLine[]) => {
        expect(reconcile(ours, ours.toReversed()).differences).toEqual([])
        const [first, ...rest] = ours
        if (!first) return
        expect(reconcile(ours, rest).differences).toEqual([{ id: first.id, itemNo: first.itemNo, what: 'onlyOurs' }])
        const altered = { ...first, digest: 'c'.repeat(64) }
        expect(reconcile(ours, [altered, ...rest]).differences).toMatchObject([{ what: 'otherContent' }])
        const known = new Set(ours.map(({ id }) => id))
        const added = strange.filter(({ id }) => !known.has(id))
        expect(reconcile(ours, [...ours, ...added]).differences).toHaveLength(added.length)
      }),
      { numRuns: 60 },
    )
  })

  it('have one text whatever the order of lines and fields', () => {
    const lines = [1, 2].map(n => ({ id: `f${n}`, itemNo: 'XZ-2026-000001', digest: 'a'.repeat(64) }))
    expect(dayText('a', '2026-11-26', lines)).toBe(dayText('a', '2026-11-26', lines.toReversed()))
    expect(contentText('n', { plate: '1', about: '2' })).toBe(contentText('n', { about: '2', plate: '1' }))
  })
})
