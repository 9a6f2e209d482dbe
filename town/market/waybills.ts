import { join } from 'node:path'
import { chanceOf } from '../chance.ts'
import { isoOf, secondOf, weekdayOf } from './days.ts'
import { poisson } from './draws.ts'
import { monthsOf } from './months.ts'
import { carriers, goods, type Lot, lotOf, ordinaryLot, type ParcelWorld } from './parcels.ts'
import type { ParquetWriter } from './parquet.ts'
import type { MarketPlan } from './plan.ts'

const perDay = 1400

export interface RingLots {
  readonly ring: string
  readonly strength: number
  readonly waybills: string[]
}

/** `waybills-YYYY-MM.parquet`; returns what the planted rings sent. */
export async function writeWaybills(
  plan: MarketPlan,
  world: ParcelWorld,
  { writer, folder }: { readonly writer: ParquetWriter; readonly folder: string },
): Promise<{ count: number; rings: readonly RingLots[] }> {
  await writer.table('party', { id: 'integer', hash: 'varchar', name: 'varchar', area: 'varchar' })
  await writer.append('party', [
    world.parties.map((_, index) => index),
    world.parties.map(({ hash }) => hash),
    world.parties.map(({ name }) => name),
    world.parties.map(({ area }) => area),
  ])
  const fields = { t: 'integer', sender: 'integer', receiver: 'integer', pieces: 'integer', grams: 'integer' } as const
  await writer.table('parcel', { no: 'varchar', carrier: 'varchar', ...fields, goods: 'varchar' })
  const rings = new Map<string, RingLots>()
  for (const { ring, strength } of world.habits) if (ring && strength) rings.set(ring, { ring, strength, waybills: [] })
  let count = 0
  for (const { month, days } of monthsOf(plan.windowFrom, plan.last)) {
    const rows: [string[], string[], number[], number[], number[], number[], number[], string[]] = [
      [],
      [],
      [],
      [],
      [],
      [],
      [],
      [],
    ]
    for (const day of days) {
      for (const [index, { ring, lot }] of lotsOf(plan, world, day).entries()) {
        const no = `SIM${isoOf(day).replaceAll('-', '').slice(2)}${String(index + 1).padStart(5, '0')}`
        if (ring) rings.get(ring)?.waybills.push(no)
        rows[0].push(no)
        rows[1].push(carriers[lot.carrier] ?? '')
        rows[2].push(secondOf(day, lot.hour))
        rows[3].push(lot.sender)
        rows[4].push(lot.receiver)
        rows[5].push(lot.pieces)
        rows[6].push(lot.grams)
        rows[7].push(goods[lot.goods] ?? '')
      }
    }
    await writer.append('parcel', rows)
    const query = `select p.no as waybill_no, p.carrier, to_timestamp(p.t) as shipped_at, s.name as sender_name,
      s.hash as sender_phone_hash, s.area as sender_area, r.name as receiver_name, r.hash as receiver_phone_hash,
      r.area as receiver_area, p.pieces, p.grams as weight_g, nullif(p.goods, '') as declared_goods
      from parcel p join party s on s.id = p.sender join party r on r.id = p.receiver order by p.no`
    count += await writer.copy(query, join(folder, `waybills-${month}.parquet`), ['parcel'])
  }
  return { count, rings: [...rings.values()] }
}

/** The lots of one day in the order of the clock: a number tells nothing. */
function lotsOf({ seed }: MarketPlan, world: ParcelWorld, day: number): { ring?: string | undefined; lot: Lot }[] {
  const chance = chanceOf(`${seed}/parcel/${day}`)
  const busy = weekdayOf(day) >= 5 ? 0.6 : 1
  const lots: { ring?: string | undefined; lot: Lot }[] = Array.from(
    { length: poisson(chance, perDay * busy) },
    () => ({
      lot: ordinaryLot(world, chance),
    }),
  )
  for (const habit of world.habits) {
    if (day < habit.from || day > habit.to) continue
    for (let left = poisson(chance, habit.rate * busy); left > 0; left -= 1)
      lots.push({ ring: habit.ring, lot: lotOf(habit, chance) })
  }
  return lots.toSorted((a, b) => a.lot.hour - b.lot.hour)
}
