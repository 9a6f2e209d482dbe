import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chinaCalendar } from '#platform/calendar'
import { lotOf } from '../../testing/destroyed-goods.ts'
import { calm, day, freshCase, start } from '../../testing/sample-case.ts'
import { type Agency, agencies, competenceOf, competences } from '../competence.ts'
import { type ClockKind, startClock } from './clocks.ts'
import { needs } from './needs.ts'
import { lateFee } from './payment.ts'
import { violationNames } from './steps/violation.ts'
import { stepRule } from './steps.ts'
import { takeStep } from './take-step.ts'

describe('the clocks', () => {
  // 2026-09-25 (Fri) to 27 is Mid-Autumn, 10-01 to 10-07 the National Day; 09-20 and 10-10 are worked.
  it.each<[ClockKind, string, string]>([
    ['check', '2026-09-18', '2026-09-28'], // S93: seven calendar days end on a day off and roll on
    ['decide', '2026-03-04', '2026-06-02'], // CF: ninety calendar days
    ['hold', '2026-09-22', '2026-10-09'], // CF: seven working days
    ['hearingRequest', '2026-09-29', '2026-10-12'], // CF: five working days, 10-10 worked
    ['serve', '2026-04-10', '2026-04-21'],
    ['pay', '2026-04-13', '2026-04-28'],
    ['reconsider', '2026-04-13', '2026-06-12'],
    ['sue', '2026-04-13', '2026-04-28'],
    ['demand', '2026-04-29', '2026-05-15'], // QZ: ten working days, 05-09 worked
    ['cash', '2026-04-10', '2026-04-14'],
    ['unpublish', '2026-04-10', '2026-04-15'],
    ['policeAnswer', '2026-04-10', '2026-04-13'], // YS: plain days
  ])('%s begun on %s ends on %s', (kind, from, to) => {
    expect(startClock(kind, day(from), chinaCalendar)).toMatchObject({ dueOn: to, state: 'running' })
  })

  it('a transfer has twenty-four hours, told as an instant', () => {
    expect(startClock('transferSend', day('2026-04-10'), chinaCalendar).dueAt).toBe('2026-04-11T02:00:00Z')
  })

  it('in a year without published holidays the bureau ends early and the party late, and the page is told', () => {
    const [bureau, party] = (['serve', 'hearingRequest'] as const).map(kind =>
      startClock(kind, day('2026-12-29'), chinaCalendar),
    )
    expect(bureau).toMatchObject({ dueOn: '2027-01-05', estimated: true })
    expect(party).toMatchObject({ dueOn: '2027-01-18', estimated: true })
  })
})

describe('two years', () => {
  const report = {
    facts: '销售',
    proof: '照片',
    why: '初次',
    result: 'penalty',
    fine: '100',
    goods: 'none',
    licence: 'none',
  }
  const told = (happenedOn: string, openedOn: string, today: string) => {
    const file = freshCase({
      state: 'investigating',
      openedOn,
      violation: 'P10',
      officers: ['o1', 'o2'],
      filedOn: openedOn,
    })
    const by = { by: 'staff:o1', roles: ['inspector'] as const, at: day(today) }
    return takeStep(file, { ...by, event: 'report', input: { ...report, happenedOn } }, calm)
  }
  it('are counted until the act was found, however long the case takes (CF 36)', () => {
    expect(told('2024-04-01', '2026-03-02', '2026-05-20')).toMatchObject({ value: { state: 'reported' } })
    expect(told('2024-03-01', '2026-03-02', '2026-03-20')).toMatchObject({ refusal: 'caseInputWrong' })
  })
})

describe('hand-over to the police', () => {
  it('is done when the ledger has nothing left in store (YS 12)', () => {
    const file = freshCase({ state: 'policeFiled', officers: ['o1', 'o2'] })
    const asked = { event: 'handOver', input: { items: ['卷烟'], receivedBy: '李警官' }, by: 'staff:o1' }
    const hand = (stored: number) =>
      takeStep(
        file,
        { ...asked, roles: ['inspector'], at: start },
        { ...calm, around: { ...calm.around, lots: [lotOf({ decision: 'transfer', stored, handed: 400 - stored })] } },
      )
    expect(hand(200)).toMatchObject({ refusal: 'caseInputWrong' })
    expect(hand(0)).toMatchObject({ value: { state: 'transferred' } })
  })
})

