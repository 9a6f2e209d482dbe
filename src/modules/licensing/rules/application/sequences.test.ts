import fc from 'fast-check'
import { expect, it } from 'vitest'
import { staffRoles } from '#kernel/actor'
import { eventsFrom, nextState } from '#kernel/state-table'
import { calendarOf } from '#kernel/working-days'
import { serviceCodes } from '../services/service.ts'
import { type ClockPolicy, runningClock } from './clocks.ts'
import { applicationEvents } from './events.ts'
import { type ApplicationEvent, type ApplicationState, applicationMoves, isOpen } from './moves.ts'
import { officerSteps, type StepFacts, whyNot } from './step-guards.ts'

const calendar = calendarOf([], [], [2026, 2027, 2028])
const policy: ClockPolicy = {
  correctionDays: 5,
  correctionAnswerDays: 15,
  promisedDays: 8,
  extensionDays: 4,
  statementDays: 5,
  hearingRequestDays: 5,
  serveDays: 10,
  soonDays: 2,
}
const start = Temporal.PlainDate.from('2026-11-23')
const events = Object.keys(applicationEvents) as ApplicationEvent[]

/** What a sequence has done so far, kept apart from the program: a plain list that a clerk would keep by hand. */
interface Ledger {
  state: ApplicationState
  today: Temporal.PlainDate
  acceptedOn: Temporal.PlainDate | null
  correctionAskedOn: Temporal.PlainDate | null
  statement: StepFacts['statement']
  extended: boolean
  decidedOn: Temporal.PlainDate | null
  proposal: StepFacts['proposal']
  handler: string | null
  /** Of the round that runs; a clerk would strike out whoever has answered. */
  asked: readonly string[]
  answered: readonly string[]
  parties: StepFacts['interest']['parties']
  history: ApplicationEvent[]
}

const factsOf = (ledger: Ledger, service: StepFacts['service']): StepFacts => ({
  service,
  state: ledger.state,
  today: ledger.today,
  correctionAsked: ledger.correctionAskedOn !== null,
  correctionUntil: start.add({ days: 7 }),
  answerUntil: ledger.correctionAskedOn?.add({ days: 21 }) ?? null,
  statement: ledger.statement,
  statementUntil: null,
  extended: ledger.extended,
  decisionDueOn: ledger.acceptedOn?.add({ days: 12 }) ?? null,
  deemed: false,
  proposal: ledger.proposal,
  handler: ledger.handler,
  siteChecked: ledger.history.includes('recordSiteCheck'),
  interest: interestOf(ledger),
  cosigners: ledger.asked.map(by => ({ by, answered: ledger.answered.includes(by) })),
})

/** The rules found somebody; a clerk would tell one, note his answer, and look whether the hearing he asked for was held. */
function interestOf({ history, parties }: Pick<Ledger, 'history' | 'parties'>): StepFacts['interest'] {
  return {
    touched: true,
    cleared: history.includes('noMajorInterest'),
    hearingHeld: history.lastIndexOf('recordHearing') > history.lastIndexOf('answerParty'),
    parties,
  }
}

const people = ['staff:a', 'staff:b', 'staff:c']

function apply(ledger: Ledger, event: ApplicationEvent, [by, pick]: readonly [string, number]): void {
  const next = nextState(applicationMoves, ledger.state, event)
  if (!next.ok) throw new Error(`${event} from ${ledger.state}`)
  ledger.state = next.value as ApplicationState
  ledger.history.push(event)
  const { today } = ledger
  if (event === 'accept' || event === 'resubmit' || event === 'silenceAccept' || event === 'autoAccept')
    ledger.acceptedOn = today
  if (event === 'askCorrection') ledger.correctionAskedOn = today
  if (event === 'inviteStatement') ledger.statement = 'invited'
  if (event === 'recordStatement') ledger.statement = 'heard'
  if (event === 'extend') ledger.extended = true
  if (event === 'proposeGrant') ledger.proposal = { result: 'grant', by }
  if (event === 'proposeDeny') ledger.proposal = { result: 'deny', by }
  if (event === 'startReview' || event === 'claim') ledger.handler = by
  // 转办 to anybody, now and then back to be claimed.
  if (event === 'transfer') ledger.handler = people[pick % 4] ?? null
  if (event === 'askCosign') {
    ledger.asked = people.filter(one => one !== by)
    ledger.answered = []
  }
  if (event === 'answerCosign') ledger.answered = [...ledger.answered, by]
  if (event === 'tellParty')
    ledger.parties = [...ledger.parties, { toldOn: today.toString(), answer: null, until: today.add({ days: 7 }) }]
  if (event === 'answerParty') {
    const answer = (['statement', 'waived', 'hearing'] as const)[pick % 3] ?? 'waived'
    ledger.parties = ledger.parties.map(party => ({ ...party, answer: party.answer ?? answer }))
  }
  if (event === 'grant' || event === 'deny' || event === 'autoGrant' || event === 'deem') ledger.decidedOn = today
}

