import type { HotPlace, HotspotPolicy, HotspotReport } from '../hotspots/index.ts'
import { hotspotReasons } from '../hotspots/index.ts'
import type { RaisedAlert } from './judge.ts'

const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']

/**
 * 热点预警: the few cells where the coming week most likely brings something. A forecast that did no better than chance in
 * its own self-check raises nothing.
 */
export function hotPlaces(
  { places, check }: Pick<HotspotReport, 'places' | 'check'>,
  policy: HotspotPolicy,
): RaisedAlert[] {
  if (check.between === undefined || check.between[0] <= check.area) return []
  return places
    .map(place => ({ place, score: Math.round((1 - Math.exp(-place.expected)) * 1e4) / 1e4 }))
    .filter(({ place, score }) => score >= policy.alertScore && place.reasons.length > 0)
    .slice(0, policy.alertsEach)
    .map(({ place, score }) => ({
      kind: 'hotspot',
      subjectKind: 'place',
      subject: place.cell,
      areaCode: place.town ?? policy.county,
      score,
      reasons: place.reasons,
      evidence: place.reasons.map((code, n) => ({ code, say: n === 0 ? sayOf(place) : wordsOf(code) })),
    }))
}

const wordsOf = (code: string): string =>
  `${Object.values(hotspotReasons).find(one => one.code === code)?.zh ?? code}。`

const sayOf = ({ expected, when, reasons: [first = ''] }: HotPlace): string =>
  `${wordsOf(first)}未来七天这一格预计 ${expected.toFixed(1)} 件，最可能在${when
    .map(({ weekday, hourFrom, hourTo }) => `${weekdays[weekday - 1] ?? ''} ${hourFrom}–${hourTo} 时`)
    .join('、')}。`
