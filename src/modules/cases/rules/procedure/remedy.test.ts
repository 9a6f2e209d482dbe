import { describe, expect, it } from 'vitest'
import { staffRoles } from '#kernel/actor'
import { calm, day } from '../../testing/sample-case.ts'
import { goodWalk, walked } from '../../testing/sample-dossier.ts'
import type { CaseFile, Input } from './case-file.ts'
import { balanceOf } from './payment.ts'
import { takeStep } from './take-step.ts'

/** Decided on 10 April, served on 13 April 2026: 5,000 yuan and 1,000 yuan of gains, fifteen days to pay until 28 April. */
const served = walked(goodWalk.slice(0, 17)).at(-1) as CaseFile
type Told = readonly [on: string, event: string, input: Input]
const told = (...steps: readonly Told[]) =>
  steps.reduce<CaseFile>((file, [on, event, input]) => {
    const asked = { event, input, by: 'staff:o5', roles: staffRoles, at: day(on) }
    const taken = takeStep(file, asked, calm)
    if (!taken.ok) throw new Error(`${event} on ${on}: ${JSON.stringify(taken)}`)
    return taken.value
  }, served)
const begin = (on: string, what: string, more: Input = {}): Told => [
  on,
  'beginRemedy',
  { what, ref: '模拟 1 号', ...more },
]
const end = (on: string, result: string, more: Input = {}): Told => [
  on,
  'endRemedy',
  { result, ref: '模拟 2 号', ...more },
]
const on = (file: CaseFile, today: string) => balanceOf(file, Temporal.PlainDate.from(today))
const due = (file: CaseFile, kind: string) => file.clocks.findLast(c => c.kind === kind && c.state === 'running')?.dueOn

describe('a court that refuses', () => {
  const asked = [
    ['2026-04-29', 'demand', { how: 'direct', receivedBy: '张三' }],
    ['2026-06-15', 'applyCourt', { words: '罚款' }],
  ] satisfies Told[]
  const ruled = (on: string, outcome: string, more: Input = {}): Told => [
    on,
    'noteCourt',
    { outcome, ref: '（2026）模拟行审 1 号', ...more },
  ]
  const review = (on: string): Told => [on, 'askCourtReview', { to: '模拟中级人民法院', words: '决定合法' }]
  const closing = (on: string): Told => [on, 'askClosing', { words: '法院裁定不予执行' }]
  const why = (...steps: readonly Told[]) => {
    try {
      return told(...asked, ...steps).state
    } catch (error) {
      return String(error)
    }
  }

  it.each<[string, readonly Told[], string | RegExp]>([
    [
      'closes nothing within the fifteen days',
      [ruled('2026-06-20', 'refused'), closing('2026-07-06')],
      /可以申请复议到2026-07-06/,
    ],
    ['is a ground to close after them', [ruled('2026-06-20', 'refused'), closing('2026-07-07')], 'closingAsked'],
    [
      'counts them from the ruling received',
      [ruled('2026-06-24', 'notAccepted', { receivedOn: '2026-06-20' }), closing('2026-07-07')],
      'closingAsked',
    ],
    ['is taken to the court above in time', [ruled('2026-06-20', 'refused'), review('2026-07-06')], 'courtAsked'],
    ['is not taken there late', [ruled('2026-06-20', 'refused'), review('2026-07-07')], /期限已在2026-07-06届满/],
    [
      'is not closed on while the court above has it',
      [ruled('2026-06-20', 'refused'), review('2026-06-22'), closing('2026-08-20')],
      /没有执行完/,
    ],
    [
      'is a ground once upheld',
      [ruled('2026-06-20', 'refused'), review('2026-06-22'), ruled('2026-07-10', 'upheld'), closing('2026-07-10')],
      'closingAsked',
    ],
    [
      'is not upheld by a court nobody asked',
      [ruled('2026-06-20', 'refused'), ruled('2026-07-10', 'upheld')],
      /还没有向上一级法院申请复议/,
    ],
    [
      'is set aside',
      [ruled('2026-06-20', 'refused'), review('2026-06-22'), ruled('2026-07-10', 'accepted'), closing('2026-08-20')],
      /没有执行完/,
    ],
    [
      'is no ground where it accepted',
      [ruled('2026-06-20', 'accepted'), review('2026-06-22')],
      /没有可以申请复议的法院裁定/,
    ],
    [
      'rules on no day before it was asked',
      [ruled('2026-06-20', 'refused', { receivedOn: '2026-06-01' })],
      /2026-06-15到今天之间/,
    ],
  ])('%s', (_, steps, end) => {
    if (typeof end === 'string') expect(why(...steps)).toBe(end)
    else expect(why(...steps)).toMatch(end)
  })

  it('gives the court above fifteen days on acceptance and thirty on execution', () => {
    const waits = (outcome: string, kind: string) =>
      due(told(...asked, ruled('2026-06-22', outcome), review('2026-06-23')), kind)
    expect(waits('notAccepted', 'courtAcceptAnswer')).toBe('2026-07-08')
    expect(waits('refused', 'courtExecuteAnswer')).toBe('2026-07-23')
  })
})

