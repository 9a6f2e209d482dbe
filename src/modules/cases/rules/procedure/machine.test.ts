import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { staffRoles } from '#kernel/actor'
import { daysBetween, momentOf } from '#kernel/dates'
import { diagramOf, eventsFrom, statesOf, unreachableStates } from '#kernel/state-table'
import { chooser, eventFor, valueFor } from '../../testing/random-walk.ts'
import { calm, freshCase, start } from '../../testing/sample-case.ts'
import { competenceOf } from '../competence.ts'
import type { CaseFile } from './case-file.ts'
import { hasRun } from './clocks.ts'
import { inRound, roundOf } from './fields.ts'
import { caseMoves, isOver, undecided } from './moves.ts'
import { hearingDue, isHeavier, sanctionIn, sanctionOf } from './sanction.ts'
import { stepEvents, stepRule } from './steps.ts'
import { takeStep, whyNotStep } from './take-step.ts'

describe('the state table', () => {
  it('has a row for every step, a step for every row, and reaches every state from its two beginnings', () => {
    const used = new Set(statesOf(caseMoves).flatMap(state => eventsFrom(caseMoves, state)))
    expect([...stepEvents].toSorted()).toEqual([...used].toSorted())
    const lost = unreachableStates(caseMoves, 'checking').filter(state =>
      unreachableStates(caseMoves, 'simpleOpen').includes(state),
    )
    expect(lost).toEqual([])
    expect(diagramOf(caseMoves)).toContain('proposed --> decided: decide')
  })

  it('knows no 查封、扣押、冻结', () => {
    const words = stepEvents.flatMap(event => [
      stepRule(event)?.zh ?? '',
      ...(stepRule(event)?.asks ?? []).flatMap(({ zh, options }) => [
        zh,
        ...Object.values(options ?? {}).map(o => o.zh),
      ]),
    ])
    expect(words.join()).not.toMatch(/查封|扣押|扣留|冻结|封存/)
  })
})

const people = ['o1', 'o2', 'o3', 'o4', 'o5']

/** A day of the walks, made once: calendar arithmetic was a third of their time. */
function dayOn(offset: number) {
  days[offset] ??= dayOf(start.today.add({ days: offset }))
  return days[offset]
}
const dayOf = (today: Temporal.PlainDate) => {
  const text = today.toString()
  return { today, text, at: momentOf(Temporal.Instant.from(`${text}T02:00:00Z`)) }
}
const days: ReturnType<typeof dayOf>[] = []

/** Each walk is a row of numbers; a number is one attempt of one person on a later day. */
function walk(
  numbers: readonly number[],
  simple: boolean,
  see: (before: CaseFile, after: CaseFile, today: string) => void,
) {
  let file = freshCase(simple ? { path: 'simple', state: 'simpleOpen', clocks: [], violation: 'P18' } : {})
  let offset = 0
  for (const number of numbers) {
    const pick = chooser(number)
    offset += pick(16) === 0 ? 40 : pick(4) === 0 ? pick(12) : pick(2)
    const hearing = file.clocks.find(({ kind, state }) => kind === 'hearing' && state === 'running')
    if (hearing && pick(2) === 0 && hearing.dueOn > dayOn(offset).text)
      offset = daysBetween(start.today, Temporal.PlainDate.from(hearing.dueOn))
    const { today, text, at } = dayOn(offset)
    const criminal = number % 50 === 0 ? { zh: '达到20万支', en: '200,000' } : null
    const setting = { ...calm, around: { ...calm.around, criminal } }
    const by = `staff:${file.officers.length > 0 && pick(2) === 0 ? (file.officers[pick(2)] ?? 'o1') : (people[pick(5)] ?? 'o1')}`
    const event = eventFor(pick, e => whyNotStep({ ...setting, file, by, at }, e, staffRoles) === undefined, file)
    // What a remedy changed is rarely told: most of them change nothing.
    const asks = (stepRule(event)?.asks ?? []).filter(
      ({ optional }) => !optional || !event.endsWith('Remedy') || pick(6) === 0,
    )
    const input = Object.fromEntries(asks.map(field => [field.key, valueFor(field, { today, pick, people })]))
    const taken = takeStep(file, { event, input, by, roles: staffRoles, at }, setting)
    if (!taken.ok) continue
    see(file, taken.value, text)
    file = taken.value
  }
  return file
}

