import { join } from 'node:path'
import { chanceOf } from '../chance.ts'
import { saleSeason, secondOf } from './days.ts'
import { at, poisson } from './draws.ts'
import { monthsOf } from './months.ts'
import type { ParquetWriter } from './parquet.ts'
import type { MarketPlan } from './plan.ts'
import type { PlantedShop } from './plot.ts'
import { isOpen } from './shops.ts'
import { lifeOf } from './skus.ts'

/** How many of its products a till is asked for on most days. */
const scannedProducts = 16

/** `scans-YYYY-MM.parquet`: packs over the till, added up by shop, product and half day. What is diverted is not sold here. */
export async function writeScans(plan: MarketPlan, writer: ParquetWriter, folder: string): Promise<number> {
  await writer.table('tills', { t: 'integer', shop: 'integer', sku: 'integer', packs: 'integer' })
  await writer.table('till_shop', { shop: 'integer', licence: 'varchar' })
  await writer.table('till_sku', { sku: 'integer', code: 'varchar' })
  await writer.append('till_shop', [plan.shops.map(({ index }) => index), plan.shops.map(({ line }) => line.licenceNo)])
  await writer.append('till_sku', [plan.skus.map((_, index) => index), plan.skus.map(({ code }) => code)])
  const tills = plan.shops.filter(({ discipline }) => discipline > 0).map(shop => ({ shop, best: bestOf(shop.shares) }))
  let count = 0
  for (const { month, days } of monthsOf(plan.windowFrom, plan.last)) {
    const rows: [number[], number[], number[], number[]] = [[], [], [], []]
    for (const day of days) {
      const lives = plan.skus.map(sku => lifeOf(sku, day))
      for (const { shop, best } of tills) {
        if (!isOpen(shop, day)) continue
        const chance = chanceOf(`${plan.seed}/scan/${shop.index}/${day}`)
        if (chance.often(0.03)) continue
        // Ten packs a carton, seven days a week.
        const packs = ((shop.volume * shop.trade(day) * 10) / 7) * saleSeason(day) * shop.discipline
        const factor = overTill(plan.plantedOn(shop.index, day))
        for (const sku of best) {
          const sold = poisson(chance, packs * (shop.shares[sku] ?? 0) * at(lives, sku) * factor)
          if (sold === 0) continue
          rows[0].push(secondOf(day, 12 + 8.5 * chance.next()))
          rows[1].push(shop.index)
          rows[2].push(sku)
          rows[3].push(sold)
        }
      }
    }
    await writer.append('tills', rows)
    const query = `select to_timestamp(t) as scanned_at, s.licence as licence_no, k.code as sku_code, packs
      from tills join till_shop s using (shop) join till_sku k using (sku) order by t, s.licence, k.code`
    count += await writer.copy(query, join(folder, `scans-${month}.parquet`), ['tills'])
  }
  return count
}

/** A bold seller of other goods passes some of them over the till under a lawful product's code. */
const overTill = (planted: PlantedShop | undefined): number =>
  planted?.kind === 'illegalSeller' ? at([0.95, 1.05, 1.1], planted.strength - 1) : 1

const bestOf = (shares: Float64Array): readonly number[] =>
  [...shares.keys()].toSorted((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0)).slice(0, scannedProducts)
