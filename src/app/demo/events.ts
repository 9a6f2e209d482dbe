import { type Moment, momentOf } from '#kernel/dates'
import type { Position } from '#kernel/position'
import { listSchools, planEvent, stepEvent } from '#modules/outreach'
import { chanceOf } from '../../../town/chance.ts'
import { towns } from '../../../town/places.ts'
import { settlementsOf } from '../../../town/settlements.ts'
import type { Tx } from '../../platform/database.ts'

interface Told {
  readonly title: string
  readonly kind: 'village' | 'market' | 'school'
  readonly town: string
  readonly place: string
  readonly position: Position
  readonly schoolId: string | null
  /** Negative: held so many days ago. */
  readonly days: number
}

const titles = ['送法进村：许可证怎么延续', '圩日普法：识别真假卷烟', '村民议事会：不向未成年人售烟', '便民办证日']

/** 千人百场 of a demonstration (模拟数据): held in some settlements of each town, planned in two, missing elsewhere. */
export async function seedEvents(tx: Tx, now: Moment, by: string): Promise<void> {
  const chance = chanceOf('events')
  for (const event of [...plan(), ...(await schoolVisits(tx, now))]) {
    const at = momentOf(now.instant.add({ hours: 24 * Math.min(0, event.days) }))
    const { days, ...words } = event
    const asked = {
      ...words,
      plannedOn: now.today.add({ days }).toString(),
      startsAt: '09:30',
      materials: ['明白纸（模拟数据）', '办证二维码'],
    }
    const planned = done(
      await planEvent(tx, { ...asked, plannedOn: days < 0 ? at.today.toString() : asked.plannedOn }, { by, at }),
    )
    if (days >= 0) continue
    const heads = chance.int(12, 85)
    done(await stepEvent(tx, { id: planned.id, event: 'hold', version: 1, heads, note: '模拟数据' }, { by, at }))
  }
}

/** 进校园: one school in each of some towns has been visited, one visit is to come; the register has many more. */
async function schoolVisits(tx: Tx, now: Moment): Promise<readonly Told[]> {
  const towns = Map.groupBy(await listSchools(tx, now.today.toString()), ({ town }) => town)
  return [...towns.values()]
    .flatMap(([first]) => (first ? [first] : []))
    .slice(0, 7)
    .map(({ id, name, town, position }, n) => ({
      ...{ title: '法律小课堂：保护未成年人（模拟数据）', kind: 'school', town, place: name, position, schoolId: id },
      days: n === 0 ? 6 : -(30 + n * 35),
    }))
}

function plan(): readonly Told[] {
  const events: Told[] = []
  for (const [n, town] of towns.entries()) {
    const places = settlementsOf(town, chanceOf(`events ${town.code}`))
    for (const [m, place] of places
      .filter((_, index) => index % 4 === n % 3)
      .slice(0, 3)
      .entries()) {
      const coming = m === 2 && n < 2
      const title = `${titles[(n + m) % titles.length] ?? ''}（模拟数据）`
      const days = coming ? 3 + n : -(20 + n * 17 + m * 60)
      events.push({
        title,
        kind: m === 0 ? 'market' : 'village',
        town: town.code,
        place: `${town.name}${place.name}`,
        position: place.centre,
        schoolId: null,
        days,
      })
    }
  }
  const [first] = towns
  if (first)
    events.push({
      title: '今天在圩镇（模拟数据）',
      kind: 'market',
      town: first.code,
      place: `${first.name}办事大厅门前`,
      position: { lng: first.lng, lat: first.lat },
      schoolId: null,
      days: 0,
    })
  return events
}

function done<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: string },
): T {
  if (!result.ok) throw new Error(`demo events: ${result.refusal}`)
  return result.value
}
