import { expect, it } from 'vitest'
import { type CustodyAct, custodyNext, isOut, mayFollow } from './custody.ts'

it.each<[string[], CustodyAct, boolean]>([
  [['taken'], 'stored', true],
  [['taken', 'stored'], 'lent', true],
  [['taken', 'stored', 'lent'], 'lent', false],
  [['taken', 'stored', 'lent'], 'stored', false],
  [['taken', 'stored', 'lent'], 'returned', true],
  [['taken', 'stored'], 'returned', false],
  [['taken', 'tested'], 'transferred', false],
  [['taken', 'transferred'], 'lent', false],
  [['taken', 'stored'], 'taken', false],
  [[], 'stored', false],
])('after %j comes %s: %s', (chain, act, may) => {
  expect(mayFollow(chain, act).ok).toBe(may)
})

it('what is lent or tested is out until it is back', () => {
  expect(['taken', 'stored', 'lent', 'tested', 'returned', 'transferred'].filter(isOut)).toEqual(['lent', 'tested'])
  expect(custodyNext('nothing')).toEqual([])
})