function holds(before: CaseFile, after: CaseFile, today: string): void {
  const step = after.steps.at(-1)
  const event = step?.event ?? ''
  // 期限不丢: each clock stays where it was, as what it was, and ends only by a step that meets it or ends the case.
  for (const [n, old] of before.clocks.entries()) {
    const now = after.clocks[n]
    if (now?.kind !== old.kind || now.startedOn !== old.startedOn)
      throw new Error(`${event} lost the clock ${old.kind}`)
    if (now.dueOn !== old.dueOn && event !== 'extendCheck') throw new Error(`${event} moved the clock ${old.kind}`)
    if (old.state === 'running' && now.state !== 'running') {
      const known = (stepRule(event)?.meets as readonly string[] | undefined)?.includes(old.kind)
      const own = ['pay', 'defer', 'beginRemedy', 'endRemedy', 'waiveStatement', 'policeReturned'].includes(event)
      if (!known && !own && !isOver(after.state)) throw new Error(`${event} ended the clock ${old.kind}`)
    }
  }
  const deciding = after.clocks.filter(({ kind, state }) => kind === 'decide' && state === 'running')
  const waits = (undecided as readonly string[]).includes(after.state)
  if (waits && (deciding.length !== 1 || after.filedOn === null))
    throw new Error(`${after.state} without its ninety days`)
  if (isOver(after.state) && after.clocks.some(({ state, kind }) => state === 'running' && kind !== 'unpublish'))
    throw new Error(`${after.state} with a running clock`)
  if (event !== 'decide') return
  const sanction = sanctionOf(after)
  const proposal = roundOf(after).findLast(one => one.event === 'propose')
  if (proposal === undefined || proposal.by === step?.by) throw new Error('one person proposed and decided')
  if (new Set(after.officers).size < 2) throw new Error('decided without two officers')
  if (after.officers.some(id => `staff:${id}` === step?.by)) throw new Error('an officer of the case decided')
  if (competenceOf(after.violation)?.who !== 'bureau') throw new Error('punished what another agency punishes')
  if (!inRound(after, 'passReview')) throw new Error('decided without legal review')
  if (sanction?.result !== 'penalty') return
  const told = inRound(after, 'notify')
  const report = inRound(after, 'report')
  if (!told || told.n > proposal.n || !report) throw new Error('a penalty without notice')
  if (isHeavier(sanction, sanctionIn(report.input))) throw new Error('heavier than the notice')
  const statement = after.clocks.findLast(({ kind }) => kind === 'statement')
  const answered = inRound(after, 'waiveStatement', 'holdHearing')
  if (!answered && !(statement && hasRun(statement, Temporal.PlainDate.from(today))))
    throw new Error('the party was not heard')
  if (hearingDue(sanction, after.party, calm.policy)) {
    if (!after.clocks.some(({ kind }) => kind === 'hearingRequest')) throw new Error('no hearing was offered')
    if (!inRound(after, 'deliberate')) throw new Error('a heavy penalty without discussion')
  }
  const asked = inRound(after, 'askHearing')
  if (asked && !inRound(after, 'holdHearing', 'dropHearing'))
    throw new Error('a hearing that was asked for was not held')
  if (inRound(after, 'holdHearing') && !inRound(after, 'reviewHearing'))
    throw new Error('no legal review after the hearing')
}

describe('any run of steps by anybody on any day', () => {
  it('20,000 sequences: no penalty without notice, no decision without two people, no clock lost on return or transfer', () => {
    const taken = new Set<string>()
    let decided = 0
    const numbers = fc.array(fc.integer({ min: 1, max: 0x7fffffff }), { minLength: 25, maxLength: 50 })
    fc.assert(
      fc.property(numbers, fc.integer({ min: 0, max: 9 }), (row, kind) => {
        walk(row, kind === 0, (before, after, today) => {
          taken.add(String(after.steps.at(-1)?.event))
          if (after.state === 'decided') decided += 1
          holds(before, after, today)
        })
      }),
      { numRuns: 20_000, seed: 20_261_126 },
    )
    expect(stepEvents.filter(event => !taken.has(event))).toEqual([])
    expect(decided).toBeGreaterThan(300)
  })
})