describe('a remedy', () => {
  it('rests the late fee from the day it was accepted, not from the day it was noted', () => {
    // Two days late (29 and 30 April), then six days under review, then two more.
    const noted = told(begin('2026-05-04', 'fy', { begunOn: '2026-05-01' }), end('2026-05-06', 'upheld'))
    expect(on(noted, '2026-05-08').late).toBe(4 * 15_000)
    const plain = told(begin('2026-05-04', 'fy'), end('2026-05-06', 'upheld'))
    expect(on(plain, '2026-05-08').late).toBe(7 * 15_000)
  })

  it('of reconsideration leaves fifteen days to sue, and the court is asked within three months of them (ZMF 41, QZ 53)', () => {
    const upheld = told(begin('2026-05-04', 'fy'), end('2026-06-08', 'upheld', { endedOn: '2026-06-05' }))
    expect([due(upheld, 'sue'), due(upheld, 'court')]).toEqual(['2026-06-22', '2026-09-22'])
    const ask = (file: CaseFile, today: string) =>
      takeStep(
        file,
        { event: 'applyCourt', input: { words: '罚款' }, by: 'staff:o5', roles: staffRoles, at: day(today) },
        calm,
      )
    const demanded = takeStep(
      upheld,
      {
        event: 'demand',
        input: { how: 'direct', receivedBy: '张三' },
        by: 'staff:o1',
        roles: staffRoles,
        at: day('2026-06-08'),
      },
      calm,
    )
    if (!demanded.ok) throw new Error(demanded.refusal)
    expect(ask(demanded.value, '2026-06-22')).toMatchObject({ refusal: 'caseStepNotAllowed' })
    expect(ask(demanded.value, '2026-06-24')).toMatchObject({ value: { state: 'courtAsked' } })
  })

  it('that was withdrawn or a suit that ended gives no new fifteen days', () => {
    expect(due(told(begin('2026-05-04', 'ss'), end('2026-06-08', 'upheld')), 'sue')).toBeUndefined()
    expect(due(told(begin('2026-05-04', 'fy'), end('2026-06-08', 'withdrawn')), 'sue')).toBe('2026-04-28')
  })

  it('that changed the decision leaves what it says and nothing else to be paid', () => {
    const less = told(begin('2026-04-20', 'fy'), end('2026-05-20', 'changed', { fine: '2000', gains: '1000' }))
    expect(on(less, '2026-05-20')).toMatchObject({ fine: 200_000, gains: 100_000, owed: 300_000 })
    expect(on(told(begin('2026-04-20', 'fy'), end('2026-05-20', 'changed')), '2026-05-20').owed).toBe(0)
  })

  it('takes no other amounts where nothing was changed, and no day ahead', () => {
    expect(() => told(begin('2026-04-20', 'fy'), end('2026-05-20', 'upheld', { fine: '2000' }))).toThrow(/只有变更/)
    expect(() => told(begin('2026-04-20', 'fy', { begunOn: '2026-04-21' }))).toThrow(/今天之间/)
  })

  it('that changed a published decision begins the three working days of its withdrawal (CF 48)', () => {
    const published: Told = ['2026-04-15', 'publish', { how: 'published', words: '有社会影响' }]
    const set = told(published, begin('2026-04-20', 'fy'), end('2026-05-20', 'changed'))
    expect(due(set, 'unpublish')).toBe('2026-05-25')
    expect(() => told(begin('2026-04-20', 'fy'), end('2026-05-20', 'changed'), published)).toThrow(/不能照原样公示/)
  })
})
