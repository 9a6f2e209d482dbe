import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eventsFrom, statesOf, unreachableStates } from '#kernel/state-table'
import {
  checkPrintable,
  decideConfirmation,
  decideReport,
  type PrintOutcome,
  type PrintState,
  pageIsOpen,
  printLabels,
  printMoves,
} from './print-ledger.ts'

const states = statesOf(printMoves)
const today = Temporal.PlainDate.from('2026-11-23')

describe('the state table of prints', () => {
  it('reaches every state, ends in confirmed or failed, and has a word for each', () => {
    expect(unreachableStates(printMoves, 'reserved')).toEqual([])
    expect(states.filter(state => eventsFrom(printMoves, state).length === 0).sort()).toEqual(['confirmed', 'failed'])
    for (const state of states) expect(printLabels[state]).toMatch(/\p{Script=Han}/u)
  })

  it('never leads back to reserved: what may have been printed is never printed again under its number', () => {
    const targets = Object.values(printMoves).flatMap(row => Object.values<string>(row))
    expect(targets).not.toContain('reserved')
    expect(states.filter(pageIsOpen)).toEqual(['reserved'])
  })
})

describe('the report of a device', () => {
  it.each<[PrintState, PrintOutcome, PrintState]>([
    ['reserved', 'printed', 'printed'],
    ['reserved', 'failed', 'failed'],
    ['reserved', 'unknown', 'unknown'],
    ['printed', 'printed', 'printed'],
    ['printed', 'unknown', 'printed'],
    ['unknown', 'printed', 'unknown'],
    ['unknown', 'failed', 'unknown'],
    ['confirmed', 'failed', 'confirmed'],
    ['failed', 'printed', 'failed'],
  ])('on a print that is %s, “%s” leaves it %s', (state, outcome, after) => {
    const step = decideReport(state, outcome)
    expect(step.state).toBe(after)
    expect(step.event === undefined).toBe(state === after)
  })
})

describe('the word of the person', () => {
  it.each<[PrintState, boolean, PrintState | 'moveNotAllowed']>([
    ['printed', true, 'confirmed'],
    ['unknown', true, 'confirmed'],
    ['confirmed', true, 'confirmed'],
    ['printed', false, 'unknown'],
    ['reserved', false, 'unknown'],
    ['unknown', false, 'unknown'],
    ['failed', false, 'failed'],
    ['reserved', true, 'moveNotAllowed'],
    ['failed', true, 'moveNotAllowed'],
    ['confirmed', false, 'moveNotAllowed'],
  ])('on a print that is %s, received = %s gives %s', (state, received, after) => {
    const result = decideConfirmation(state, received)
    expect(result.ok ? result.value.state : result.refusal).toBe(after)
  })

  it('is never changed by any later report', () => {
    const outcomes = fc.array(fc.constantFrom<PrintOutcome>('printed', 'failed', 'unknown'), { maxLength: 6 })
    fc.assert(
      fc.property(fc.constantFrom<PrintState>('printed', 'unknown'), outcomes, (state, reports) => {
        const confirmed = decideConfirmation(state, true)
        const start: PrintState = confirmed.ok ? confirmed.value.state : state
        expect(reports.reduce<PrintState>((at, outcome) => decideReport(at, outcome).state, start)).toBe('confirmed')
      }),
    )
  })
})

describe('what may be printed', () => {
  it('is the licence itself only while the shop may sell', () => {
    const check = (state: 'valid' | 'suspended' | 'expired', validTo: string) =>
      checkPrintable('original', { state, validTo }, today).ok
    expect(check('valid', '2026-11-23')).toBe(true)
    expect(check('valid', '2026-11-22')).toBe(false)
    expect(check('suspended', '2031-11-22')).toBe(false)
    expect(checkPrintable('duplicate', { state: 'expired', validTo: '2031-01-01' }, today)).toEqual({
      ok: false,
      refusal: 'printFaceNotAllowed',
    })
  })

  it('is the query page in every state, except for a licence that was never issued', () => {
    expect(checkPrintable('query', { state: 'cancelled', validTo: '2020-01-01' }, today).ok).toBe(true)
    expect(checkPrintable('query', { state: 'none', validTo: '2020-01-01' }, today)).toMatchObject({
      refusal: 'licenceNotIssued',
    })
  })
})
