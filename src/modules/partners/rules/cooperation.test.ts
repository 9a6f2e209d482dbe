import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eventsFrom, type Moves, nextState, statesOf, unreachableStates } from '#kernel/state-table'
import { PolicyError, policyBookOf } from '#platform/policy'
import { cooperationPolicy } from '../cooperation-policy.ts'
import { checkPlan, isInside, mayApprove, type Plan, type Point } from './action/decide.ts'
import { actionMoves, actionStateLabels } from './action/moves.ts'
import { cooperationPolicyOf } from './cooperation-policy.ts'
import { median, p90 } from './measures/quantile.ts'
import { responseBy, responseOf, type Timed } from './measures/response.ts'
import { sixfoldOf } from './measures/sixfold.ts'
import { agendaOf, type OpenMatter } from './meeting/agenda.ts'
import { mayCallMeeting, maySignMinutes } from './meeting/decide.ts'
import { meetingMoves, meetingStateLabels } from './meeting/moves.ts'
import { agendaShownTo } from './meeting/shown.ts'
import { isOverdue, stepTask } from './task/decide.ts'
import { taskMoves, taskStateLabels } from './task/moves.ts'
import { toldAtOf } from './told-at.ts'

const today = Temporal.PlainDate.from('2026-11-26')
const now = Temporal.Instant.from('2026-11-26T02:00:00Z')

it.each<[string, Moves, string, object]>([
  ['meeting', meetingMoves, 'planned', meetingStateLabels],
  ['task', taskMoves, 'given', taskStateLabels],
  ['action', actionMoves, 'draft', actionStateLabels],
])('a %s has a table whose states are all reached and named', (_, moves, start, labels) => {
  expect(unreachableStates(moves, start as never)).toEqual([])
  expect(statesOf(moves).toSorted()).toEqual(Object.keys(labels).toSorted())
})

const matter = (kind: OpenMatter['kind'], ref: string, dueOn: string | null): OpenMatter => ({
  ...{ kind, ref, dueOn, words: ref, agencyId: null },
})
const matters = [
  matter('case', 'AJ-1', '2026-12-30'),
  matter('case', 'AJ-2', '2026-11-20'),
  matter('clue', 'XS-1', '2026-11-26'),
  matter('hit', 'XS-2', null),
  matter('chain', 'LT-1', '2026-11-28'),
  matter('task', 'JB-1', '2026-11-27'),
]
const agenda = (kind: 'joint' | 'analysis' | 'urgent', longest = 20) => agendaOf(matters, { kind, today, longest })

describe('an agenda', () => {
  it.each([
    ['joint', ['AJ-2 已超期6日', 'XS-1 今天到期', 'JB-1 还剩1日']],
    ['analysis', ['XS-1 今天到期', 'LT-1 还剩2日', 'XS-2 未了，没有期限']],
    ['urgent', ['AJ-2 已超期6日', 'XS-1 今天到期', 'JB-1 还剩1日']],
  ] as const)('of a %s meeting has its matters, the latest first', (kind, lines) => {
    expect(agenda(kind).map(({ ref, why }) => `${ref} ${why}`)).toEqual(lines)
  })

  it('is the same whatever the order of the matters, and no longer than asked', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(matters, { minLength: matters.length }), shuffled => {
        expect(agendaOf(shuffled, { kind: 'joint', today, longest: 2 })).toEqual(agenda('joint', 2))
      }),
    )
  })
})

describe('the agenda of an agency', () => {
  const lines = [
    { kind: 'clue', ref: 'XS-1', words: '线索（A级）核查中' },
    { kind: 'case', ref: 'AJ-1', words: '案件（P02）的办理期限' },
    { kind: 'hit', ref: 'XS-1', words: '与3条新信息碰撞，待判断' },
    { kind: 'item', ref: 'XZ-1', words: '协作事项待答复' },
    { kind: 'task', ref: 'JB-1', words: '核查摊点' },
    { kind: 'other', ref: '', words: '商议年底安排' },
  ] as const
  const item = (no: string, aboutNo: string | null, numberOpen = true) => ({ no, aboutNo, numberOpen })
  const shown = (items: ReturnType<typeof item>[], tasks: string[] = []) =>
    agendaShownTo(lines, { items, tasks: new Set(tasks) }).map(line => Object.values(line).join(' '))

  it.each([
    ['nothing', [], [], []],
    ['another agency’s task', [], ['JB-2'], []],
    ['a clue with its number', [item('XZ-7', 'XS-1')], [], ['clue XS-1 XZ-7 ']],
    ['a clue without its number', [item('XZ-7', 'XS-1', false)], [], ['clue  XZ-7 ']],
    [
      'a clue twice, once with its number',
      [item('XZ-8', 'XS-1', false), item('XZ-7', 'XS-1')],
      [],
      ['clue XS-1 XZ-7 '],
    ],
    ['an item and a task', [item('XZ-1', null)], ['JB-1'], ['item XZ-1 XZ-1 ', 'task JB-1  核查摊点']],
  ])('after the release of %s has those lines and what names nothing of ours', (_, items, tasks, said) => {
    expect(shown(items, tasks)).toEqual([...said, 'other   商议年底安排'])
  })
})

