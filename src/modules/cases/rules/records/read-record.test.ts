import { describe, expect, it } from 'vitest'
import { sampleRecord as record } from '../../testing/sample-record.ts'
import { readFieldRecord } from './read-record.ts'

const frame = {
  officers: ['o1', 'o2'],
  by: 'o1',
  now: Temporal.Instant.from('2026-11-23T03:00:00Z'),
  evidence: ['a'.repeat(64)],
}
const hand = record().signature

describe('a record written on the spot', () => {
  it('stands with two officers, the hand of who was heard, his corrections and its pictures', () => {
    const corrected = { corrections: [{ before: '十条', after: '八条', initials: hand }], photos: ['a'.repeat(64)] }
    expect(readFieldRecord(record(), frame)).toMatchObject({ ok: true })
    expect(readFieldRecord(record(corrected), frame)).toMatchObject({ ok: true })
  })

  it('who refuses to sign does not initial; the refusal needs its witness', () => {
    const refused = { signature: '', refused: '不识字', corrections: [{ before: '十条', after: '', initials: '' }] }
    expect(readFieldRecord(record({ ...refused, witness: '村委会 李模' }), frame)).toMatchObject({ ok: true })
    expect(readFieldRecord(record(refused), frame)).toMatchObject({ refusal: 'recordNoWitness' })
  })

  it.each([
    ['recordNotOfficer', {}, { by: 'o3' }],
    ['recordSecondForeign', { second: 'o1' }, {}],
    ['recordSecondForeign', { second: 'o3' }, {}],
    ['recordTimes', { from: '2026-11-23T10:00', until: '2026-11-23T10:00' }, {}],
    ['recordTimes', { until: '2026-11-23T12:30' }, {}],
    ['recordTimes', { capturedAt: '2026-11-23T04:00:00Z' }, {}],
    ['recordTimes', { capturedAt: 'gestern' }, {}],
    ['recordOfficersUnsigned', { officers: { first: hand, second: 'M1 1' } }, {}],
    ['recordUnsigned', { signature: 'M1 1' }, {}],
    ['recordCorrectionUninitialled', { corrections: [{ before: '十条', after: '八条', initials: '' }] }, {}],
    ['recordPhotoMissing', { photos: ['b'.repeat(64)] }, {}],
    ['recordWordsUnclean', { words: '问：谁？ ' }, {}],
    ['textControlCharacter', { words: '问：\u202E谁？' }, {}],
  ])('%s', (refusal, change, other) => {
    expect(readFieldRecord(record(change), { ...frame, ...other })).toMatchObject({ refusal })
  })
})
