import { type Chance, chanceOf } from '../chance.ts'
import { towns } from '../places.ts'
import { around } from '../settlements.ts'
import { isoOf, secondOf, stampOf, weekdayOf } from './days.ts'
import { at, poisson } from './draws.ts'
import type { Find } from './find.ts'
import type { Inspection } from './inspections.ts'
import type { MarketPlan } from './plan.ts'
import { coves } from './sea.ts'
import type { Convoy, Traffic } from './vehicles.ts'
import type { RingLots } from './waybills.ts'

type Row = readonly (string | number)[]

/** What clues and cases grow from. */
export interface Traces {
  readonly plan: MarketPlan
  readonly traffic: Traffic
  readonly rings: readonly RingLots[]
  readonly inspections: readonly Inspection[]
  readonly finds: readonly Find[]
}

const texts = {
  hotline: [
    '举报人称该店有来路不明的卷烟',
    '反映该店卖烟不扫码',
    '反映有人上门收烟',
    '称附近有人夜间搬货',
    '反映该店卖烟给未成年人',
  ],
  retailer: ['同行反映该店价格偏低', '同行反映有人低价送货'],
  internet: ['网帖称可代购整条卷烟', '同城群里有人出整条卷烟'],
  parcel: ['收寄点反映同一人多次寄相似的箱子', '分拨点反映有箱子重量相近'],
  partner: ['兄弟单位通报发现本地喷码的卷烟', '交通部门通报车辆夜间绕行'],
} as const

/** `clues.csv`: about one a day, most of them about nothing; they gather in the evening, near the coast and the bus station. */
export function makeClues({ plan, traffic, rings }: Traces): Row[] {
  const chance = chanceOf(`${plan.seed}/market/clues`)
  const rows: Row[] = []
  for (let day = plan.first; day <= plan.last; day += 1) {
    for (let count = poisson(chance, weekdayOf(day) >= 4 ? 1.3 : 0.75); count > 0; count -= 1) {
      const source = chance.weighted([
        [50, 'hotline'],
        [12, 'retailer'],
        [14, 'internet'],
        [14, 'parcel'],
        [10, 'partner'],
      ] as const)
      const wanted = plan.planted.filter(({ from, to }) => day >= from && day <= to)
      const shop =
        chance.often(0.16) && wanted.length > 0
          ? chance.weighted(wanted.map(one => [one.strength, one.shop] as const))
          : chance.pick(plan.shops)
      const about = source === 'hotline' || source === 'retailer' || chance.often(0.3)
      const hot = chance.often(0.35)
      const place = about ? shop.line.place : around(hot ? at(coves, 0) : chance.pick(towns), chance, hot ? 1500 : 2500)
      const convoy = source === 'partner' && chance.often(0.25) ? convoyOn(traffic, day, chance) : undefined
      const ring = source === 'parcel' && chance.often(0.2) && rings.length > 0 ? chance.pick(rings) : undefined
      rows.push([
        `X${isoOf(day).replaceAll('-', '')}${String(rows.length % 1000).padStart(3, '0')}`,
        stampOf(secondOf(day, chance.often(0.6) ? 17 + 6 * chance.next() : 8 + 9 * chance.next())),
        source,
        `【模拟】${chance.pick<string>(texts[source])}`,
        about ? shop.line.areaCode : '440785100',
        place.lng,
        place.lat,
        'WGS84',
        about ? shop.line.licenceNo : '',
        '',
        convoy ? convoy.plates.map(plate => at(traffic.plates, plate).hash).join(';') : '',
        ring ? sentBy(ring, day, chance) : '',
        '',
      ])
    }
  }
  return rows
}

const convoyOn = ({ convoys }: Traffic, day: number, chance: Chance): Convoy | undefined => {
  const driving = convoys.filter(({ from, to }) => day >= from && day <= to)
  return driving.length > 0 ? chance.pick(driving) : undefined
}

/** One or two numbers of the ring of days gone by. */
function sentBy({ waybills }: RingLots, day: number, chance: Chance): string {
  const known = waybills.filter(no => no.slice(3, 9) < isoOf(day).replaceAll('-', '').slice(2)).slice(-12)
  return known.length > 0 ? [...new Set([chance.pick(known), chance.pick(known)])].join(';') : ''
}

