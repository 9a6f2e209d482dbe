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
