import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideService } from './decide.ts'
import type { CheckPolicy, PlaceFact, ServiceFacts } from './facts.ts'
import { newShopFacts, testPolicy } from './sample-facts.ts'

type Change = Partial<ServiceFacts>
const at = (place: Partial<PlaceFact>): Change => ({ place: { ...(newShopFacts.place as PlaceFact), ...place } })
const said = (change: Change, policy: CheckPolicy = testPolicy) =>
  Object.fromEntries(
    decideService({ ...newShopFacts, ...change }, policy).findings.map(({ rule, outcome }) => [rule, outcome]),
  )
const encheng = '440785001'
const full = '440785107'

describe('a new shop', () => {
  it('runs every rule of the reference that can be asked of it, and is decided by people in the end', () => {
    const rules = said({})
    expect(Object.keys(rules)).toEqual([
      ...['R18', 'R02', 'R03', 'R17', 'R04', 'N01', 'R08', 'R09', 'N03', 'R10', 'N04', 'R11', 'R12', 'R13', 'R14'],
      ...['R15', 'R16', 'R19', 'N02'],
    ])
    expect(Object.entries(rules).filter(([, outcome]) => outcome !== 'pass')).toEqual([['N02', 'person']])
  })

  it.each<[string, Change, string, string]>([
    [
      'a line that could be too short within its error',
      { schools: { doorKnown: true, gates: [{ kind: 'school', least: 99, walk: null }] } },
      'R08',
      'person',
    ],
    [
      'a line that is long enough whatever the error',
      { schools: { doorKnown: true, gates: [{ kind: 'school', least: 100, walk: null }] } },
      'R08',
      'pass',
    ],
    [
      'no position at all',
      { schools: { doorKnown: false, gates: [] }, ...at({ positionFrom: 'nowhere' }) },
      'R08',
      'notChecked',
    ],
    ['a neighbour within the spacing', { nearestShop: 44 }, 'R09', 'person'],
    ['a neighbour just beyond it', { nearestShop: 45 }, 'R09', 'pass'],
    ['a town of a denser class', { nearestShop: 44, ...at({ town: encheng }) }, 'R09', 'pass'],
    ['nobody within three kilometres', { nearestShop: null }, 'R09', 'pass'],
    [
      'no position and so no neighbour known',
      { nearestShop: null, ...at({ positionFrom: 'nowhere' }) },
      'R09',
      'notChecked',
    ],
    ['a town that is full', at({ town: full, shopsInTown: 40 }), 'N03', 'person'],
    [
      'a last place for which another applied earlier',
      at({ town: full, shopsInTown: 39, earlierInTown: 1 }),
      'N03',
      'person',
    ],
    ['a last place that nobody else wants', at({ town: full, shopsInTown: 39 }), 'N03', 'pass'],
    ['a town without a quota', at({ shopsInTown: 4000 }), 'N03', 'pass'],
    ['a licence that lives at the same door', { sameAddressLicences: 1 }, 'R10', 'person'],
    ['an open case against the applicant', { holds: ['openCase'] }, 'R12', 'person'],
    ['amounts reached', { holds: ['amountsReached'] }, 'R14', 'person'],
    [
      'another operator on the business licence',
      { business: { kind: 'found', live: true, sameName: true, sameOperator: false, sameAddress: true } },
      'R04',
      'person',
    ],
    ['a business licence that could not be asked', { business: { kind: 'unavailable' } }, 'R04', 'notChecked'],
    ['another open application of the same shop', { openApplicationNo: 'R20261001-000001' }, 'R17', 'stop'],
    ['a bar of two years and 364 days', { bars: [{ kind: 'fraud', since: '2023-10-26' }] }, 'R13', 'person'],
    ['a bar whose three years have passed', { bars: [{ kind: 'fraud', since: '2023-10-25' }] }, 'R13', 'pass'],
    ['false material a year ago', { bars: [{ kind: 'falseMaterial', since: '2025-10-25' }] }, 'R13', 'pass'],
    ['false material eleven months ago', { bars: [{ kind: 'falseMaterial', since: '2025-11-25' }] }, 'R13', 'person'],
  ])('%s', (_, change, rule, outcome) => {
    expect(said(change)[rule]).toBe(outcome)
  })

  it('touches others where a neighbour, a door or a last place is contested: they are told before the decision', () => {
    for (const change of [{ nearestShop: 20 }, { sameAddressLicences: 1 }, at({ town: full, shopsInTown: 40 })])
      expect(said(change)['N04']).toBe('person')
    expect(said({})['N04']).toBe('pass')
  })

  it('is never nearer by the map than the policy before classes says, and is decided as before under such a policy', () => {
    const { layout: _, barYears: __, ...before } = testPolicy
    expect(said({ nearestShop: 44, ...at({ town: encheng }) }, before)['R09']).toBe('person')
    expect(said({ bars: [{ kind: 'fraud', since: '2001-01-01' }] }, before)['R13']).toBe('person')
  })

  it('whatever the error of a position, a farther neighbour never speaks more against it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.nat(200), fc.nat(100), (metres, errorMetres, more) => {
        const near = said({ nearestShop: metres, ...at({ errorMetres }) })['R09']
        const far = said({ nearestShop: metres + more, ...at({ errorMetres }) })['R09']
        expect(near === 'pass' && far !== 'pass').toBe(false)
      }),
    )
  })
})

describe('who applies', () => {
  const identity = (method: string, level?: number) => ({
    identity: { method, documentValid: null, adult: method === 'oidc' ? true : null, ...(level ? { level } : {}) },
  })
  it.each<[string, Change, string]>([
    ['the unified identity at the level that saw the person', identity('oidc', 3), 'pass'],
    ['the unified identity below it', identity('oidc', 2), 'notChecked'],
    ['the unified identity of a session that kept no level', identity('oidc'), 'notChecked'],
    ['a code by SMS: nobody saw a document', identity('code'), 'notChecked'],
  ])('R02: %s', (_, change, outcome) => {
    expect(said(change)['R02']).toBe(outcome)
  })

  it.each<[string, Change, string]>([
    ['one telephone for three others today', { assistedToday: 4, assistedWithPhone: 3 }, 'person'],
    ['one telephone for two others', { assistedToday: 4, assistedWithPhone: 2 }, 'pass'],
    ['a helper beyond the limit of the day', { assistedToday: 21, assistedWithPhone: 0 }, 'person'],
    ['nobody helped: a family may share a telephone', { assistedToday: null }, 'pass'],
  ])('R19: %s', (_, change, outcome) => {
    expect(said(change)['R19']).toBe(outcome)
  })
})
