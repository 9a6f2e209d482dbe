import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextState, statesOf, unreachableStates } from '#kernel/state-table'
import {
  endedStates,
  endReasons,
  isLive,
  type LicenceEvent,
  type LicenceState,
  licenceEventBy,
  licenceMoves,
  licenceStateFacts,
  publicLicenceState,
} from './moves.ts'
import { restoreEvent } from './restore.ts'

const states = statesOf(licenceMoves) as LicenceState[]
const machine = (Object.keys(licenceEventBy) as LicenceEvent[]).filter(event => licenceEventBy[event] === 'machine')

describe('the table of a licence', () => {
  it('reaches every state, names each, and covers every event', () => {
    expect(unreachableStates(licenceMoves, 'none')).toEqual([])
    expect(Object.keys(licenceStateFacts).toSorted()).toEqual(states.toSorted())
    const used = new Set(states.flatMap(state => Object.keys(licenceMoves[state])))
    expect(new Set(Object.keys(licenceEventBy))).toEqual(used)
  })

  it('never lets the machine take a licence away: it renews or marks the passing of time', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...states),
        fc.array(fc.constantFrom(...machine), { maxLength: 10 }),
        (start, run) => {
          let state: string = start
          for (const event of run) {
            const next = nextState(licenceMoves, state, event)
            if (next.ok) state = next.value
          }
          const taken = ['cancelled', 'rescinded', 'takenBack', 'revoked', 'disqualified', 'reclaimed']
          expect(taken.includes(state)).toBe(taken.includes(start))
        },
      ),
      { numRuns: 20_000 },
    )
  })

  it('keeps a suspended shop suspended when its licence is renewed', () => {
    expect(licenceMoves.suspended.renew).toBe('suspended')
    expect(licenceMoves.rectifying.renew).toBe('rectifying')
  })

  it('cannot renew or revive what has ended: only a decision that fell leads back, by people', () => {
    expect(states.filter(s => publicLicenceState(s) === 'cancelled' && s !== 'none').toSorted()).toEqual(
      [...endedStates].toSorted(),
    )
    for (const state of endedStates) {
      const events = Object.keys(licenceMoves[state]) as LicenceEvent[]
      expect(events.filter(event => event !== 'cancel' && !event.startsWith('restore'))).toEqual([])
      expect(events.every(event => licenceEventBy[event] === 'people')).toBe(true)
      expect(isLive(state)).toBe(false)
    }
  })

  it.each<[LicenceState, LicenceState | null, LicenceState]>([
    ['revoked', 'valid', 'valid'],
    ['revoked', 'suspended', 'suspended'],
    ['cancelled', 'rectifying', 'rectifying'],
    ['cancelled', 'expiredPending', 'valid'],
    ['takenBack', null, 'valid'],
    ['disqualified', null, 'rectifying'],
    ['reclaimed', null, 'suspended'],
    ['disqualified', 'valid', 'rectifying'],
  ])('a licence that is %s and was %s before stands again as %s', (state, endedFrom, to) => {
    expect(nextState(licenceMoves, state, restoreEvent({ state, endedFrom }))).toEqual({ ok: true, value: to })
  })

  it('no licence that stands can be restored', () => {
    for (const state of states.filter(s => !(endedStates as readonly string[]).includes(s)))
      expect(nextState(licenceMoves, state, restoreEvent({ state, endedFrom: null })).ok).toBe(false)
  })

  it('ends with 注销 after each kind of end, and keeps the reason', () => {
    for (const reason of endReasons) expect(Object.keys(licenceEventBy)).toContain(reason)
  })
})