describe('a meeting', () => {
  it.each([
    [{ guests: 0, lines: 1, startsAt: '2026-11-26T03:00:00Z' }, 'meetingGuestMissing'],
    [{ guests: 1, lines: 0, startsAt: '2026-11-26T03:00:00Z' }, 'meetingAgendaEmpty'],
    [{ guests: 1, lines: 1, startsAt: '2026-11-26T01:59:59Z' }, 'meetingPast'],
  ])('is not called as %j', (call, refusal) => expect(mayCallMeeting(call, now)).toMatchObject({ refusal }))

  it.each([
    [{ attended: [true, null], said: ['定'], writtenBy: 'a' }, 'meetingAttendanceOpen'],
    [{ attended: [false], said: ['定', ' '], writtenBy: 'a' }, 'meetingLineUnsaid'],
    [{ attended: [false], said: ['定'], writtenBy: 'b' }, 'meetingOwnSignature'],
  ])('is not signed as %j', (minutes, refusal) => expect(maySignMinutes(minutes, 'b')).toMatchObject({ refusal }))
})

describe('a task', () => {
  it('is finished by nobody who has not received it, and closed by nobody who has not seen an end', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('receive', 'refuse', 'answer', 'finish', 'accept', 'sendBack', 'giveAgain', 'withdraw'),
        ),
        events => {
          let state = 'given' as string
          const past: string[] = []
          for (const event of events) {
            const next = nextState(taskMoves, state, event)
            if (!next.ok) continue
            past.push(event)
            state = next.value
          }
          if (state === 'finished') expect(past).toContain('receive')
          if (state === 'closed') expect(past.includes('finish') || past.includes('refuse')).toBe(true)
          if (state === 'withdrawn') expect(eventsFrom(taskMoves, state)).toEqual([])
        },
      ),
    )
  })

  it('is finished with words, and red from the day after its last', () => {
    expect(stepTask('received', 'finish', ' ')).toMatchObject({ refusal: 'partnerTaskWords' })
    expect(stepTask('given', 'finish', '已核查')).toMatchObject({ refusal: 'partnerTaskNotNow' })
    expect([isOverdue('given', '2026-11-26', '2026-11-26'), isOverdue('given', '2026-11-25', '2026-11-26')]).toEqual([
      false,
      true,
    ])
    expect(isOverdue('finished', '2026-11-25', '2026-11-26')).toBe(false)
  })

  it.each([
    ['2026-11-26T01:00:00Z', '2026-11-26T01:00:00Z'],
    ['2026-11-26T02:05:00Z', '2026-11-26T02:00:00Z'],
    ['2026-11-25T22:00:00Z', '2026-11-26T00:00:00Z'],
  ])('told at %s counts from %s', (told, at) => {
    expect(toldAtOf(told, { now, since: '2026-11-26T00:00:00Z' })).toMatchObject({ value: at })
  })

  it('told of tomorrow, or of a week ago, asks for the clock', () => {
    for (const told of ['2026-11-27T02:00:00Z', '2026-11-19T02:00:00Z'])
      expect(toldAtOf(told, { now, since: null })).toMatchObject({ refusal: 'toldLater' })
  })
})

const square: Point[] = [
  [112.3, 22.1],
  [112.4, 22.1],
  [112.4, 22.2],
  [112.3, 22.2],
]
const plan = (change: Partial<Plan> = {}): Plan => ({
  ...{ startsAt: '2026-11-27T12:00:00Z', endsAt: '2026-11-27T15:00:00Z', area: square },
  members: [{ agencyId: 'a', duty: '核对营业执照' }],
  phases: [{ title: '集结' }],
  ...change,
})

