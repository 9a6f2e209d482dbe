import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addIsoDays } from '#kernel/iso-day'
import { keptBook } from '../../actions/rule-books.ts'
import { type LicenceState, licenceStateFacts } from '../licence/moves.ts'
import { changeItems } from '../services/change.ts'
import { type ServiceCode, serviceCodes } from '../services/service.ts'
import { services } from '../services/table.ts'
import { ruleVersion } from './basis.ts'
import { decideService } from './decide.ts'
import { type CheckPolicy, holdKinds, type RequestFacts, type ServiceFacts } from './facts.ts'
import { canonical } from './replay.ts'
import { cleanFacts, testPolicy } from './sample-facts.ts'
import { findingTexts } from './texts.ts'

type Change = Partial<ServiceFacts>
const verdict = (change: Change = {}, policy: Partial<CheckPolicy> = {}) =>
  decideService({ ...cleanFacts, ...change }, { ...testPolicy, ...policy })
const window = (kind: ServiceFacts['window']['kind']): Change => ({ window: { ...cleanFacts.window, kind } })
const found = { kind: 'found', live: true, sameName: true, sameOperator: true, sameAddress: true } as const

const nothingAutomatic = Object.fromEntries(serviceCodes.map(code => [code, false])) as CheckPolicy['automatic']
const day = fc.integer({ min: 0, max: 500 }).map(n => addIsoDays('2026-10-20', n))
const some = <const T extends string>(...values: T[]) => fc.constantFrom(...values)
const scope = fc.subarray(['卷烟零售', '电子烟零售'])
const anyRequest: fc.Arbitrary<RequestFacts> = fc.oneof(
  fc.constant({ service: 'renewal' } as const),
  fc.record({ service: some('suspend'), from: day, to: day, reason: some('illness') }),
  fc.record({ service: some('resume'), same: some('same', 'placeChanged', 'operatorChanged') }),
  fc.record({ service: some('reissue'), cause: some('lost', 'damaged'), which: some('both') }),
  fc.record({ service: some('close'), reason: some('other') }),
  fc.record({
    service: some('change'),
    items: fc.subarray(changeItems.map(item => item.value as string)),
    agrees: fc.dictionary(some('shopName', 'operator'), fc.option(fc.boolean(), { nil: null })),
    scope: fc.option(scope, { nil: null }),
  }),
  fc.record({ service: some('issue'), independent: fc.boolean(), funds: fc.boolean(), scope }),
)
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const anyGate = fc.record({
  kind: fc.constantFrom('school' as const, 'kindergarten' as const),
  least: maybe(fc.nat(300)),
  walk: maybe(fc.double({ noNaN: true, min: 0, max: 300 })),
})
const anyFacts: fc.Arbitrary<ServiceFacts> = fc.record({
  request: anyRequest,
  today: fc.constant('2026-10-25'),
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
  schools: maybe(fc.record({ doorKnown: fc.boolean(), gates: fc.array(anyGate, { maxLength: 4 }) })),
  nearestShop: maybe(fc.nat(100)),
  sameAddressLicences: maybe(fc.nat()),
  sameOperatorLicences: maybe(fc.nat()),
  holds: fc.array(fc.constantFrom(...holdKinds)),
  siteCheckAgeDays: maybe(fc.integer()),
  openApplicationNo: maybe(fc.constant('R20261123-000001')),
  assistedToday: maybe(fc.nat(40)),
  automaticStopped: fc.boolean(),
})

/** School gates by kind, shortest line and signed walk. */
const gates = (...rows: ['school' | 'kindergarten', number | null, number | null][]): Change => ({
  schools: { doorKnown: true, gates: rows.map(([kind, least, walk]) => ({ kind, least, walk })) },
})

const faced = (method: string, result: 'passed' | 'grey' | 'failed') => ({
  method,
  documentValid: true,
  adult: true,
  face: { result, score: 0.45, challenge: 'passed', model: 'm', terminalId: 't', checkedAt: '2026-10-25T02:00:00Z' },
})

