import { describe, expect, it } from 'vitest'
import { findSummary } from '#kernel/citation'
import { fen } from '#kernel/money'
import { type CriterionCode, crimes, criterionCodes, criterionOf } from './criteria.ts'
import { type CrimeFacts, thresholdBars } from './live.ts'
import { classifyNetwork, parseNetworkClasses } from './network-case.ts'
import { type TransferSteps, transferDuty } from './transfer-duty.ts'

const nothing: CrimeFacts = {
  ...{ business: fen(0), gains: fen(0), sticks: 0, fakeSold: fen(0), fakeUnsold: fen(0), tax: fen(0) },
  ...{ party: 'person', licence: 'none', fakeBrand: false, smuggled: false },
  ...{ penalties: [], smugglingPenalties: [], actedOn: '2026-11-26' },
}

/** The facts in which a criterion stands at `value`, and nothing else does more. */
function standingAt(code: CriterionCode, value: number): CrimeFacts {
  const { of, only } = criterionOf(code)
  const measure =
    of === 'sticks' ? { sticks: value } : of === 'fakeTogether' ? { fakeUnsold: fen(value) } : { [of]: fen(value) }
  return {
    ...nothing,
    ...measure,
    smuggled: of === 'tax',
    party: only === 'unit' ? 'unit' : 'person',
    penalties: only === 'punishedTwice' ? ['2024-01-01', '2026-01-01'] : [],
    smugglingPenalties: only === 'smuggledTwice' ? ['2026-01-01', '2026-06-01'] : [],
  }
}

const levelAt = (code: CriterionCode, value: number) =>
  thresholdBars(standingAt(code, value), 80).find(bar => bar.code === code)

describe('the criminal thresholds', () => {
  const cases = criterionCodes
    .filter(code => code !== 'smuggledAgain')
    .flatMap(code => {
      const { limit } = criterionOf(code)
      return (
        [
          [79.9, 'below', 79],
          [80, 'near', 80],
          [99.9, 'near', 99],
          [100, 'reached', 100],
        ] as const
      ).map(([percent, level, shown]) => [code, percent, level, shown, Math.round((limit * percent) / 100)] as const)
    })
  it.each(cases)('%s at %d %% is %s', (code, _, level, shown, value) => {
    expect(levelAt(code, value)).toMatchObject({ level, percent: shown })
  })

  it.each(criterionCodes)(
    '%s one 分 or 支 below its limit is not reached, and cites an article with a summary',
    code => {
      const { limit, basis, crime } = criterionOf(code)
      expect(levelAt(code, limit - 1)?.level).not.toBe('reached')
      expect(levelAt(code, limit)?.level).toBe('reached')
      expect([findSummary(basis), findSummary(crimes[crime].basis)]).not.toContain(undefined)
    },
  )

  it('the third time counts two penalties within three years, the anniversary included', () => {
    const with2 = (days: readonly string[]) =>
      thresholdBars({ ...nothing, business: fen(3_000_000), penalties: days }, 80).some(
        bar => bar.code === 'businessRepeat',
      )
    expect(with2(['2023-11-26', '2026-11-26'])).toBe(true)
    expect(with2(['2023-11-25', '2026-11-26'])).toBe(false)
    expect(with2(['2026-01-01', '2026-11-27'])).toBe(false)
  })

  it('smuggling is measured for smuggled goods only, by person or unit', () => {
    const codes = (change: Partial<CrimeFacts>) =>
      thresholdBars({ ...nothing, ...change }, 80).flatMap(({ code }) => (code.startsWith('tax') ? code : []))
    expect(codes({})).toEqual([])
    expect(codes({ smuggled: true })).toEqual(['taxPerson'])
    expect(codes({ smuggled: true, party: 'unit' })).toEqual(['taxUnit'])
  })

  it('warns at the share the bureau set', () => {
    expect(thresholdBars({ ...nothing, sticks: 140_000 }, 70).find(bar => bar.code === 'businessSticks')?.level).toBe(
      'near',
    )
  })
})