const types = {
  P10: '非渠道进货',
  P12: '销售非法生产卷烟',
  P14: '向无证者供货',
  P18: '未成年人保护',
  P19: '许可证出借',
} as const

/** `cases.csv`: filed inspections, seizures elsewhere, and a few hauls on the road and in parcels; some seventy a year. */
export function makeCases(traces: Traces): Row[] {
  const { plan, inspections, finds } = traces
  const chance = chanceOf(`${plan.seed}/market/cases`)
  const filed = inspections
    .filter(({ result }) => result === 'filed')
    .map(({ day, second, shop, violations }) => {
      const sticks = 200 * chance.int(3, 120)
      const code = violations[0] as keyof typeof types
      const { areaCode, place, licenceNo } = shop.line
      return caseRow({ day, second, type: types[code], areaCode, place, sticks, licences: licenceNo }, chance)
    })
  const seized = finds
    .filter(({ caseNo }) => caseNo !== '')
    .map(({ second, areaCode, place, codes, shop, caseNo }) => {
      const haul = { day: 0, second, type: '真烟非法流通', areaCode, place, sticks: 200 * codes.length }
      const marked = { caseNo, licences: shop.line.licenceNo, codes: codes.map(({ code }) => code).join(';') }
      return caseRow({ ...haul, ...marked }, chance)
    })
  const rows = [...filed, ...seized, ...hauls(traces, chance)].toSorted((a, b) =>
    String(a[1]) < String(b[1]) ? -1 : 1,
  )
  return rows.map(([no, filedAt, ...rest], index) => [no || numberOf(filedAt, index), filedAt ?? '', ...rest])
}

const numberOf = (filedAt: Row[number] | undefined, index: number): string =>
  `MN${String(filedAt).slice(0, 10).replaceAll('-', '')}${String(100 + index).padStart(4, '0')}`

function hauls({ plan, traffic, rings }: Traces, chance: Chance): Row[] {
  const rows: Row[] = []
  for (let day = plan.first; day <= plan.last; day += 1) {
    if (!chance.often(0.1)) continue
    const convoy = convoyOn({ ...traffic, convoys: traffic.convoys.filter(({ planted }) => planted) }, day, chance)
    const onRoad = chance.often(0.6)
    const place = around(chance.pick(coves), chance, 6000 * chance.next())
    const ring = rings.length > 0 ? chance.pick(rings) : undefined
    const plates = onRoad && convoy ? at(traffic.plates, chance.pick(convoy.plates)).hash : ''
    const waybills = !onRoad && ring ? sentBy(ring, day, chance) : ''
    const second = secondOf(day, onRoad ? 0.5 + 4 * chance.next() : 9 + 9 * chance.next())
    const haul = { day, second, type: onRoad ? '无证运输' : '寄递涉烟', areaCode: '440785100', place }
    rows.push(
      caseRow(
        { ...haul, sticks: onRoad ? 200 * chance.int(400, 1800) : 200 * chance.int(10, 150), plates, waybills },
        chance,
      ),
    )
  }
  return rows
}

interface CaseFacts {
  readonly day: number
  readonly second: number
  readonly type: string
  readonly areaCode: string
  readonly place: { readonly lng: number; readonly lat: number }
  readonly sticks: number
  readonly caseNo?: string
  readonly plates?: string
  readonly waybills?: string
  readonly licences?: string
  readonly codes?: string
}

function caseRow(facts: CaseFacts, chance: Chance): Row {
  const { second, type, areaCode, place, sticks } = facts
  const stamp = stampOf(second)
  const no = facts.caseNo ?? ''
  const outcome = chance.weighted([
    [5, '行政处罚'],
    [3, '办理中'],
    [1, '移送公安'],
    [1, '不予处罚'],
  ])
  const fen = Math.round(sticks * (60 + 90 * chance.next()))
  const links = [facts.plates ?? '', facts.waybills ?? '', facts.licences ?? '', facts.codes ?? '']
  return [no, stamp, type, areaCode, place.lng, place.lat, 'WGS84', sticks, fen, '', '', ...links, outcome]
}