describe('the late fee', () => {
  const pay = { kind: 'pay', startedOn: '2026-03-01', dueOn: '2026-03-16', state: 'running' } as const
  const late = (today: string, change: object = {}) =>
    lateFee(100_000, { payments: [], from: pay, stays: [], today: Temporal.PlainDate.from(today), ...change })

  it.each([
    ['2026-03-16', 0],
    ['2026-03-17', 3_000],
    ['2026-03-26', 30_000],
    ['2026-04-18', 99_000],
    ['2026-04-19', 100_000],
    ['2027-04-19', 100_000],
  ])('of 1,000 yuan unpaid on %s is %d fen', (today, fen) => {
    expect(late(today)).toBe(fen)
  })

  it('does not grow on a day of reconsideration or suit, nor on what was paid', () => {
    expect(late('2026-03-26', { stays: [{ from: '2026-03-18', to: '2026-03-25' }] })).toBe(6_000)
    expect(late('2026-12-31', { stays: [{ from: '2026-03-18', to: null }] })).toBe(3_000)
    expect(late('2026-03-26', { payments: [{ on: '2026-03-18', amount: 100_000 }] })).toBe(6_000)
  })

  it('is never more than the fine', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), fc.integer({ min: 0, max: 3000 }), (fine, days) => {
        const today = Temporal.PlainDate.from('2026-03-16').add({ days })
        const fee = lateFee(fine, { payments: [], from: pay, stays: [], today })
        return fee >= 0 && fee <= fine
      }),
    )
  })
})

/** Reference §8.1, row by row: the act, who punishes it, and by which code it stands in the table of violations. */
const matrix: readonly (readonly [string, 'bureau' | Agency, readonly string[], readonly string[]])[] = [
  ['unlicensedRetail', 'market', ['P11'], ['ZMF 32', 'TL 57']],
  ['wholesale', 'bureau', ['P08', 'P09', 'P13'], ['TL 54', 'TL 55', 'TL 59']],
  ['otherSource', 'bureau', ['P10'], ['TL 56']],
  ['transport', 'bureau', ['P02', 'P03', 'P04', 'P05'], ['ZMF 29', 'TL 52']],
  ['illegalGoods', 'bureau', ['P12'], ['TL 58']],
  ['trademark', 'market', [], ['ZMF 33']],
  ['smuggling', 'customs', [], ['ZMF 37']],
  ['foreignGoods', 'market', [], ['GFZ 5']],
  ['minors', 'bureau', ['P18'], ['WB 59', 'WB 123']],
  ['obstruction', 'police', [], ['ZMF 38']],
  ['advertising', 'market', [], ['GG 22']],
]

describe('who punishes what', () => {
  it.each(matrix)('%s: %s', (act, who, codes, basis) => {
    const row = competences[act as keyof typeof competences]
    expect([row.who, row.violations]).toEqual([who, codes])
    expect(row.basis.map(({ instrument, article }) => `${instrument} ${article}`)).toEqual(basis)
  })

  const head = { by: 'staff:o3', roles: ['head'] as const, at: start }
  const refer = (input: object) =>
    takeStep(
      freshCase(),
      { ...head, event: 'refer', input: { why: 'act', words: '照片', contact: '模拟联系人', ...input } },
      calm,
    )
  it.each(matrix.filter(([, who]) => who !== 'bureau'))(
    '%s ends in a referral to %s and to nobody else, and no filing and no penalty of this bureau is made of it',
    (act, who, codes) => {
      for (const to of Object.keys(agencies)) {
        const taken = refer({ act, to })
        if (to === who) expect(taken).toMatchObject({ value: { state: 'referred' } })
        else expect(taken).toMatchObject({ refusal: 'caseInputWrong' })
      }
      expect(stepRule('refer')?.papers).toEqual(['referral'])
      for (const violation of codes) {
        const filed = freshCase({ officers: ['o1', 'o2'], violation })
        const ask = { by: 'staff:o1', roles: ['inspector'] as const, at: start, event: 'askFiling' }
        expect(takeStep(filed, { ...ask, input: { violation, words: '发现' } }, calm)).toMatchObject({
          refusal: 'caseInputWrong',
        })
        for (const event of ['approveFiling', 'report', 'propose', 'decide', 'tellOnSpot', 'decideOnSpot'])
          expect(stepRule(event)?.needs).toContain('ours')
        expect(needs.ours.unmet({ ...calm, ...head, file: filed })).toBeDefined()
      }
    },
  )

  it.each(matrix.filter(([, who]) => who === 'bureau'))('%s is ours: it is not referred for what it is', act => {
    expect(refer({ act, to: 'market' })).toMatchObject({ ok: false })
    expect(refer({ act: 'own', to: 'market' })).toMatchObject({ refusal: 'caseInputWrong' })
    expect(refer({ act: 'own', why: 'place', to: 'tobacco' })).toMatchObject({ value: { state: 'referred' } })
  })

  it('knows every violation once; retail without a licence is the market regulator’s', () => {
    const all = Object.values(competences).flatMap(({ violations }) => violations as readonly string[])
    expect(all.toSorted()).toEqual(Object.keys(violationNames).toSorted())
    expect(competenceOf('P11')?.who).toBe('market')
    expect(Object.keys(violationNames).filter(code => competenceOf(code)?.who !== 'bureau')).toEqual(['P11'])
  })
})
