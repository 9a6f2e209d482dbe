import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LicenceState, licenceStateFacts } from '../licence/moves.ts'
import { ruleVersion } from './basis.ts'
import { decideRenewal } from './decide.ts'
import type { RenewalFacts, RenewalPolicy } from './facts.ts'
import { cleanFacts, testPolicy } from './sample-facts.ts'
import { findingTexts } from './texts.ts'

type Change = Partial<RenewalFacts>
const verdict = (change: Change = {}, policy: Partial<RenewalPolicy> = {}) =>
  decideRenewal({ ...cleanFacts, ...change }, { ...testPolicy, ...policy })
const window = (kind: RenewalFacts['window']['kind']): Change => ({ window: { ...cleanFacts.window, kind } })
const found = { kind: 'found', live: true, sameName: true, sameOperator: true, sameAddress: true } as const

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const anyFacts: fc.Arbitrary<RenewalFacts> = fc.record({
  applicantIsHolder: fc.boolean(),
  identity: fc.record({
    method: fc.constantFrom('card', 'face', 'code', 'oidc', 'other', ''),
    documentValid: maybe(fc.boolean()),
    adult: maybe(fc.boolean()),
  }),
  consent: fc.record({ agreed: fc.boolean(), version: fc.constantFrom('2026-11', 'old') }),
  business: fc.oneof(
    fc.constantFrom({ kind: 'noCode' } as const, { kind: 'unavailable' } as const, { kind: 'notFound' } as const),
    fc.record({
      kind: fc.constant('found' as const),
      live: fc.boolean(),
      sameName: fc.boolean(),
      sameOperator: fc.boolean(),
      sameAddress: fc.boolean(),
    }),
  ),
  licenceState: fc.constantFrom(...(Object.keys(licenceStateFacts) as LicenceState[])),
  window: fc.record({
    kind: fc.constantFrom('early', 'open', 'late', 'expired'),
    daysLeft: fc.integer(),
    opensOn: fc.constant('2026-09-25'),
    lastTimelyDay: fc.constant('2026-11-24'),
    validTo: fc.constant('2026-12-24'),
  }),
  suspension: fc.oneof(fc.constantFrom('none' as const, 'unknown' as const), fc.record({ days: fc.integer() })),
  gates: maybe(
    fc.record({ school: maybe(fc.double({ noNaN: true })), kindergarten: maybe(fc.double({ noNaN: true })) }),
  ),
  sameAddressLicences: maybe(fc.nat()),
  sameOperatorLicences: maybe(fc.nat()),
  holds: fc.array(fc.constantFrom('openCase', 'rectification', 'unpaidFine')),
  siteCheckAgeDays: maybe(fc.integer()),
  openApplicationNo: maybe(fc.constant('R20261123-000001')),
})

describe('a run of the rules', () => {
  it('grants when everything was checked and passes', () => {
    const { outcome, findings } = verdict()
    expect(outcome).toBe('grant')
    expect(findings.map(f => f.rule)).toEqual([
      'R01',
      'R18',
      'R02',
      'R03',
      'R05',
      'R06',
      'R17',
      'R07',
      'R04',
      'R08',
      'R10',
      'R11',
      'R12',
      'A01',
    ])
    expect(ruleVersion).toMatch(/^renewal-/)
  })

  it.each<[string, Change, 'person' | 'stop', string]>([
    ['somebody else’s card', { applicantIsHolder: false }, 'stop', 'R01'],
    ['an invalid document', { identity: { method: 'card', documentValid: false, adult: true } }, 'person', 'R02'],
    ['a young operator', { identity: { method: 'card', documentValid: true, adult: false } }, 'person', 'R02'],
    ['an age that nobody knows', { identity: { method: 'oidc', documentValid: null, adult: null } }, 'person', 'R02'],
    ['an unknown way of proof', { identity: { method: 'palm', documentValid: true, adult: true } }, 'person', 'R03'],
    ['no credit code', { business: { kind: 'noCode' } }, 'person', 'R04'],
    ['a silent market register', { business: { kind: 'unavailable' } }, 'person', 'R04'],
    ['an unknown business', { business: { kind: 'notFound' } }, 'person', 'R04'],
    ['an ended business', { business: { ...found, live: false } }, 'person', 'R04'],
    ['a changed name', { business: { ...found, sameName: false } }, 'person', 'R04'],
    ['a suspended licence', { licenceState: 'suspended', suspension: { days: 40 } }, 'person', 'R05'],
    ['a licence being rectified', { licenceState: 'rectifying' }, 'person', 'R05'],
    ['an expired licence', { licenceState: 'expired', ...window('expired') }, 'person', 'R05'],
    ['a cancelled licence', { licenceState: 'cancelled' }, 'stop', 'R05'],
    ['a revoked licence', { licenceState: 'revoked' }, 'stop', 'R05'],
    ['a day too early', window('early'), 'stop', 'R06'],
    ['the last thirty days', window('late'), 'person', 'R06'],
    ['a day after expiry', window('expired'), 'person', 'R06'],
    ['too long a suspension', { suspension: { days: 366 } }, 'person', 'R07'],
    ['a suspension without dates', { suspension: 'unknown' }, 'person', 'R07'],
    ['a school at 99 m', { gates: { school: 99, kindergarten: null } }, 'person', 'R08'],
    ['a kindergarten at 49.9 m', { gates: { school: 500, kindergarten: 49.9 } }, 'person', 'R08'],
    ['no position', { gates: null }, 'person', 'R08'],
    ['another licence at the address', { sameAddressLicences: 1 }, 'person', 'R10'],
    ['another licence of the operator', { sameOperatorLicences: 2 }, 'person', 'R11'],
    ['an open case', { holds: ['openCase'] }, 'person', 'R12'],
    ['a renewal in progress', { openApplicationNo: 'R20261123-000001' }, 'stop', 'R17'],
    ['no consent', { consent: { agreed: false, version: '2026-11' } }, 'stop', 'R18'],
    ['consent to an older notice', { consent: { agreed: true, version: '2025-01' } }, 'stop', 'R18'],
    ['an old site check', { siteCheckAgeDays: 366 }, 'person', 'A01'],
    ['no site check', { siteCheckAgeDays: null }, 'person', 'A01'],
    ['a site check from the future', { siteCheckAgeDays: -1 }, 'person', 'A01'],
  ])('with %s gives the named verdict', (_, change, outcome, rule) => {
    const run = verdict(change)
    expect(run.outcome).toBe(outcome)
    expect(run.findings.filter(f => f.outcome !== 'pass').map(f => f.rule)).toContain(rule)
  })

  it.each<[string, Change]>([
    ['a school exactly at 100 m and a kindergarten at 50 m', { gates: { school: 100, kindergarten: 50 } }],
    ['no gate anywhere near', { gates: { school: null, kindergarten: null } }],
    ['a site check exactly a year old', { siteCheckAgeDays: 365 }],
    ['a suspension of 365 days that has ended', { suspension: { days: 365 } }],
  ])('passes with %s', (_, change) => {
    expect(verdict(change).outcome).toBe('grant')
  })

  it('sends everything to a person when automatic granting is switched off, and says so', () => {
    const run = verdict({}, { autoGrantEnabled: false })
    expect(run.outcome).toBe('person')
    expect(run.findings.at(-1)).toMatchObject({ rule: 'A02', outcome: 'person' })
  })
})

