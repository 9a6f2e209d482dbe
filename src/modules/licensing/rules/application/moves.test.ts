import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articleSummaries } from '#kernel/citation'
import { eventsFrom, nextState, statesOf, unreachableStates } from '#kernel/state-table'
import { applicationEvents } from './events.ts'
import {
  type ApplicationEvent,
  type ApplicationState,
  applicationMoves,
  applicationStateLabels,
  deemableStates,
  openStates,
} from './moves.ts'

const states = statesOf(applicationMoves) as ApplicationState[]
const byMachine = (event: string) => applicationEvents[event as ApplicationEvent].by === 'system'

/** States the machine alone can bring about from `start`. */
function machineReach(start: ApplicationState): Set<string> {
  const reached = new Set<string>([start])
  for (const state of reached)
    for (const event of eventsFrom(applicationMoves, state).filter(byMachine)) {
      const next = nextState(applicationMoves, state, event)
      if (next.ok) reached.add(next.value)
    }
  return reached
}

describe('the table of an application', () => {
  it('reaches every state from a draft, and labels each', () => {
    expect(unreachableStates(applicationMoves, 'draft')).toEqual([])
    for (const state of states) expect(applicationStateLabels[state].zh).not.toBe('')
  })

  it('has every state of the law’s description', () => {
    expect(states.length).toBe(23)
    expect(new Set(states)).toEqual(
      new Set([
        ...['draft', 'submitted', 'accepted', 'correctionRequested', 'notRequired', 'rejectedAcceptance', 'reviewing'],
        ...['siteCheck', 'proposed', 'granted', 'denied', 'serving', 'served', 'archived', 'withdrawn', 'lapsed'],
        ...['extended', 'hearing', 'heardStatement', 'deemedGranted', 'reconsideration', 'reversed', 'cosigning'],
      ]),
    )
  })

  it('gives the machine no path to a refusal, a lapse or a rejection, from any state', () => {
    for (const start of states.filter(s => !['denied', 'lapsed', 'rejectedAcceptance', 'notRequired'].includes(s))) {
      const reached = machineReach(start)
      for (const end of ['denied', 'lapsed', 'rejectedAcceptance', 'notRequired', 'withdrawn'])
        expect(reached.has(end), `${start} → ${end} by machine`).toBe(start === end)
    }
  })

  it('never refuses in 20,000 random sequences of machine events', () => {
    const events = Object.keys(applicationEvents).filter(byMachine)
    fc.assert(
      fc.property(
        fc.constantFrom(...openStates),
        fc.array(fc.constantFrom(...events), { maxLength: 12 }),
        (start, run) => {
          let state: string = start
          for (const event of run) {
            const next = nextState(applicationMoves, state, event)
            if (next.ok) state = next.value
          }
          expect(['denied', 'lapsed', 'rejectedAcceptance', 'notRequired', 'withdrawn']).not.toContain(state)
        },
      ),
      { numRuns: 20_000 },
    )
  })

  it('lets only a decider refuse, and refuses only on a proposal', () => {
    expect(applicationEvents.deny.by).toEqual(['decider'])
    const sources = states.filter(state => (Object.values(applicationMoves[state]) as string[]).includes('denied'))
    expect(sources).toEqual(['proposed'])
    expect(applicationEvents.proposeDeny.by).not.toBe('system')
  })

  it('asks for corrections and extends once only, by the shape of the table', () => {
    expect(Object.keys(applicationMoves.accepted)).not.toContain('askCorrection')
    expect(Object.keys(applicationMoves.extended)).not.toContain('extend')
  })

  it('can be withdrawn in every open state and in no other', () => {
    for (const wish of ['withdraw', 'withdrawOnPaper']) {
      const withdrawable = states.filter(state => Object.keys(applicationMoves[state]).includes(wish))
      expect(new Set(withdrawable)).toEqual(new Set(openStates))
    }
  })

  it('is deemed granted wherever the bureau is silent, but not while the applicant has to answer', () => {
    expect(deemableStates).toEqual(openStates.filter(state => state !== 'correctionRequested'))
  })

  it('has an entry for every event, papers for every adverse act, and a basis for every button', () => {
    const used = new Set(states.flatMap(state => Object.keys(applicationMoves[state])))
    expect(new Set(Object.keys(applicationEvents))).toEqual(used)
    for (const event of ['deny', 'askCorrection', 'rejectAcceptance', 'extend', 'inviteStatement', 'lapse'] as const)
      expect(applicationEvents[event].document, event).not.toBeNull()
    for (const [name, entry] of Object.entries(applicationEvents)) {
      if (!entry.offered) continue
      expect(entry.basis.length, name).toBeGreaterThan(0)
      for (const { instrument, article } of entry.basis)
        expect(Object.hasOwn(articleSummaries, `${instrument} ${article}`), `${name}: ${instrument} ${article}`).toBe(
          true,
        )
    }
  })
})

it('asks for grounds exactly where a refusal is announced or proposed', () => {
  const asking = Object.entries(applicationEvents).filter(([, entry]) => entry.form === 'reasons')
  expect(asking.map(([name]) => name)).toEqual(['inviteStatement', 'proposeDeny'])
})