describe('the duty to transfer', () => {
  const lorry: CrimeFacts = { ...nothing, sticks: 250_000 }
  const at = (text: string) => Temporal.Instant.from(`${text}+08:00`)
  const duty = (done: TransferSteps = {}, now = '2026-11-26T18:00:00', facts = lorry) =>
    transferDuty(facts, done, at(now))
  const iso = (text: string) => at(text).toString()

  it('25万支 in a lorry: to the police within 24 hours of the approval', () => {
    expect(duty()).toMatchObject({ due: true, reasons: ['businessSticks'], lawyerFirst: false, limits: [] })
    const approved = { reportedAt: iso('2026-11-26T20:00:00'), approvedAt: iso('2026-11-27T09:30:00') }
    const send = (done: TransferSteps, now: string) =>
      duty({ ...approved, ...done }, now).limits.find(({ step }) => step === 'send')
    expect(send({}, '2026-11-28T09:30:00')).toMatchObject({ dueAt: iso('2026-11-28T09:30:00'), state: 'running' })
    expect(send({}, '2026-11-28T09:30:01')).toMatchObject({ state: 'late' })
    expect(send({ sentAt: iso('2026-11-27T16:00:00') }, '2026-12-24T00:00:00')).toMatchObject({ state: 'kept' })
  })

  it.each<[string, TransferSteps, string]>([
    ['decide', { reportedAt: '2026-11-26T12:00:00Z' }, '2026-11-29T23:59:59'],
    ['policeAnswer', { acceptedAt: '2026-11-28T02:00:00Z' }, '2026-12-01T23:59:59'],
    ['askAgain', { refusedAt: '2026-11-28T02:00:00Z' }, '2026-12-01T23:59:59'],
    ['handOver', { policeFiledAt: '2026-11-30T02:00:00Z' }, '2026-12-03T23:59:59'],
  ])('%s has three calendar days, weekends included', (step, done, due) => {
    expect(duty(done, '2026-11-26T21:00:00').limits).toMatchObject([{ step, dueAt: iso(due), state: 'running' }])
    expect(duty(done, '2026-12-31T00:00:00').limits).toMatchObject([{ step, state: 'late' }])
  })

  it('asks a lawyer first about a licence holder and about trademarks', () => {
    expect(duty({}, undefined, { ...lorry, licence: 'retail' })).toMatchObject({ due: true, lawyerFirst: true })
    expect(duty({}, undefined, { ...nothing, fakeBrand: true })).toMatchObject({ due: false, lawyerFirst: true })
    expect(duty({}, undefined, { ...lorry, licence: 'retail', fakeSold: fen(5_000_000) })).toMatchObject({
      lawyerFirst: false,
    })
  })

  it('is none just below every line', () => {
    expect(duty({}, undefined, { ...nothing, sticks: 199_999, business: fen(4_999_999) }).due).toBe(false)
  })
})

describe('网络案件', () => {
  const classes = parseNetworkClasses(
    '国标: value>=10000000 & layers>=3 & provinces>=2; 省标: value>=1000000 & layers>=2',
  )
  const facts = { value: 0, sticks: 0, links: 0, layers: 0, areas: 0, provinces: 0, arrested: 0, sentenced: 0 }
  it('takes the highest class whose every condition holds, and says what the next lacks', () => {
    if (!classes.ok) throw new Error(classes.refusal)
    const classify = (change: object) => classifyNetwork({ ...facts, ...change }, classes.value)
    expect(classify({ value: 10_000_000, layers: 3, provinces: 2 })).toEqual({ name: '国标', lacks: [] })
    expect(classify({ value: 10_000_000, layers: 3, provinces: 1 })).toEqual({ name: '省标', lacks: ['provinces'] })
    expect(classify({ value: 999_999, layers: 2 })).toEqual({ name: null, lacks: ['value'] })
  })
  it.each(['国标', '国标: value>10', '国标: worth>=10', '国标: value>=1;'])('a rule like %s is not read', text => {
    expect(parseNetworkClasses(text)).toMatchObject({ refusal: 'networkRuleUnreadable' })
  })
})