describe('for all facts', () => {
  it('the machine has three words only, and none of them refuses', () => {
    fc.assert(
      fc.property(anyFacts, facts => {
        const { outcome, findings } = decideRenewal(facts, testPolicy)
        expect(['grant', 'person', 'stop']).toContain(outcome)
        for (const f of findings) expect(['pass', 'person', 'stop', 'notChecked']).toContain(f.outcome)
        // “Stop” is only ever: not you, not agreed, not yet, already there, or a licence that has ended.
        for (const f of findings.filter(x => x.outcome === 'stop'))
          expect(['R01', 'R05', 'R06', 'R17', 'R18']).toContain(f.rule)
      }),
      { numRuns: 2_000 },
    )
  })

  it('grants only when every single rule passed', () => {
    fc.assert(
      fc.property(anyFacts, facts => {
        const { outcome, findings } = decideRenewal(facts, testPolicy)
        expect(outcome === 'grant').toBe(findings.every(f => f.outcome === 'pass'))
      }),
      { numRuns: 2_000 },
    )
  })

  it('being late never grants, and never stops what would not have stopped in time', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom('late', 'expired'), (facts, kind) => {
        const late = decideRenewal({ ...facts, window: { ...facts.window, kind } }, testPolicy).outcome
        const inTime = decideRenewal({ ...facts, window: { ...facts.window, kind: 'open' } }, testPolicy).outcome
        expect(late).toBe(inTime === 'stop' ? 'stop' : 'person')
      }),
      { numRuns: 2_000 },
    )
  })

  it('a missing answer never grants: what was not checked goes to a person', () => {
    const unknown: Change[] = [
      { business: { kind: 'unavailable' } },
      { gates: null },
      { sameAddressLicences: null },
      { sameOperatorLicences: null },
      { suspension: 'unknown' },
      { siteCheckAgeDays: null },
      { identity: { method: 'card', documentValid: null, adult: null } },
    ]
    fc.assert(fc.property(fc.constantFrom(...unknown), change => verdict(change).outcome === 'person'))
  })

  it('every reason is complete in both languages: no placeholder is left, no fact is invented', () => {
    const used = new Set<string>()
    fc.assert(
      fc.property(anyFacts, facts => {
        for (const f of decideRenewal(facts, { ...testPolicy, autoGrantEnabled: false }).findings) {
          used.add(f.rule)
          for (const words of [f.reason, f.reasonEn, f.next ?? '', f.nextEn ?? ''])
            expect(words).not.toMatch(/[{}]|undefined|NaN/)
          expect(f.reason).toMatch(/[\u4e00-\u9fff]/)
          expect(f.reasonEn).not.toBe('')
          expect(f.next === null).toBe(f.nextEn === null)
          expect(f.basis.length).toBeGreaterThan(0)
        }
      }),
      { numRuns: 1_000 },
    )
    expect(used).toEqual(new Set(Object.keys(findingTexts).map(key => key.slice(0, 3))))
  })
})