it('the rules are those of the book of their version: raise `ruleVersion` and run npm run rules:keep after a change', () => {
  const book = keptBook(ruleVersion)
  fc.assert(
    fc.property(anyFacts, facts => {
      expect(canonical(book?.(facts, testPolicy))).toBe(canonical(decideService(facts, testPolicy)))
    }),
    { numRuns: 2_000, seed: 1 },
  )
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
      'R13',
      'R14',
      'R15',
      'R19',
      'A01',
    ])
    expect(ruleVersion).toMatch(/^services-/)
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
    ['a school 99 m away by the map', gates(['school', 99, null]), 'person', 'R08'],
    [
      'a kindergarten at 49.9 m by the map',
      gates(['school', 500, null], ['kindergarten', 49.9, null]),
      'person',
      'R08',
    ],
    ['a school whose signed walk is 99.9 m', gates(['school', 80, 99.9]), 'person', 'R08'],
    ['a signed walk that is too short although the map says far', gates(['school', 130, 90]), 'person', 'R08'],
    [
      'one gate measured far enough and another not measured',
      gates(['school', 60, 140], ['school', 90, null]),
      'person',
      'R08',
    ],
    ['no gates on record', { schools: null }, 'person', 'R08'],
    ['a door on no map', { schools: { doorKnown: false, gates: [] } }, 'person', 'R08'],
    ['another licence at the address', { sameAddressLicences: 1 }, 'person', 'R10'],
    ['another licence of the operator', { sameOperatorLicences: 2 }, 'person', 'R11'],
    ['the bank account of another person’s shop', { household: { account: 1, device: 0 } }, 'person', 'R11'],
    ['an open case', { holds: ['openCase'] }, 'person', 'R12'],
    ['a renewal in progress', { openApplicationNo: 'R20261123-000001' }, 'stop', 'R17'],
    ['no consent', { consent: { agreed: false, version: '2026-11' } }, 'stop', 'R18'],
    ['consent to an older notice', { consent: { agreed: true, version: '2025-01' } }, 'stop', 'R18'],
    ['an old site check', { siteCheckAgeDays: 366 }, 'person', 'A01'],
    ['no site check', { siteCheckAgeDays: null }, 'person', 'A01'],
    ['a site check from the future', { siteCheckAgeDays: -1 }, 'person', 'A01'],
    ['a face that nobody can tell', { identity: faced('card', 'grey') }, 'person', 'R03'],
    ['another face', { identity: faced('card', 'failed') }, 'person', 'R03'],
  ])('with %s gives the named verdict', (_, change, outcome, rule) => {
    const run = verdict(change)
    expect(run.outcome).toBe(outcome)
    expect(run.findings.filter(f => f.outcome !== 'pass').map(f => f.rule)).toContain(rule)
  })

  it.each<[string, Change]>([
    ['a school exactly at 100 m and a kindergarten at 50 m', gates(['school', 100, null], ['kindergarten', 50, null])],
    ['a signed walk of exactly 100 m, though the line is 70', gates(['school', 70, 100])],
    ['no gate anywhere near', gates()],
    ['a site check exactly a year old', { siteCheckAgeDays: 365 }],
    ['a suspension of 365 days that has ended', { suspension: { days: 365 } }],
  ])('passes with %s', (_, change) => {
    expect(verdict(change).outcome).toBe('grant')
  })

  it('leaves a licence in force alone, however near a school was measured: only an end and a beginning ask (XK 8)', () => {
    const asked = (service: ServiceCode) => services[service].rules.some((rule: string) => rule === 'schools')
    expect(serviceCodes.filter(asked)).toEqual(['issue', 'renewal'])
    const near = verdict(gates(['school', 60, 80])).findings.find(({ rule }) => rule === 'R08')
    expect(near).toMatchObject({ outcome: 'person', next: expect.stringContaining('届满以前不受影响') })
    expect(near?.basis).toContainEqual(expect.objectContaining({ instrument: 'XK', article: 8 }))
  })

  it('reads a run of before by its straight lines', () => {
    const { schools: _, ...before } = cleanFacts
    const r08 = (school: number) =>
      decideService({ ...before, gates: { school, kindergarten: null } }, testPolicy).outcome
    expect([r08(99), r08(100)]).toEqual(['person', 'grant'])
  })

  it('sends everything to a person when automatic granting is switched off, and says so', () => {
    const run = verdict({}, { automatic: { ...testPolicy.automatic, renewal: false } })
    expect(run.outcome).toBe('person')
    expect(run.findings.at(-1)).toMatchObject({ rule: 'A02', outcome: 'person' })
  })
})

