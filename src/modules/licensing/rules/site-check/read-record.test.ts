import { describe, expect, it } from 'vitest'
import type { SiteCheckRecord } from '../../contract.ts'
import { siteRecord, strokes } from '../../testing/site-record.ts'
import { distanceLines, shortWalk } from './distances.ts'
import { readSiteCheck } from './read-record.ts'

const [first, second] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002']
const frame = {
  by: first,
  verifiers: [first, second],
  now: Temporal.Instant.from('2026-11-23T02:00:00Z'),
  policy: { leastPhotos: 2, lateDays: 3 },
}
const read = (change: Partial<SiteCheckRecord>) => readSiteCheck(siteRecord(second, change), frame)
const nobody = { kind: 'signed', name: '梁模拟', strokes } as const
const signed = siteRecord(second).signatures
const [item, ...items] = siteRecord(second).items
if (item === undefined) throw new Error('no items')

describe('a record from the premises', () => {
  it.each<[string, string, Partial<SiteCheckRecord>]>([
    ['one person alone', 'siteCheckSecondUnable', { second: first }],
    ['somebody who is no verifier', 'siteCheckSecondUnable', { second: '00000000-0000-4000-8000-000000000003' }],
    ['an interest in the matter', 'siteCheckInterest', { noInterest: false }],
    ['one photo', 'siteCheckPhotosFew', { photos: siteRecord(second).photos.slice(0, 1) }],
    ['an open item', 'siteCheckItemsOpen', { items }],
    ['否 without words', 'siteCheckItemsOpen', { items: [{ ...item, answer: 'no' }, ...items] }],
    ['no findings', 'siteCheckFindingsMissing', { findings: ' ' }],
    ['one signature', 'siteCheckUnsigned', { signatures: { ...signed, second: [] } }],
    [
      'a name without signature',
      'siteCheckApplicantUnsigned',
      { signatures: { ...signed, applicant: { ...nobody, strokes: [] } } },
    ],
    [
      'a refusal without reason',
      'siteCheckWhyMissing',
      { signatures: { ...signed, applicant: { kind: 'refused', why: '' } } },
    ],
    ['a time ahead', 'siteCheckTimeWrong', { capturedAt: '2026-11-23T02:11:00Z' }],
    ['an arrival after the end', 'siteCheckTimeWrong', { arrivedAt: '2026-11-23T01:46:00Z' }],
    ['no time at all', 'siteCheckTimeWrong', { capturedAt: 'yesterday' }],
    [
      'a visit of last week',
      'siteCheckLate',
      { arrivedAt: '2026-11-20T01:00:00Z', capturedAt: '2026-11-20T01:59:00Z' },
    ],
  ])('with %s is refused by name', (_, name, change) => {
    expect(read(change)).toMatchObject({ ok: false, refusal: name })
  })

  it('is complete when signing was refused or nobody was there, as long as it says why', () => {
    expect(read({}).ok).toBe(true)
    expect(read({ signatures: { ...signed, applicant: { kind: 'absent', why: '电话说在外地' } } }).ok).toBe(true)
    expect(read({ signatures: { ...signed, applicant: nobody } }).ok).toBe(true)
  })

  it('keeps walks with one decimal and words without what nobody sees', () => {
    const clean = read({ findings: ' 店面独立 ' })
    expect(clean).toMatchObject({ ok: true, value: { findings: '店面独立', walks: [{ metres: 1203.5 }] } })
  })
})

describe('the straight line beside a walk', () => {
  const gate = { schoolId: 'S1', school: '南塘小学', gate: '正门', kind: 'primary', lng: 112.45, lat: 22.345 }
  const limits = { schoolMetres: 100, kindergartenMetres: 50, positionErrorMetres: 10 }
  const around = { gates: [gate], shops: [], limits }

  it('has the telephone’s error and the register’s together, and never claims more', () => {
    const [line] = distanceLines(siteRecord(second), around, null)
    expect(line).toMatchObject({
      name: '南塘小学正门',
      limit: 100,
      walk: 1203.46,
      line: { metres: 1027, least: 1005, most: 1050 },
    })
    const [none] = distanceLines(siteRecord(second, { place: null }), around, null)
    expect(none?.line).toBeNull()
  })

  it('finds a walk that is shorter than the line can be, unless the note says why', () => {
    const short = (note: string) => {
      const record = siteRecord(second, { walks: [{ schoolId: 'S1', gate: '正门', metres: 60, method: 'tape', note }] })
      return shortWalk(distanceLines(record, around, null), record)?.name
    }
    expect(short('')).toBe('南塘小学正门')
    expect(short('登记的校门位置有误，已报告')).toBeUndefined()
  })
})
