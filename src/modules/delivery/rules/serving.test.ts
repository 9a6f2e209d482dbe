import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withoutMetadata } from '#kernel/jpeg'
import { codeFrom } from './hand-over-code.ts'
import { cardMatches, checkCaptured, checkReceiver, isSigned, leaveProof } from './serving.ts'

const instant = (text: string) => Temporal.Instant.from(text)
const limits = { captureAheadSeconds: 600, captureBehindHours: 72 }

describe('who may receive', () => {
  it.each([
    [{ kind: 'self', name: '', relation: '', checked: false }, undefined],
    [{ kind: 'family', name: '陈大', relation: '配偶', checked: true }, undefined],
    [{ kind: 'family', name: '', relation: '配偶', checked: true }, 'receiverUnnamed'],
    [{ kind: 'family', name: '陈大', relation: '配偶', checked: false }, 'receiverNotAdultFamily'],
    [{ kind: 'mandate', name: '李四', relation: '委托书', checked: false }, 'mandateNotSeen'],
  ] as const)('%o: %s', (receiver, refusal) => {
    expect(checkReceiver(receiver)).toMatchObject(refusal === undefined ? { ok: true } : { refusal })
  })
})

describe('a paper that is left', () => {
  const policy = { leaveWitnesses: 2, leavePhotos: 1 }
  it.each([
    [{ witnesses: ['甲', '乙'], photos: 0, why: '拒收' }, { value: 'witnesses' }],
    [{ witnesses: ['甲', ' 甲 '], photos: 0, why: '拒收' }, { refusal: 'leaveNeedsProof' }],
    [{ witnesses: [], photos: 1, why: '拒收' }, { value: 'photos' }],
    [{ witnesses: ['甲', '乙'], photos: 1, why: ' ' }, { refusal: 'refusalReasonMissing' }],
  ])('%o gives %o', (given, expected) => expect(leaveProof(given, policy)).toMatchObject(expected))
})

describe('when it happened', () => {
  const now = instant('2026-11-24T08:00:00Z')
  it.each([
    ['2026-11-24T07:00:00Z', { ok: true }],
    ['2026-11-24T08:05:00Z', { value: now }],
    ['2026-11-24T08:20:00Z', { refusal: 'capturedAhead' }],
    ['2026-11-20T08:00:00Z', { refusal: 'capturedTooOld' }],
  ])('%s', (text, expected) => expect(checkCaptured(instant(text), now, limits)).toMatchObject(expected))
})

it('needs a hand that wrote, not a dot', () => {
  const line = [Array.from({ length: 10 }, (_, i) => [i * 10, 5])]
  expect(isSigned(line)).toBe(true)
  expect(isSigned([[[1, 1]]])).toBe(false)
  expect(isSigned([Array.from({ length: 20 }, () => [4, 4])])).toBe(false)
})

it('compares the last four of a card with what the register shows', () => {
  expect(cardMatches('123x', '**************123X')).toBe(true)
  expect(cardMatches('1234', '**************123X')).toBe(false)
  expect(cardMatches('', '')).toBe(false)
})

it('makes six digits of any index', () => {
  fc.assert(fc.property(fc.stringMatching(/^[0-9a-f]{64}$/u), index => /^\d{6}$/u.test(codeFrom(index))))
})

describe('a photo', () => {
  const segment = (marker: number, ...data: number[]) => [0xff, marker, 0, data.length + 2, ...data]
  const jpeg = (...more: number[][]) =>
    Uint8Array.from([
      0xff,
      0xd8,
      ...segment(0xe0, 1),
      ...more.flat(),
      ...segment(0xdb, 7),
      ...segment(0xda, 0),
      1,
      2,
      3,
      0xff,
      0xd9,
    ])

  it('loses place, device and notes, and keeps the picture', () => {
    const exif = segment(0xe1, ...new TextEncoder().encode('GPS22.3'))
    const cleaned = withoutMetadata(Uint8Array.from([...jpeg(exif, segment(0xfe, 65)), 71, 80, 83]))
    expect(cleaned).toEqual({ ok: true, value: jpeg() })
  })
  it('is refused when it is no whole JPEG, whatever the bytes', () => {
    expect(withoutMetadata(jpeg().slice(0, 9))).toMatchObject({ refusal: 'photoUnreadable' })
    fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), bytes => typeof withoutMetadata(bytes).ok === 'boolean'))
  })
})
