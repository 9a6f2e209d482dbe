import { describe, expect, it } from 'vitest'
import { diagramOf, eventsFrom, statesOf, unreachableStates } from '#kernel/state-table'
import type { DeliveryPolicy } from '../policy.ts'
import { decideMove, type ItemFacts } from './guards.ts'
import { type ItemEvent, itemEventLabels, itemMoves, itemStateLabels, itemStates, servedStates } from './moves.ts'

const policy = { maximumAttempts: 2 } as DeliveryPolicy
const facts: ItemFacts = {
  state: 'waiting',
  attempts: 0,
  address: '沙湖镇南塘村1号',
  hasPosition: true,
  result: 'grant',
  electronicConsent: true,
}

describe('the table of an item', () => {
  it('reaches every state from waiting, labels each, and ends only where somebody was served', () => {
    expect(unreachableStates(itemMoves, 'waiting')).toEqual([])
    expect(statesOf(itemMoves).toSorted()).toEqual(Object.keys(itemStateLabels).toSorted())
    expect(servedStates).toEqual(['handedOver', 'left', 'collected', 'delivered', 'confirmed'])
    for (const state of itemStates)
      for (const event of eventsFrom(itemMoves, state)) expect(itemEventLabels[event as ItemEvent].en).not.toBe('')
    expect(diagramOf(itemMoves)).toContain('[*] --> waiting')
  })

  it('plans no third visit, no visit without a place, and nothing electronic without consent', () => {
    expect(decideMove('planAgain', { ...facts, state: 'absent', attempts: 1 }, policy)).toMatchObject({
      value: 'secondTry',
    })
    expect(decideMove('planAgain', { ...facts, state: 'absent', attempts: 2 }, policy)).toMatchObject({
      refusal: 'stepNotPossible',
    })
    expect(decideMove('plan', { ...facts, hasPosition: false }, policy)).toMatchObject({ refusal: 'stepNotPossible' })
    expect(decideMove('sendElectronic', { ...facts, electronicConsent: false }, policy)).toMatchObject({ ok: false })
    expect(decideMove('collect', { ...facts, state: 'handedOver' }, policy)).toMatchObject({ ok: false })
  })
})
