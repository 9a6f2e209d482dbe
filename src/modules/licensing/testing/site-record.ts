import { sm3 } from '#platform/crypto'
import type { SiteCheckRecord } from '../contract.ts'
import { siteCheckItemCodes } from '../rules/site-check/items.ts'

/** Small whole JPEGs without metadata, each another picture. */
export function jpegOf(shade: number): { digest: string; content: string } {
  const bytes = Buffer.from([
    ...[0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1, 0xff, 0xdb, 0, 4, 7, 7],
    ...[0xff, 0xda, 0, 4, 0, 0, ...Array.from({ length: 80 }, () => shade), 0xff, 0xd9],
  ])
  return { digest: sm3(bytes).toString('hex'), content: bytes.toString('base64') }
}

export const strokes = [
  [
    [10, 10],
    [200, 90],
    [60, 200],
  ],
]

/** A whole record of the shop of the renewal house, a kilometre from its school. */
export const siteRecord = (second: string, change: Partial<SiteCheckRecord> = {}): SiteCheckRecord => ({
  arrivedAt: '2026-11-23T01:10:00Z',
  capturedAt: '2026-11-23T01:45:00Z',
  second,
  noInterest: true,
  place: { lng: 112.44001, lat: 22.34502, accuracyMetres: 12, at: '2026-11-23T01:12:00Z' },
  items: siteCheckItemCodes.map(code => ({ code, answer: 'yes', note: '' })),
  areaM2: 36,
  walks: [{ schoolId: 'S1', gate: '正门', metres: 1203.46, method: 'wheel', note: '' }],
  shops: [],
  findings: '店面独立，货架整齐，与住所分开',
  objections: [{ who: 'thirdParty', name: '李四', text: '门前道路去年改过' }],
  sketch: strokes,
  photos: [7, 8].map(shade => ({ digest: jpegOf(shade).digest, capturedAt: '2026-11-23T01:20:00Z', place: null })),
  signatures: { first: strokes, second: strokes, applicant: { kind: 'refused', why: '认为不需要核查' } },
  ...change,
})
