import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Field, fields, itemKinds } from './agencies.ts'
import { type Agreement, checkAgreement, inForce } from './agreement.ts'
import { type Item, mayRelease, partnerView, type Release } from './release.ts'

const at = (text: string) => Temporal.Instant.from(text)
const now = at('2026-11-26T02:00:00Z')
const agreement = (change: Partial<Agreement> = {}): Agreement => ({
  ...{
    id: 'XY-1',
    agencyId: 'A1',
    agencyKind: 'economicPolice',
    purpose: '涉烟刑事案件线索核查',
    contact: '模拟联系人',
  },
  ...{
    items: ['case', 'goods'],
    fields: ['number', 'about', 'quantity'],
    monthlyQuota: 2,
    withdrawnAt: null,
    dailyReads: 50,
    secondHand: true,
  },
  ...{ from: '2026-01-01T00:00:00Z', until: '2026-11-26T02:01:00Z' },
  ...change,
})
const release = (change: Partial<Release> = {}): Release => ({
  ...{ itemKind: 'case', itemNo: 'AJ-2026-000001', agreementId: 'XY-1', agencyId: 'A1', withdrawn: false },
  ...{ fields: ['number', 'quantity'], proposedBy: 'staff:a', approvedBy: 'staff:b' },
  ...change,
})
const item: Item = {
  kind: 'case',
  number: 'AJ-2026-000001',
  values: { number: 'AJ-2026-000001', about: '运输', quantity: '25万支', party: '张*', plate: '粤J·模拟1' },
}

describe('an agreement', () => {
  it.each<[string, Partial<Agreement>, string]>([
    ['without a purpose', { purpose: '协作' }, 'agreementPurpose'],
    ['without a name that answers for it', { contact: ' ' }, 'agreementContact'],
    ['without fields', { fields: [] }, 'agreementFields'],
    ['without a quota', { monthlyQuota: 0 }, 'agreementQuota'],
    ['that ends before it begins', { until: '2025-12-31T00:00:00Z' }, 'agreementDays'],
    ['for more than a year', { until: '2027-02-01T00:00:00Z' }, 'agreementDays'],
  ])('%s is none', (_, change, refusal) => expect(checkAgreement(agreement(change))).toMatchObject({ refusal }))

  it('holds to its last moment and not a second longer', () => {
    expect(checkAgreement(agreement())).toMatchObject({ ok: true })
    expect(inForce(agreement(), at('2026-11-26T02:00:59.999Z'))).toMatchObject({ ok: true })
    expect(inForce(agreement(), at('2026-11-26T02:01:00Z'))).toMatchObject({ refusal: 'agreementExpired' })
    expect(inForce(agreement(), at('2025-12-31T23:59:59Z'))).toMatchObject({ refusal: 'agreementNotYet' })
    expect(inForce(agreement({ withdrawnAt: now.toString() }), now)).toMatchObject({ refusal: 'agreementWithdrawn' })
    expect(inForce(undefined, now)).toMatchObject({ refusal: 'agreementMissing' })
  })
})

describe('a release', () => {
  it.each<[string, Partial<Release>, number, string]>([
    ['by one hand', { approvedBy: 'staff:a' }, 0, 'releaseOneHand'],
    ['of another kind of item', { itemKind: 'clue' }, 0, 'releaseItemKind'],
    ['of a field beyond the agreement', { fields: ['number', 'party'] }, 0, 'releaseFieldBeyond'],
    ['of nothing', { fields: [] }, 0, 'releaseNoFields'],
    ['beyond the quota', {}, 2, 'releaseQuota'],
    ['to another agency', { agencyId: 'A2' }, 0, 'agreementMissing'],
  ])('%s is refused', (_, change, month, refusal) =>
    expect(mayRelease(release(change), agreement(), month, now)).toMatchObject({ refusal }),
  )
  it('within the agreement, by two, is made', () =>
    expect(mayRelease(release(), agreement(), 1, now)).toMatchObject({ ok: true }))
})

describe('a partner', () => {
  const see = (r: Release | undefined, a: Agreement | undefined, agencyId = 'A1', when = now) => {
    const seen = partnerView(item, { agencyId }, r, a, when)
    return seen.ok ? seen.value : seen.refusal
  }
  it.each<[string, unknown, unknown]>([
    ['sees the released fields alone', see(release(), agreement()), { number: 'AJ-2026-000001', quantity: '25万支' }],
    [
      'sees less when the agreement was narrowed',
      see(release(), agreement({ fields: ['number'] })),
      { number: 'AJ-2026-000001' },
    ],
    ['sees nothing that was not released', see(undefined, agreement()), 'itemNotReleased'],
    ['sees nothing after the end', see(release(), agreement(), 'A1', at('2026-11-26T02:01:00Z')), 'agreementExpired'],
    ['sees nothing of another agency', see(release(), agreement(), 'A2'), 'itemNotReleased'],
    ['sees nothing withdrawn', see(release({ withdrawn: true }), agreement()), 'itemNotReleased'],
    ['sees nothing of another item', see(release({ itemNo: 'AJ-2026-000002' }), agreement()), 'itemNotReleased'],
  ])('%s', (_, seen, expected) => expect(seen).toEqual(expected))

  it('never sees a field outside release and agreement, whatever they say', () => {
    const names = fc.subarray(Object.keys(fields) as Field[])
    const kinds = fc.subarray(Object.keys(itemKinds) as (keyof typeof itemKinds)[])
    fc.assert(
      fc.property(
        names,
        names,
        kinds,
        fc.constantFrom('A1', 'A2'),
        fc.boolean(),
        (released, agreed, items, agencyId, withdrawn) => {
          const seen = partnerView(
            item,
            { agencyId },
            release({ fields: released, withdrawn }),
            agreement({ fields: agreed, items }),
            now,
          )
          if (!seen.ok) return true
          return (
            agencyId === 'A1' &&
            !withdrawn &&
            items.includes('case') &&
            Object.keys(seen.value).every(name => released.includes(name as Field) && agreed.includes(name as Field))
          )
        },
      ),
    )
  })
})