describe('a plan', () => {
  it.each<[Partial<Plan>, string]>([
    [{ endsAt: '2026-11-27T12:00:00Z' }, 'actionHours'],
    [{ endsAt: '2026-12-20T12:00:00Z' }, 'actionHours'],
    [{ area: square.slice(0, 2) }, 'actionAreaOpen'],
    [
      {
        area: [
          [112, 22],
          [112.1, 22.1],
          [112.2, 22.2],
        ],
      },
      'actionAreaOpen',
    ],
    [{ members: [{ agencyId: null, duty: '检查' }] }, 'actionMemberMissing'],
    [{ members: [{ agencyId: 'a', duty: ' ' }] }, 'actionDutyMissing'],
    [{ phases: [] }, 'actionPhaseMissing'],
  ])('of %j is none', (change, refusal) => expect(checkPlan(plan(change))).toMatchObject({ refusal }))

  it('stands when it is whole, and is approved by another', () => {
    expect(checkPlan(plan())).toMatchObject({ ok: true })
    expect(mayApprove({ writtenBy: 'a' }, 'a')).toMatchObject({ refusal: 'actionOwnApproval' })
  })

  it('knows inside from outside, whichever way round the corners were set', () => {
    const near = fc.tuple(
      fc.double({ min: 112.2, max: 112.5, noNaN: true }),
      fc.double({ min: 22, max: 22.3, noNaN: true }),
    )
    fc.assert(
      fc.property(near, ([x, y]) => {
        const edge = [112.3, 112.4].includes(x) || [22.1, 22.2].includes(y)
        const within = x > 112.3 && x < 112.4 && y > 22.1 && y < 22.2
        if (!edge) expect([isInside(square, [x, y]), isInside(square.toReversed(), [x, y])]).toEqual([within, within])
      }),
    )
  })
})

const timed = (n: number, change: Partial<Timed> = {}): Timed => ({
  ...{ taskId: `JB-${n}`, agencyId: 'a', townCode: '440785103', givenAt: '2026-11-26T00:00:00Z', overdue: false },
  ...{ receivedAt: `2026-11-26T00:${String(n).padStart(2, '0')}:00Z`, answeredAt: null, finishedAt: null },
  ...change,
})

describe('response times', () => {
  it('are a median and the value nine of ten do not exceed, of what has happened', () => {
    const tasks = [1, 2, 3, 4, 5, 6, 7, 8, 9, 40].map(n => timed(n))
    expect(responseOf([...tasks, timed(0, { receivedAt: null, overdue: true })])).toEqual({
      ...{ given: 11, overdue: 1, received: { n: 10, medianMinutes: 5.5, p90Minutes: 9 } },
      answered: { n: 0, medianMinutes: null, p90Minutes: null },
      finished: { n: 0, medianMinutes: null, p90Minutes: null },
    })
  })

  it('are counted once in each grouping', () => {
    const tasks = [timed(1), timed(2, { agencyId: 'b' }), timed(3, { townCode: null })]
    expect(responseBy(tasks, ({ agencyId }) => agencyId).map(({ key, response }) => [key, response.given])).toEqual([
      ['a', 2],
      ['b', 1],
    ])
    expect(responseBy(tasks, ({ townCode }) => townCode).map(({ key, response }) => [key, response.given])).toEqual([
      ['440785103', 2],
    ])
  })

  it('never give a P90 below the median, nor a value beyond the ends', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1 }), values => {
        const [middle, high] = [median(values) ?? Number.NaN, p90(values) ?? Number.NaN]
        expect(high).toBeGreaterThanOrEqual(middle)
        expect(values).toContain(high)
      }),
    )
  })
})

describe('六位一体', () => {
  const { sixfold } = cooperationPolicy(today)

  it('has six members, all marked as unconfirmed until the bureau says so', () => {
    expect(sixfold.map(({ unconfirmed }) => unconfirmed)).toEqual([true, true, true, true, true, true])
  })

  it('counts a task in the member of its agency, and the bureau in its own', () => {
    const members = sixfoldOf(sixfold, [{ id: 'a', name: '模拟市监所', kind: 'market' }], {
      timed: [timed(1), timed(2, { agencyId: 'bureau' })],
      took: [{ agencyId: 'a', meetings: 1, actions: 2, onTime: 1, finished: 1 }],
    })
    expect(members.map(({ tasks, meetings }) => [tasks, meetings])).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
      [1, 1],
      [1, 0],
      [0, 0],
    ])
  })

  it('is refused where a member does not read as three parts', () => {
    const list = [...new Map(sixfold.map(({ id }) => [`sixfold.${id}`, '公安｜侦办｜wizards']))]
    const entry = (key: string, value: string | number) => ({
      ...({
        key,
        value,
        unit: '',
        basis: '设计',
        effective: '2026-01-01',
        sure: 'design',
        note: '',
        unconfirmed: true,
      } as const),
    })
    const numbers = ['agendaLines', 'urgentNoticeMinutes', 'measuredDays'].map(key => entry(`cooperation.${key}`, 1))
    const texts = ['bureau.name', 'cooperation.minutesMark'].map(key => entry(key, '模拟'))
    const book = policyBookOf([...numbers, ...texts, ...list.map(([key, value]) => entry(key, value))])
    expect(() => cooperationPolicyOf(book.on(today))).toThrow(PolicyError)
  })
})
