import { describe, expect, it } from 'vitest'
import type { Finding } from '#contract/licensing'
import { inReadingOrder, outcomeShapes } from './finding-order.ts'

const finding = (rule: string, outcome: Finding['outcome']): Finding => ({
  rule,
  outcome,
  reason: '',
  reasonEn: '',
  next: null,
  nextEn: null,
  basis: [],
  facts: {},
})

describe('the rule trace', () => {
  it('puts what needs a person before what passed', () => {
    const given = [
      finding('R01', 'pass'),
      finding('R12', 'notChecked'),
      finding('R08', 'person'),
      finding('R05', 'stop'),
    ]
    expect(inReadingOrder(given).map(f => f.rule)).toEqual(['R05', 'R08', 'R12', 'R01'])
    expect(inReadingOrder([finding('R02', 'pass'), finding('R01', 'pass')]).map(f => f.rule)).toEqual(['R01', 'R02'])
  })

  it('gives each outcome a shape of its own', () => {
    expect(new Set(Object.values(outcomeShapes)).size).toBe(4)
  })
})