/** One seed a sequence: drawing half a million tries through the library costs more than the machine that is tested. */
function chanceOf(seed: number): (below: number) => number {
  let state = seed | 0
  return below => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/**
 * What somebody tries next. Three tries in four are possible from where the file stands, the others are anything at all; mostly the
 * handler himself tries, as in life; files are seldom given up; almost everybody has almost every role.
 */
function nextTry(ledger: Ledger, chance: (below: number) => number) {
  const anybody = ['a', 'b', 'c'][chance(3)] ?? 'a'
  const staffId = chance(2) === 0 && ledger.handler !== null ? ledger.handler.slice('staff:'.length) : anybody
  const without = chance(staffRoles.length * 2)
  const roles = staffRoles.filter((_, nth) => nth !== without)
  const possible = eventsFrom(applicationMoves, ledger.state)
  const here = chance(6) === 0 ? possible : possible.filter(one => !givingUp.includes(one))
  const choice: readonly ApplicationEvent[] = chance(4) === 0 || here.length === 0 ? events : here
  const event = choice[chance(choice.length)] ?? 'withdraw'
  const actor = { kind: 'staff', staffId, sessionId: 's', roles, areas: ['440785'] } as const
  return { event, actor, pick: chance(1000), looksAtButtons: chance(8) === 0 }
}

const givingUp: readonly string[] = ['withdraw', 'withdrawOnPaper', 'deem']

it('20,000 sequences of whatever anybody tries: guard, button and table agree, no file and no clock is lost', () => {
  const reached = new Set<ApplicationState>()
  fc.assert(
    fc.property(
      fc.integer(),
      fc.integer({ min: 8, max: 40 }),
      fc.constantFrom(...serviceCodes),
      (seed, tries, service) => {
        const chance = chanceOf(seed)
        const ledger: Ledger = {
          ...{ state: 'submitted', today: start, acceptedOn: null, correctionAskedOn: null, statement: 'none' },
          ...{ extended: false, decidedOn: null, proposal: null, history: [], handler: null, asked: [], answered: [] },
          parties: [],
        }
        for (let n = 0; n < tries; n += 1) {
          const days = chance(5)
          if (days > 0) ledger.today = ledger.today.add({ days })
          const { event, actor, pick, looksAtButtons } = nextTry(ledger, chance)
          const facts = factsOf(ledger, service)
          const fault = whyNot(event, facts, actor)
          // All buttons at once are dear: one look in eight is sixty thousand looks.
          const button = looksAtButtons && officerSteps(facts, actor).find(step => step.event === event)
          if (button) expect(button.allowed).toBe(fault === undefined)
          const { by } = applicationEvents[event]
          // The machine and the citizen have their own doors; staff pass the guard.
          const passes =
            typeof by === 'string' ? nextState(applicationMoves, ledger.state, event).ok : fault === undefined
          if (!passes) continue
          const before = { ...ledger, dueOn: dueOf(ledger) }
          apply(ledger, event, [`staff:${actor.staffId}`, pick])
          reached.add(ledger.state)
          checkState(ledger)
          checkInterest(ledger, event)
          checkHandling(before, ledger, [event, `staff:${actor.staffId}`])
        }
      },
    ),
    { numRuns: 20_000 },
  )
  // The walk is no stroll around the entrance: it comes to the ends too.
  for (const state of [
    'granted',
    'denied',
    'withdrawn',
    'lapsed',
    'archived',
    'deemedGranted',
    'cosigning',
    'reversed',
  ] as const)
    expect(reached).toContain(state)
})

const dues = new Map<string, string | undefined>()

/** The program's own clock; the same few thousand days come back in every sequence, so each is reckoned once. */
function dueOf(ledger: Ledger): string | undefined {
  const { state, acceptedOn, correctionAskedOn, extended, decidedOn } = ledger
  const key = `${state} ${acceptedOn} ${correctionAskedOn} ${extended} ${decidedOn}`
  if (!dues.has(key)) {
    const clock = runningClock({ ...ledger, receivedOn: start, deemedAfter: null }, { policy, calendar })
    dues.set(key, clock?.dueOn?.toString())
  }
  return dues.get(key)
}

/** Nobody but the handler takes the handler's steps; only 认领 and 转办 change who that is; 会签 moves no limit. */
function checkHandling(
  before: Ledger & { dueOn: string | undefined },
  after: Ledger,
  [event, by]: readonly [ApplicationEvent, string],
): void {
  if (applicationEvents[event].handled) expect(before.handler).toBe(by)
  if (after.handler !== before.handler) expect(['startReview', 'claim', 'transfer']).toContain(event)
  if (after.handler === null && after.history.includes('startReview')) expect(after.history).toContain('transfer')
  if (['askCosign', 'answerCosign', 'cosigned', 'endCosign', 'transfer', 'claim'].includes(event))
    expect(dueOf(after)).toBe(before.dueOn)
  if (event === 'answerCosign') expect(before.asked).toContain(by)
}

/** Nothing is decided by people while somebody with a major interest is untold, unheard in his time, or waits for his hearing. */
function checkInterest({ parties, history, today }: Ledger, event: ApplicationEvent): void {
  if (event !== 'grant' && event !== 'deny') return
  if (parties.length === 0) expect(history).toContain('noMajorInterest')
  for (const { answer, until } of parties)
    expect(answer !== null || (until !== null && Temporal.PlainDate.compare(today, until) > 0)).toBe(true)
  if (parties.some(({ answer }) => answer === 'hearing'))
    expect(history.lastIndexOf('recordHearing')).toBeGreaterThan(history.lastIndexOf('answerParty'))
}

function checkState(ledger: Ledger): void {
  const { state, history } = ledger
  if (isOpen(state)) expect(dueOf(ledger)).toBeTruthy()
  if (state === 'denied') {
    expect(ledger.proposal?.result).toBe('deny')
    expect(history).toContain('recordStatement')
    expect(history.at(-1)).toBe('deny')
  }
  for (const once of ['askCorrection', 'extend', 'inviteStatement'] as const)
    expect(history.filter(event => event === once).length).toBeLessThanOrEqual(1)
  expect(history.filter(event => ['grant', 'deny', 'autoGrant', 'deem'].includes(event)).length).toBeLessThanOrEqual(1)
}