describe('for all facts', () => {
  it('the machine has three words only, and none of them refuses', () => {
    fc.assert(
      fc.property(anyFacts, facts => {
        const { outcome, findings } = decideService(facts, testPolicy)
        expect(['grant', 'person', 'stop']).toContain(outcome)
        for (const f of findings) expect(['pass', 'person', 'stop', 'notChecked']).toContain(f.outcome)
        // “Stop” is only ever: not you, not agreed, not yet, already there, no need, another service, or a licence that has ended.
        for (const f of findings.filter(x => x.outcome === 'stop'))
          expect(['R01', 'R05', 'R06', 'R07', 'R17', 'R18', 'C01', 'C02']).toContain(f.rule)
      }),
      { numRuns: 2_000 },
    )
  })

  it('grants only when every single rule passed', () => {
    fc.assert(
      fc.property(anyFacts, facts => {
        const { outcome, findings } = decideService(facts, testPolicy)
        expect(outcome === 'grant').toBe(findings.every(f => f.outcome === 'pass'))
      }),
      { numRuns: 2_000 },
    )
  })

  it('being late never grants, and never stops what would not have stopped in time', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom('late', 'expired'), (any, kind) => {
        const facts: ServiceFacts = { ...any, request: { service: 'renewal' } }
        const late = decideService({ ...facts, window: { ...facts.window, kind } }, testPolicy).outcome
        const inTime = decideService({ ...facts, window: { ...facts.window, kind: 'open' } }, testPolicy).outcome
        expect(late).toBe(inTime === 'stop' ? 'stop' : 'person')
      }),
      { numRuns: 2_000 },
    )
  })

  it('a missing answer never grants: what was not checked goes to a person', () => {
    const unknown: Change[] = [
      { business: { kind: 'unavailable' } },
      { schools: null },
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
        for (const f of decideService(facts, { ...testPolicy, automatic: nothingAutomatic }).findings) {
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

const of = (request: RequestFacts, change: Change = {}) => verdict({ request, ...change })
const suspend = (from: string, to: string): RequestFacts => ({ service: 'suspend', from, to, reason: 'away' })
const longTerm: Change = { window: { ...cleanFacts.window, validTo: '2028-01-01' } }
const suspended: Change = { licenceState: 'suspended', suspension: { days: 60 } }
const byCode: Change = { identity: { method: 'code', documentValid: true, adult: true } }
const resume = (same: string): RequestFacts => ({ service: 'resume', same })
const lost: RequestFacts = { service: 'reissue', cause: 'lost', which: 'both' }
const closing: RequestFacts = { service: 'close', reason: 'shopCloses' }
const opening: RequestFacts = { service: 'issue', independent: true, funds: true, scope: ['卷烟零售'] }
const changing = (items: string[], agrees: Record<string, boolean | null> = {}): RequestFacts => ({
  service: 'change',
  items,
  agrees,
  scope: items.includes('scope') ? ['卷烟零售', '电子烟零售'] : null,
})

it('takes a card that was typed at the window for what an officer saw: enough to go on, not to end a right unseen', () => {
  const counter = { ...testPolicy, stepUpMethods: ['counter'], identityMethods: ['counter'] }
  const seen = { method: 'counter', documentValid: true, adult: true }
  const outcome = (request: RequestFacts, typed: { typed?: true }) =>
    decideService({ ...cleanFacts, request, identity: { ...seen, ...typed } }, counter).outcome
  expect(outcome(closing, {})).toBe('grant')
  expect(outcome(closing, { typed: true })).toBe('person')
  expect(outcome({ service: 'renewal' }, { typed: true })).toBe('grant')
})

describe('where the bureau asks for more than the card', () => {
  const strict = { ...testPolicy, stepUpMethods: ['face', 'oidc'] }
  it.each<[string, RequestFacts, Change, 'grant' | 'person']>([
    ['a face that agrees is enough for a lost licence', lost, { identity: faced('face', 'passed') }, 'grant'],
    ['and for closing', closing, { identity: faced('face', 'passed') }, 'grant'],
    ['the card alone goes to a person', closing, {}, 'person'],
    ['a face that nobody can tell goes to a person', closing, { identity: faced('card', 'grey') }, 'person'],
    ['a renewal needs the card only', { service: 'renewal' }, {}, 'grant'],
  ])('%s', (_, request, change, outcome) => {
    const run = decideService({ ...cleanFacts, request, ...change }, strict)
    expect(run.outcome).toBe(outcome)
    expect(run.findings.filter(f => f.rule === 'R03').map(f => f.outcome)).toEqual([
      outcome === 'grant' ? 'pass' : 'person',
    ])
  })
})

describe('each service', () => {
  it.each<[string, RequestFacts, Change, 'grant' | 'person' | 'stop', string | null]>([
    ['a suspension of a month', suspend('2026-10-26', '2026-11-25'), {}, 'grant', null],
    ['a suspension of one day less than a month', suspend('2026-10-26', '2026-11-24'), {}, 'stop', 'R07'],
    ['a suspension of February, a whole month', suspend('2027-02-01', '2027-02-28'), longTerm, 'grant', null],
    ['a suspension of a year', suspend('2026-10-26', '2027-10-25'), longTerm, 'grant', null],
    ['a suspension of a year and a day', suspend('2026-10-26', '2027-10-26'), longTerm, 'stop', 'R07'],
    ['a suspension from today', suspend('2026-10-25', '2026-12-25'), longTerm, 'stop', 'R07'],
    ['a suspension beyond the term', suspend('2026-10-26', '2027-01-26'), {}, 'person', 'R07'],
    ['a suspension of a suspended licence', suspend('2026-10-26', '2026-11-26'), suspended, 'stop', 'R05'],
    ['a resumption', resume('same'), suspended, 'grant', null],
    ['a resumption of a licence that is not suspended', resume('same'), {}, 'stop', 'R05'],
    ['a resumption at another place', resume('placeChanged'), suspended, 'stop', 'C02'],
    [
      'a resumption after more than a year',
      resume('same'),
      { ...suspended, suspension: { days: 400 } },
      'person',
      'R07',
    ],
    ['a lost licence', lost, {}, 'grant', null],
    ['a lost licence with a code by SMS only', lost, byCode, 'person', 'R03'],
    ['closing for good', closing, {}, 'grant', null],
    ['closing with an open case', closing, { holds: ['openCase'] }, 'person', 'R12'],
    ['closing a suspended shop', closing, suspended, 'grant', null],
    ['a new telephone', changing(['phone']), {}, 'grant', null],
    ['a new name', changing(['shopName'], { shopName: true }), {}, 'person', 'C01'],
    ['a name the business licence lacks', changing(['shopName'], { shopName: false }), {}, 'person', 'R04'],
    ['a move', changing(['move', 'phone']), {}, 'stop', 'C01'],
    ['another subject', changing(['subject']), {}, 'stop', 'C01'],
    ['e-cigarettes', changing(['scope']), {}, 'person', 'R16'],
    ['a new licence, however clean', opening, {}, 'person', 'N02'],
    ['a helper’s twenty-first application', closing, { assistedToday: 21 }, 'person', 'R19'],
    ['the emergency stop', closing, { automaticStopped: true }, 'person', 'A02'],
  ])('%s', (_, request, change, outcome, rule) => {
    const run = of(request, change)
    expect(run.outcome).toBe(outcome)
    if (rule) expect(run.findings.filter(f => f.outcome !== 'pass').map(f => f.rule)).toContain(rule)
  })

  it('a new licence is never granted by the machine, whatever the policy says', () => {
    fc.assert(
      fc.property(anyFacts, facts => decideService({ ...facts, request: opening }, testPolicy).outcome !== 'grant'),
    )
  })
})
