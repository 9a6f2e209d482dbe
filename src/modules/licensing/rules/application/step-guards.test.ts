import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Actor } from '#kernel/actor'
import { staffRoles } from '#kernel/actor'
import { serviceCodes } from '../services/service.ts'
import { applicationEvents } from './events.ts'
import { type ApplicationEvent, type ApplicationState, applicationMoves } from './moves.ts'
import { handlerStates, officerSteps, type StepFacts, statesFor, whyNot } from './step-guards.ts'

type Staff = Extract<Actor, { kind: 'staff' }>
const states = Object.keys(applicationMoves) as ApplicationState[]
const events = Object.keys(applicationEvents) as ApplicationEvent[]
const day = fc.integer({ min: 0, max: 60 }).map(n => Temporal.PlainDate.from('2026-11-23').add({ days: n }))
const maybeDay = fc.option(day, { nil: null })
const anyFacts: fc.Arbitrary<StepFacts> = fc.record({
  service: fc.constantFrom(...serviceCodes),
  state: fc.constantFrom(...states),
  today: day,
  correctionAsked: fc.boolean(),
  correctionUntil: maybeDay,
  answerUntil: maybeDay,
  statement: fc.constantFrom('none', 'invited', 'heard', 'waived'),
  statementUntil: maybeDay,
  extended: fc.boolean(),
  decisionDueOn: maybeDay,
  deemed: fc.boolean(),
  proposal: fc.option(
    fc.record({ result: fc.constantFrom('grant', 'deny'), by: fc.constantFrom('staff:a', 'staff:b') }),
    { nil: null },
  ),
  handler: fc.constantFrom(null, 'staff:a', 'staff:b'),
  cosigners: fc.array(fc.record({ by: fc.constantFrom('staff:a', 'staff:b'), answered: fc.boolean() }), {
    maxLength: 2,
  }),
  siteChecked: fc.boolean(),
  interest: fc.record({
    touched: fc.boolean(),
    cleared: fc.boolean(),
    hearingHeld: fc.boolean(),
    parties: fc.array(
      fc.record({
        toldOn: fc.constantFrom(null, '2026-11-23'),
        answer: fc.constantFrom(null, 'statement', 'waived', 'hearing'),
        until: maybeDay,
      }),
      { maxLength: 2 },
    ),
  }),
})
const anyStaff: fc.Arbitrary<Staff> = fc.record({
  kind: fc.constant('staff' as const),
  staffId: fc.constantFrom('a', 'b', 'c'),
  sessionId: fc.constant('s'),
  roles: fc.subarray([...staffRoles]),
  areas: fc.constant(['440785']),
})
const always = (property: (facts: StepFacts, actor: Staff) => void) =>
  fc.assert(fc.property(anyFacts, anyStaff, property), { numRuns: 3_000 })

describe('for all files and all staff', () => {
  it('a refusal needs another person’s proposal, a hearing, a decider, and a file the law has not granted', () => {
    always((facts, actor) => {
      if (whyNot('deny', facts, actor)) return
      expect(facts.state).toBe('proposed')
      expect(facts.proposal).toMatchObject({ result: 'deny' })
      expect(facts.proposal?.by).not.toBe(`staff:${actor.staffId}`)
      expect(['heard', 'waived']).toContain(facts.statement)
      expect(facts.deemed).toBe(false)
      expect(actor.roles).toContain('decider')
    })
  })

  it('nothing is proposed or decided while others with a major interest are untold or wait (XK 36, 47)', () => {
    always((facts, actor) => {
      const { interest, today } = facts
      const { touched, cleared, parties, hearingHeld } = interest
      for (const event of ['proposeGrant', 'proposeDeny', 'grant', 'deny'] as const) {
        if (whyNot(event, facts, actor)) continue
        expect(parties.length > 0 || !touched || cleared).toBe(true)
        for (const { toldOn, answer, until } of parties) {
          expect(toldOn).not.toBeNull()
          expect(answer !== null || (until !== null && Temporal.PlainDate.compare(today, until) > 0)).toBe(true)
          if (answer === 'hearing') expect(hearingHeld).toBe(true)
        }
      }
    })
  })

  it('a new licence is proposed only after two people have seen the place', () => {
    always((facts, actor) => {
      if (facts.service === 'issue' && !facts.siteChecked) expect(whyNot('proposeGrant', facts, actor)).toBeDefined()
    })
  })

  it('nobody grants on the own proposal', () => {
    always((facts, actor) => {
      if (!whyNot('grant', facts, actor)) expect(facts.proposal?.by).not.toBe(`staff:${actor.staffId}`)
    })
  })

  it('only the handler takes a step of the handler, and only he or the head hands the file on', () => {
    always((facts, actor) => {
      const me = `staff:${actor.staffId}`
      for (const event of events.filter(name => applicationEvents[name].handled))
        if (!whyNot(event, facts, actor)) expect(facts.handler).toBe(me)
      if (!whyNot('transfer', facts, actor)) expect(facts.handler === me || actor.roles.includes('head')).toBe(true)
      if (!whyNot('claim', facts, actor)) expect(facts.handler).toBeNull()
    })
  })

  it('nobody countersigns unasked or twice', () => {
    always((facts, actor) => {
      if (whyNot('answerCosign', facts, actor)) return
      expect(facts.cosigners.find(one => one.by === `staff:${actor.staffId}`)).toMatchObject({ answered: false })
    })
  })

  it('no member of staff takes a step of the machine or of the citizen', () => {
    always((facts, actor) => {
      for (const event of events.filter(name => typeof applicationEvents[name].by === 'string'))
        expect(whyNot(event, facts, actor)).toBeDefined()
    })
  })

  it('button and guard agree, disabled buttons say why in both languages, and one button at most is the main one', () => {
    always((facts, actor) => {
      const steps = officerSteps(facts, actor)
      for (const step of steps) {
        const fault = whyNot(step.event as ApplicationEvent, facts, actor)
        expect(step.allowed).toBe(fault === undefined)
        expect([step.whyNot, step.whyNotEn]).toEqual(fault ? [fault.zh, fault.en] : [null, undefined])
        expect(step.whyNot ?? '').not.toMatch(/undefined|null/)
        if (step.main) expect(step.allowed).toBe(true)
      }
      expect(steps.filter(step => step.main).length).toBeLessThanOrEqual(1)
    })
  })
})

it('gives each role the files it can move on', () => {
  expect(statesFor(['decider'])).toEqual(['cosigning', 'proposed'])
  expect(statesFor(['head'])).toEqual(['cosigning', 'deemedGranted'])
  expect(statesFor(['reviewer'])).toEqual(['accepted', 'reviewing', 'extended', 'cosigning', 'heardStatement'])
  expect(handlerStates).toEqual(['reviewing', 'extended', 'heardStatement'])
  expect(statesFor(['window'])).toContain('submitted')
  expect(statesFor(['courier'])).toEqual([])
})
