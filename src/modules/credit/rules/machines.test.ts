import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { staffRoles } from '#kernel/actor'
import { eventsFrom, nextState, statesOf, unreachableStates } from '#kernel/state-table'
import { chinaCalendar } from '#platform/calendar'
import { creditPolicy } from '../policy.ts'
import { readInput } from './fields.ts'
import type { Field, FileData, Input, Standing, StepFacts } from './file.ts'
import { whyNotStep } from './guards.ts'
import { measuresOf, type WatchLevel, watchLevels, watchMeasures } from './kinds/watch.ts'
import { type FileKind, isEnded, kindCodes, ruleOf, startOf } from './kinds.ts'
import { faults } from './records.ts'

const start = Temporal.PlainDate.from('2026-11-23')
const policy = creditPolicy(start)
const checked = { id: 'XY-2026-000009', what: 'clear', happenedOn: '2026-11-01' } as const
const spotless: Standing = {
  licenceState: 'valid',
  licensedOn: '2020-01-01',
  grade: 'A',
  records: [checked],
  troubles: [],
}

describe.each(kindCodes)('the table of %s', kind => {
  const rule = ruleOf(kind)
  it('reaches every state and has words for each state and event', () => {
    const entries = kind === 'disposal' ? ['rectifying', 'handedOver'] : [startOf(kind)]
    const reached = entries.flatMap(from =>
      statesOf(rule.moves).filter(s => !unreachableStates(rule.moves, from).includes(s)),
    )
    expect(new Set(reached)).toEqual(new Set(statesOf(rule.moves)))
    expect(Object.keys(rule.states).toSorted()).toEqual([...statesOf(rule.moves)].toSorted())
    const used = new Set(statesOf(rule.moves).flatMap(state => eventsFrom(rule.moves, state)))
    expect(new Set(Object.keys(rule.events))).toEqual(used)
  })
})

const aText = (field: Field, today: Temporal.PlainDate): fc.Arbitrary<Input[string]> => {
  if (field.type === 'choice') return fc.constantFrom(...Object.keys(field.options ?? {}))
  if (field.type === 'day') return fc.integer({ min: -5, max: 30 }).map(days => today.add({ days }).toString())
  if (field.type === 'two') return fc.constant(['u1', 'u2'])
  if (field.type === 'lines') return fc.constant(['一', '二'])
  return field.type === 'yes' ? fc.boolean() : fc.constant('模拟')
}
const inputFor = (asks: readonly Field[], today: Temporal.PlainDate): fc.Arbitrary<Input> =>
  fc.record(Object.fromEntries(asks.map(field => [field.key, aText(field, today)])))

interface Model {
  state: string
  dueOn: string | null
  proposedBy: string | null
  data: FileData
}

describe('any run of steps by anybody', () => {
  it.each(kindCodes)('%s: only moves of the table, two people where two are asked, an end stays an end', kind => {
    const rule = ruleOf(kind)
    const events = Object.keys(rule.events)
    const aStep = fc.record({
      wild: fc.option(fc.constantFrom(...events), { freq: 4 }),
      pick: fc.nat(),
      who: fc.constantFrom('staff:a', 'staff:b', 'staff:c'),
      days: fc.integer({ min: 0, max: 3 }),
      seed: fc.nat(),
    })
    const taken = new Set<string>()
    fc.assert(
      fc.property(fc.array(aStep, { minLength: 5, maxLength: 30 }), steps => {
        let today = start
        const now: Model = { state: startOf(kind), dueOn: null, proposedBy: 'staff:a', data: beginData(kind) }
        const begun = rule.begin(factsOf(kind, now, { event: 'open', input: {}, by: 'staff:a', today }))
        if (begun.ok)
          Object.assign(now, { dueOn: begun.value.dueOn ?? null, data: { ...now.data, ...begun.value.data } })
        for (const { wild, pick, who, days, seed } of steps) {
          const possible = eventsFrom(rule.moves, now.state)
          const event = wild ?? possible[pick % Math.max(1, possible.length)] ?? events[0] ?? ''
          today = today.add({ days })
          const given = fc.sample(inputFor(rule.events[event]?.asks ?? [], today), { seed, numRuns: 1 })[0] ?? {}
          const file = { kind, state: now.state, proposedBy: now.proposedBy }
          if (whyNotStep(file, event, { label: who, roles: staffRoles })) continue
          expect(isEnded(kind, now.state)).toBe(false)
          const input = readInput(rule.events[event]?.asks ?? [], given)
          if (!input.ok) continue
          const outcome = rule.decide(factsOf(kind, now, { event, input: input.value, by: who, today }))
          if (!outcome.ok) continue
          const to = nextState(rule.moves, now.state, event)
          if (!to.ok) throw new Error('the guard let an impossible step pass')
          if (rule.events[event]?.decides) expect(now.proposedBy).not.toBe(who)
          taken.add(event)
          now.state = to.value
          now.data = { ...now.data, ...outcome.value.data }
          if (outcome.value.dueOn !== undefined) now.dueOn = outcome.value.dueOn
          if (rule.events[event]?.proposes) now.proposedBy = who
          invariants(kind, now, today)
        }
      }),
      { numRuns: 400, seed: 20_261_126 },
    )
    // The walk has been everywhere people can go.
    expect([...taken].toSorted()).toEqual(events.filter(event => (rule.events[event]?.by.length ?? 0) > 0).toSorted())
  })
})

