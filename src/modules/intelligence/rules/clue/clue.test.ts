import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StaffRole } from '#kernel/actor'
import { eventsFrom, unreachableStates } from '#kernel/state-table'
import { chinaCalendar } from '#platform/calendar'
import { intelligencePolicy } from '../../policy.ts'
import { clockOf, dueOn } from './clock.ts'
import { type ClueFacts, decideStep, type StepInput } from './decide.ts'
import { likenesses } from './duplicates.ts'
import { type ClueEvent, type ClueState, clueMoves, clueStates, isOutcome } from './moves.ts'
import { clueSteps, primaryStep, whyNotStep } from './steps.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)
const today = day('2026-11-23')
const setting = { policy: intelligencePolicy(today), calendar: chinaCalendar }
const clue: ClueFacts = {
  ...{
    no: 'XS-2026-000001',
    state: 'new',
    matter: 'counterfeit',
    grade: null,
    receivedOn: '2026-11-23',
    extendedTo: null,
  },
  ...{ assignedTo: null, outcome: null, decidedOn: null, closedOn: null, sameAs: null, agency: null, caseNo: null },
  ...{ dueOn: '2026-11-30', hasReporter: true },
}
const filled: StepInput = {
  words: '模拟数据的说明',
  grade: 'B',
  staff: '11111111-1111-4111-8111-111111111111',
  agency: 'market',
  same: 'XS-2026-000009',
  days: '3',
  matter: 'smuggled',
}
const step = (from: ClueFacts, event: ClueEvent, by = 'staff:head', on = today) =>
  decideStep(from, event, filled, { today: on, by, ...setting })
const walk = (from: ClueFacts, ...events: ClueEvent[]): ClueFacts => {
  let now = from
  for (const event of events) {
    const taken = step(now, event)
    if (!taken.ok) throw new Error(taken.refusal)
    now = { ...now, ...taken.value.clue }
  }
  return now
}

describe('the table of a clue', () => {
  it('reaches every state from the first, and every state but the last goes on', () => {
    expect(unreachableStates(clueMoves, 'new')).toEqual([])
    expect(clueStates.filter(state => eventsFrom(clueMoves, state).length === 0)).toEqual(['closed'])
  })

  it('calls nothing unfounded that nobody checked (XK 65), and closes nothing before the answer is told (YSJ 41)', () => {
    const into = (target: ClueState) =>
      clueStates.filter(from => (Object.values(clueMoves[from]) as string[]).includes(target) && from !== target)
    expect(into('unfounded')).toEqual(['verifying'])
    expect(into('closed')).toEqual(['feedback'])
  })

  it('offers as the next thing to do a step of that state', () => {
    for (const [state, event] of Object.entries(primaryStep))
      expect(eventsFrom(clueMoves, state as ClueState)).toContain(event)
  })

  it('has no step that seals or detains goods', () => {
    expect(
      Object.values(clueSteps)
        .map(({ zh }) => zh)
        .join(),
    ).not.toMatch(/查封|扣押|冻结/)
  })
})

describe('the clock of a clue', () => {
  const due = (change: Partial<ClueFacts>) => {
    const found = dueOn({ ...clue, ...change }, setting)
    return found.ok ? (found.value?.toString() ?? null) : found.refusal
  }
  it.each([
    [{}, '2026-11-30'],
    [{ receivedOn: '2026-11-21' }, '2026-11-30'], // ends on Saturday the 28th: rolls to Monday
    [{ receivedOn: '2026-09-28' }, '2026-10-08'], // the National Day holidays
    [{ state: 'verifying', extendedTo: '2026-12-03' }, '2026-12-03'],
    [{ state: 'verifying', extendedTo: '2026-11-24' }, '2026-11-30'], // an extension never shortens
    [{ state: 'converted', decidedOn: '2026-11-25' }, '2026-12-02'],
    [{ state: 'converted', decidedOn: '2026-11-25', hasReporter: false }, null],
    [{ state: 'monitor', decidedOn: '2026-11-25' }, '2026-12-25'],
    [{ state: 'feedback', decidedOn: '2026-11-25' }, null],
    [{ receivedOn: '2027-06-01' }, 'holidayYearUnpublished'],
  ] as const)('%j → %s', (change, expected) => {
    expect(due(change)).toBe(expected)
  })

  it('runs in every undecided state, and never ends before seven days or later than the extension', () => {
    fc.assert(
      fc.property(fc.constantFrom(...clueStates), fc.integer({ min: 0, max: 300 }), (state, later) => {
        const receivedOn = day('2026-01-05').add({ days: later })
        const found = dueOn({ ...clue, state, receivedOn: receivedOn.toString(), decidedOn: null }, setting)
        if (!found.ok || clockOf(state, true) !== 'decide') return
        expect(found.value).not.toBeNull()
        if (found.value) expect(receivedOn.until(found.value).days).toBeGreaterThanOrEqual(7)
      }),
    )
  })

  it('stands again as it stood when a watched clue is checked again', () => {
    const watched = walk(clue, 'validate', 'grade', 'assign', 'begin', 'watch')
    expect(watched).toMatchObject({ state: 'monitor', outcome: 'monitor', dueOn: '2026-12-23' })
    expect(walk(watched, 'resume')).toMatchObject({ outcome: null, decidedOn: null, dueOn: '2026-11-30' })
  })
})

