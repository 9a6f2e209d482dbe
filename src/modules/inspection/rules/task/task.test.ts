import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { statesOf, unreachableStates } from '#kernel/state-table'
import { chinaCalendar } from '#platform/calendar'
import { inspectionPolicy } from '../../policy.ts'
import { type TaskKind, taskKinds, taskMoves, taskStateLabels } from './moves.ts'
import { capFault, choosePair, inHighSeason, type Officer, planTask, whyNotOfficer } from './plan.ts'
import { checklistOf, type ReasonCode, reasons } from './reasons.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const setting = { policy: inspectionPolicy(day('2026-11-23')), calendar: chinaCalendar }

describe('a task', () => {
  it('has a table whose states are all reached and named', () => {
    expect(unreachableStates(taskMoves, 'proposed')).toEqual([])
    expect(statesOf(taskMoves).toSorted()).toEqual(Object.keys(taskStateLabels).toSorted())
  })

  it('says what to look for and under which article for every reason there is', () => {
    for (const code of Object.keys(reasons) as ReasonCode[]) {
      const made = planTask({ kind: 'report', reasons: [code] }, day('2026-11-23'), setting)
      expect(made).toMatchObject({ ok: true, value: { checklist: checklistOf([code]) } })
      if (made.ok) expect(made.value.basis.slice(0, 2)).toMatchObject([{ article: 46 }, { article: 49 }])
    }
  })

  it.each<[string, ReasonCode[], 'office' | 'off']>([
    ['2026-11-23', ['M01'], 'office'],
    ['2026-11-23', ['M01', 'M10'], 'off'],
    ['2026-10-02', ['M01'], 'off'],
    ['2026-02-05', ['M01'], 'off'],
  ])('on %s for %j goes at %s hours', (today, codes, hours) => {
    expect(planTask({ kind: 'report', reasons: codes }, day(today), setting)).toMatchObject({ value: { hours } })
  })

  it('has a reason and an end that lies ahead', () => {
    expect(planTask({ kind: 'report', reasons: [] }, day('2026-11-23'), setting)).toMatchObject({
      refusal: 'taskReasonMissing',
    })
    const past = { kind: 'report', reasons: ['clue'], dueBy: '2026-11-22' } as const
    expect(planTask(past, day('2026-11-23'), setting)).toMatchObject({ refusal: 'taskDuePast' })
  })

  it('knows a season that runs over the new year', () => {
    expect(inHighSeason(day('2026-12-30'), ['12-20..01-10'])).toBe(true)
    expect(inHighSeason(day('2026-01-11'), ['12-20..01-10'])).toBe(false)
  })

  it('keeps the yearly limit for planned kinds, and for these only', () => {
    for (const kind of Object.keys(taskKinds) as TaskKind[]) {
      expect(capFault(kind, 1, 2).ok).toBe(true)
      expect(capFault(kind, 2, 2).ok).toBe(!taskKinds[kind].capped)
    }
  })
})

const officer = (id: string, change: Partial<Officer> = {}): Officer => ({
  id,
  name: id,
  roles: ['inspector'],
  areas: ['440785'],
  certificateFrom: '2024-01-01',
  certificateTo: '2026-12-31',
  load: 0,
  recused: false,
  interested: false,
  ...change,
})
const visit = { on: '2026-11-30', areaCode: '440785103', perDay: 6 }

describe('two officers', () => {
  it.each<[string, Partial<Officer>]>([
    ['noCertificate', { certificateFrom: null, certificateTo: null }],
    ['noCertificate', { certificateTo: '2026-11-29' }],
    ['noCertificate', { certificateFrom: '2026-12-01' }],
    ['notInspector', { roles: ['verifier'] }],
    ['recused', { recused: true }],
    ['interested', { interested: true, recused: true }],
    ['otherArea', { areas: ['440785001'] }],
    ['fullDay', { load: 6 }],
  ])('are never chosen for a visit: %s %j', (why, change) => {
    expect(whyNotOfficer(officer('a', change), visit)).toBe(why)
    expect(choosePair([officer('a', change), officer('b')], visit)).toBeUndefined()
  })

  it('are those with least to do, the same two whatever the order of the list', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(7), { minLength: 2, maxLength: 8 }), fc.nat(), (loads, turn) => {
        const all = loads.map((load, n) => officer(`o${n}`, { load }))
        const turned = [...all.slice(turn % all.length), ...all.slice(0, turn % all.length)]
        const pair = choosePair(turned, visit)?.map(({ id }) => id)
        expect(pair).toEqual(choosePair(all, visit)?.map(({ id }) => id))
        const free = all.filter(({ load }) => load < visit.perDay).toSorted((a, b) => a.load - b.load)
        expect(pair?.length ?? 0).toBe(free.length < 2 ? 0 : 2)
        for (const id of pair ?? [])
          expect(all.find(one => one.id === id)?.load).toBeLessThanOrEqual(free[1]?.load ?? 0)
      }),
    )
  })
})
