import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eventsFrom, nextState, statesOf, unreachableStates } from '#kernel/state-table'
import { type LicenceState, licenceEventBy, licenceMoves } from '../licence/moves.ts'
import { type StepFacts, statementStillOpen, whyNotOpen, whyNotStep } from './guards.ts'
import { openableKinds, type ProceedingKind, proceedingFacts, proceedingKinds } from './kinds.ts'
import { type ProceedingEvent, proceedingEvents, proceedingMoves, proceedingStateLabels } from './moves.ts'

const today = Temporal.PlainDate.from('2026-11-23')
const policy = { today, maximumDays: 365 }
const licence = (state: LicenceState, suspendedFrom: string | null = null) => ({
  state,
  suspendedFrom,
  suspendedTo: suspendedFrom,
  endedFrom: null,
})
const facts = (change: Partial<StepFacts> = {}): StepFacts => ({
  ...{
    kind: 'rescind',
    state: 'examining',
    statement: 'none',
    answerBy: null,
    hearing: 'none',
    proposedBy: null,
    today,
  },
  ...change,
})
const everyone = ['reviewer', 'decider', 'head', 'legal'] as const
const as = (label: string) => ({ label, roles: everyone })

describe('the table of proceedings', () => {
  it('reaches every state, and has words for each state and event', () => {
    expect(unreachableStates(proceedingMoves, 'examining')).toEqual([])
    expect(Object.keys(proceedingStateLabels).toSorted()).toEqual([...statesOf(proceedingMoves)].toSorted())
    const used = new Set(statesOf(proceedingMoves).flatMap(state => eventsFrom(proceedingMoves, state)))
    expect(new Set(Object.keys(proceedingEvents))).toEqual(used)
  })

  it.each(proceedingKinds)('%s carries out a row of the licence table that only people may take', kind => {
    const { licenceEvent, notice } = proceedingFacts[kind]
    expect(licenceEventBy[licenceEvent]).toBe('people')
    const starts = statesOf(licenceMoves).filter(state => nextState(licenceMoves, state, licenceEvent).ok)
    expect(starts.length).toBeGreaterThan(0)
    for (const state of starts)
      expect(whyNotOpen(kind, licence(state as LicenceState, '2024-01-01'), policy)).toBeUndefined()
    // What takes the right to trade is told beforehand: here, or in the case whose decision is carried out.
    if (['rectify', 'disqualify', 'rescind', 'rescindFraud', 'takeBack', 'reclaim'].includes(kind))
      expect(notice).not.toBe('none')
  })
})

it('an officer begins everything but what the decision of a case proposes', () => {
  expect(proceedingKinds.filter(kind => !openableKinds.includes(kind))).toEqual(['revoke'])
})

describe('beginning a proceeding', () => {
  it.each<[ProceedingKind, LicenceState, string | null, boolean]>([
    ['rectify', 'valid', null, true],
    ['rectify', 'suspended', '2026-01-01', false],
    ['acceptRectification', 'rectifying', null, true],
    ['acceptRectification', 'valid', null, false],
    ['revoke', 'valid', null, true],
    ['revoke', 'rectifying', null, true],
    ['revoke', 'cancelled', null, false],
    ['reclaim', 'suspended', '2025-11-22', true],
    ['reclaim', 'suspended', '2025-11-23', false],
    ['reclaim', 'suspended', null, false],
    ['cancelExpired', 'expired', null, true],
    ['cancelExpired', 'valid', null, false],
    ['cancel', 'rescinded', null, true],
    ['cancel', 'cancelled', null, false],
    ['endSubject', 'valid', null, true],
    ['restore', 'revoked', null, true],
    ['restore', 'disqualified', null, true],
    ['restore', 'cancelled', null, true],
    ['restore', 'expired', null, false],
    ['restore', 'valid', null, false],
  ])('%s of a licence that is %s (suspended from %s): %s', (kind, state, from, possible) => {
    expect(whyNotOpen(kind, licence(state, from), policy) === undefined).toBe(possible)
  })
})

describe('the steps of a proceeding', () => {
  it('nothing adverse is proposed before the holder was told and could speak', () => {
    expect(whyNotStep('propose', facts(), as('a'))?.zh).toContain('要先告知')
    expect(whyNotStep('propose', facts({ statement: 'invited' }), as('a'))).toBeDefined()
    expect(whyNotStep('propose', facts({ statement: 'waived' }), as('a'))).toBeUndefined()
    expect(whyNotStep('propose', facts({ kind: 'cancelExpired' }), as('a'))).toBeUndefined()
    expect(whyNotStep('notify', facts({ kind: 'cancelExpired' }), as('a'))?.zh).toContain('不需要')
    expect(whyNotStep('notify', facts({ statement: 'heard' }), as('a'))).toBeDefined()
  })

  it('whoever proposed does not decide, whatever roles he has', () => {
    const proposed = facts({ state: 'proposed', statement: 'heard', proposedBy: 'staff:a' })
    expect(whyNotStep('decide', proposed, as('staff:a'))?.zh).toContain('不同的人')
    expect(whyNotStep('decide', proposed, as('staff:b'))).toBeUndefined()
    expect(whyNotStep('decide', proposed, { label: 'staff:b', roles: ['reviewer'] })).toBeDefined()
  })

  it('a hearing is for what takes the right to trade, once', () => {
    const notified = facts({ state: 'notified', statement: 'invited' })
    expect(whyNotStep('callHearing', notified, as('a'))).toBeUndefined()
    expect(whyNotStep('callHearing', { ...notified, kind: 'rectify' }, as('a'))).toBeDefined()
    expect(whyNotStep('callHearing', { ...notified, hearing: 'held' }, as('a'))).toBeDefined()
  })

  it('silence counts only after the last day', () => {
    expect(statementStillOpen({ answerBy: '2026-11-23', today })).toBe(true)
    expect(statementStillOpen({ answerBy: '2026-11-22', today })).toBe(false)
    expect(statementStillOpen({ answerBy: null, today })).toBe(true)
  })

  it('no run of steps decides something adverse without notice and a second person', () => {
    const events = Object.keys(proceedingEvents) as ProceedingEvent[]
    const run = fc.array(fc.tuple(fc.constantFrom(...events), fc.constantFrom('staff:a', 'staff:b')), { maxLength: 14 })
    fc.assert(
      fc.property(fc.constantFrom(...proceedingKinds), run, (kind, steps) => {
        let now = facts({ kind })
        for (const [event, label] of steps) {
          if (whyNotStep(event, now, as(label))) continue
          const next = nextState(proceedingMoves, now.state, event)
          if (!next.ok) throw new Error('the guard let an impossible step pass')
          if (event === 'decide') {
            expect(now.proposedBy).not.toBe(label)
            if (proceedingFacts[kind].notice !== 'none') expect(['heard', 'waived']).toContain(now.statement)
          }
          now = {
            ...now,
            state: next.value,
            ...(event === 'notify' ? { statement: 'invited' as const } : {}),
            ...(event === 'recordStatement' ? { statement: 'waived' as const } : {}),
            ...(event === 'recordHearing' ? { statement: 'heard' as const, hearing: 'held' as const } : {}),
            ...(event === 'propose' ? { proposedBy: label } : {}),
          }
        }
      }),
      { numRuns: 3_000 },
    )
  })
})
