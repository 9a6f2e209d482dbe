import { describe, expect, it } from 'vitest'
import { calendarOf } from '#kernel/working-days'
import { businessFactOf } from './business-match.ts'
import { gatherFacts, type Sources, schoolFactsOf } from './gather.ts'

const sources: Sources = {
  licence: { state: 'valid', validTo: '2027-01-15', suspendedFrom: null, suspendedTo: null },
  circumstances: { openApplications: {}, holds: [], siteCheckedOn: '2026-11-01', automaticStopped: false },
  register: {
    schools: { doorKnown: true, gates: [{ kind: 'school', least: 300, walk: null }] },
    othersAtAddress: ['440785100002'],
    othersOfOperator: [],
    nearestShop: null,
  },
  applicant: { isHolder: true, method: 'card' },
  consent: { agreed: true, version: '1' },
  business: { kind: 'noCode' },
  request: { service: 'renewal' },
  assistedToday: null,
}
const policy = { leadDays: 30, leadKind: 'calendar', opensDaysBefore: 90 } as const
function factsOf(change: Partial<Sources> = {}) {
  const gathered = gatherFacts({ ...sources, ...change }, Temporal.PlainDate.from('2026-11-23'), {
    policy,
    calendar: calendarOf([], [], []),
  })
  if (!gathered.ok) throw new Error(gathered.refusal)
  return gathered.value.facts
}

describe('the facts of a renewal', () => {
  it('take over what the registers say', () => {
    expect(factsOf()).toMatchObject({
      schools: { doorKnown: true },
      sameAddressLicences: 1,
      sameOperatorLicences: 0,
      siteCheckAgeDays: 22,
    })
  })

  it('say unknown, never no, where a register does not know', () => {
    expect(factsOf({ register: undefined })).toMatchObject({
      schools: null,
      sameAddressLicences: null,
      sameOperatorLicences: null,
    })
    expect(factsOf({ applicant: { isHolder: true, method: 'oidc' } }).identity).toEqual({
      method: 'oidc',
      documentValid: null,
      adult: true,
    })
    expect(factsOf({ applicant: { isHolder: true, method: 'code' } }).identity).toEqual({
      method: 'code',
      documentValid: null,
      adult: null,
    })
  })

  it('keep how strongly the unified identity saw the person', () => {
    const applicant = { isHolder: true, method: 'oidc', level: 3 }
    expect(factsOf({ applicant }).identity).toMatchObject({ adult: true, level: 3 })
  })

  it('count a suspension to its end, or to today while it lasts', () => {
    const suspended = (from: string | null, to: string | null) =>
      factsOf({ licence: { ...sources.licence, state: 'suspended', suspendedFrom: from, suspendedTo: to } }).suspension
    expect(suspended('2026-10-24', null)).toEqual({ days: 30 })
    expect(suspended('2025-01-01', '2026-01-01')).toEqual({ days: 365 })
    expect(suspended(null, null)).toBe('unknown')
    expect(factsOf().suspension).toBe('none')
  })
})

describe('the comparison with the business licence', () => {
  const ours = { name: '顺意商店（沙湖）', operatorName: '陈小明', address: '恩平市沙湖镇南塘村1号' }
  const compare = (change: object) =>
    businessFactOf({ kind: 'found', licence: { live: true, ...ours, ...change } }, ours)
  it.each([
    [
      { name: '顺意商店(沙湖)', address: '广东省江门市恩平市沙湖镇南塘村１号' },
      { sameName: true, sameAddress: true },
    ],
    [{ name: '顺意商行（沙湖）' }, { sameName: false }],
    [{ operatorName: '陈小朋' }, { sameOperator: false }],
    [{ address: '恩平市沙湖镇南塘村11号' }, { sameAddress: false }],
    [{ live: false }, { live: false }],
  ])('of %j finds %j', (change, found) => {
    expect(compare(change)).toMatchObject(found)
  })
  it('keeps nothing of what the register says but whether it agrees', () => {
    expect(Object.values(compare({})).every(value => value === 'found' || typeof value === 'boolean')).toBe(true)
    expect(businessFactOf({ kind: 'unavailable' }, ours)).toEqual({ kind: 'unavailable' })
  })
})

describe('the schools around a door', () => {
  const door = { lng: 112.44, lat: 22.345 }
  /** 0.001° of longitude are 102.8 m here. */
  const gate = (kind: string, walks: { metres: number; lng: number }[] = []) => ({
    ...{ schoolId: kind, gate: '正门', kind, lng: 112.441, lat: 22.345 },
    walks: walks.map(({ metres, lng }) => ({
      ...{ schoolId: kind, gate: '正门', metres, door },
      gateAt: { lng, lat: 22.345 },
    })),
  })
  const seen = (gates: ReturnType<typeof gate>[], at: typeof door | null = door) =>
    schoolFactsOf(at, { gatesOnRecord: true, gates }, 10)

  it('special schools are schools; lines lose the error of both ends', () => {
    expect(seen([gate('special'), gate('kindergarten')])?.gates).toEqual([
      { kind: 'school', least: 82, walk: null },
      { kind: 'kindergarten', least: 82, walk: null },
    ])
  })

  it('the newest signed walk counts, unless the gate has moved since', () => {
    expect(seen([gate('primary', [{ metres: 131.5, lng: 112.441 }])])?.gates).toMatchObject([{ walk: 131.5 }])
    expect(seen([gate('primary', [{ metres: 131.5, lng: 112.4413 }])])?.gates).toMatchObject([{ walk: null }])
  })

  it('nothing is known without gates on record, and no line without a door', () => {
    expect(schoolFactsOf(door, { gatesOnRecord: false, gates: [] }, 10)).toBeNull()
    expect(seen([gate('primary', [{ metres: 90, lng: 112.441 }])], null)).toEqual({
      doorKnown: false,
      gates: [{ kind: 'school', least: null, walk: 90 }],
    })
  })
})