describe('a step', () => {
  it('asks for what its row names and keeps nothing else', () => {
    const asked = { today, by: 'staff:a', ...setting }
    expect(decideStep(clue, 'validate', {}, asked)).toMatchObject({ refusal: 'clueFieldMissing' })
    expect(decideStep({ ...clue, state: 'validated' }, 'grade', { grade: 'X', words: '模拟' }, asked)).toMatchObject({
      refusal: 'clueFieldMissing',
    })
    expect(step(clue, 'validate')).toMatchObject({
      value: { clue: { state: 'validated', matter: 'smuggled', grade: null } },
    })
  })

  it('extends from the limit that runs, within what policy allows', () => {
    expect(step(clue, 'extend')).toMatchObject({ value: { clue: { extendedTo: '2026-12-03', dueOn: '2026-12-03' } } })
    const long = decideStep(clue, 'extend', { ...filled, days: '31' }, { today, by: 'x', ...setting })
    expect(long).toMatchObject({ refusal: 'clueExtensionTooLong', details: { most: 30 } })
  })

  it('joins no clue to itself', () => {
    expect(step({ ...clue, no: 'XS-2026-000009' }, 'markDuplicate')).toMatchObject({ refusal: 'clueSameAsItself' })
  })

  const officer = (label: string, ...roles: StaffRole[]) => ({ label, roles })
  it('declares unfounded by somebody else than who checked it', () => {
    const checked = { state: 'verifying', assignedTo: 'staff:head' } as const
    expect(whyNotStep(checked, 'unfound', officer('staff:head', 'head'))?.zh).toContain('核查人自己')
    expect(whyNotStep(checked, 'unfound', officer('staff:other', 'head'))).toBeUndefined()
    expect(whyNotStep(checked, 'unfound', officer('staff:i', 'inspector'))?.zh).toContain('其他岗位')
  })

  it('is taken by the officer it was assigned to, or a head', () => {
    const assigned = { state: 'assigned', assignedTo: 'staff:i' } as const
    expect(whyNotStep(assigned, 'begin', officer('staff:i', 'inspector'))).toBeUndefined()
    expect(whyNotStep(assigned, 'begin', officer('staff:j', 'inspector'))?.zh).toContain('派发')
    expect(whyNotStep(assigned, 'begin', officer('staff:h', 'head'))).toBeUndefined()
  })

  it('whatever the way through the table: a decision has its day, a closed clue was decided and told', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 9 }), { maxLength: 25 }), choices => {
        let now = clue
        let told = false
        for (const choice of choices) {
          const events = eventsFrom(clueMoves, now.state)
          const event = events[choice % Math.max(1, events.length)]
          if (event === undefined) break
          now = walk(now, event)
          told ||= event === 'tell'
          expect(now.outcome !== null).toBe(now.decidedOn !== null)
          if (isOutcome(now.state)) expect(now.outcome).toBe(now.state)
          if (now.state === 'closed') expect([told, now.outcome !== null, now.dueOn]).toEqual([true, true, null])
          if (clockOf(now.state, true) === 'decide') expect(now.dueOn).not.toBeNull()
        }
      }),
      { numRuns: 200 },
    )
  })
})

describe('clues that may be the same', () => {
  const others = [
    { no: 'a', text: '沙湖镇南塘村有人卖假烟，面包车送货', facts: [{ kind: 'plate', valueIndex: 'p1' }] },
    { no: 'b', text: '完全不同的一件事情，关于烟叶收购', facts: [{ kind: 'place', valueIndex: 'x' }] },
  ] as const
  it('share an identifying thing, or nearly the same words; a shared place alone says nothing', () => {
    const asked = {
      text: '昨天的事',
      facts: [
        { kind: 'plate', valueIndex: 'p1' },
        { kind: 'place', valueIndex: 'x' },
      ],
    } as const
    expect(likenesses(asked, others, { sameText: 0.5 })).toEqual([{ no: 'a', shared: ['plate'], text: 0 }])
    const again = { text: '沙湖镇南塘村有人卖假烟，用面包车送货。', facts: [] }
    expect(likenesses(again, others, { sameText: 0.5 }).map(({ no }) => no)).toEqual(['a'])
    expect(likenesses({ text: '', facts: [] }, others, { sameText: 0.5 })).toEqual([])
  })
})