function invariants(kind: FileKind, { state, dueOn }: Model, today: Temporal.PlainDate): void {
  if (rule(kind).states[state]?.due) expect(dueOn).not.toBeNull()
  if (kind === 'watch' && (state === 'open' || state === 'leaving'))
    expect(dueOn === null || dueOn <= today.add({ days: 90 }).toString()).toBe(true)
  if (isEnded(kind, state)) expect(dueOn).toBeNull()
}
const rule = ruleOf

const beginData = (kind: FileKind): FileData =>
  ({
    record: { what: 'minors', happenedOn: '2026-01-01' },
    watch: { reason: 'leak' },
    disposal: { rectifyBy: '2026-12-01', round: 0 },
    suspicion: { what: 'manyLicences', licences: ['440785100001'] },
    talk: { day: '2026-11-27', time: '上午9时', place: '本局', words: '模拟', staff: ['u1', 'u2'] },
    objection: { about: 'XY-2026-000001' },
    repair: { about: 'XY-2026-000001' },
    model: { words: '模拟' },
  })[kind]

const about = {
  ...{
    id: 'XY-2026-000001',
    kind: 'record',
    licenceNo: '440785100001',
    areaCode: '440785103',
    state: 'counted',
    version: 1,
  },
  ...{ openedBy: 'staff:c', openedOn: '2026-01-02', proposedBy: 'staff:c', dueOn: null, doers: ['staff:c'] },
  data: { what: 'minors', happenedOn: '2026-01-01' },
}

function factsOf(kind: FileKind, now: Model, step: Pick<StepFacts, 'event' | 'input' | 'by' | 'today'>): StepFacts {
  const asked = kind === 'objection' || kind === 'repair'
  return {
    ...step,
    file: { ...about, ...now, id: 'ZZ-2026-000001', kind },
    policy,
    calendar: chinaCalendar,
    standing: spotless,
    ...(asked ? { target: about } : {}),
  }
}

describe('what the rules hold to', () => {
  it('a talk is noticed three working days before, at the earliest', () => {
    const now = { state: 'proposed', dueOn: null, proposedBy: 'staff:a', data: beginData('talk') }
    const on = (today: string) =>
      rule('talk').decide(
        factsOf('talk', now, { event: 'notify', input: {}, by: 'staff:b', today: Temporal.PlainDate.from(today) }),
      )
    // 2026-11-27 is a Friday: the third working day after Tuesday the 24th.
    expect(on('2026-11-24')).toMatchObject({ ok: true, value: { dueOn: '2026-11-27' } })
    expect(on('2026-11-25')).toMatchObject({ refusal: 'creditTalkTooSoon', details: { days: 3, first: '2026-11-30' } })
  })

  it('no step of a talk punishes, and no measure touches what the wholesaler supplies', () => {
    const words = [...Object.values(rule('talk').events), ...Object.values(watchMeasures)].map(({ zh }) => zh).join()
    expect(words).not.toMatch(/罚|供货|货源|停供|限量/)
  })

  it('a harder class allows every milder measure', () => {
    const levels = Object.keys(watchLevels) as WatchLevel[]
    for (const [n, level] of levels.entries())
      expect(measuresOf(level)).toEqual(expect.arrayContaining(n === 0 ? [] : measuresOf(levels[n - 1] ?? 'remind')))
    expect(measuresOf('remind')).not.toContain('talk')
    expect(measuresOf('case')).toContain('case')
  })

  it('only faults are noted by hand', () => {
    const what = rule('record').open?.asks.find(({ key }) => key === 'what')
    expect(Object.keys(what?.options ?? {})).toEqual(faults)
  })

  it('whoever made the record does not examine what is said against it', () => {
    const now = { state: 'received', dueOn: null, proposedBy: null, data: beginData('objection') }
    const examine = (by: string) =>
      rule('objection').decide(
        factsOf('objection', now, { event: 'examine', input: { upheld: 'yes', words: '模拟' }, by, today: start }),
      )
    expect(examine('staff:c')).toMatchObject({ refusal: 'creditOwnRecord' })
    expect(examine('staff:a')).toMatchObject({ ok: true })
  })
})
