import { join } from 'node:path'
import { type Chance, chanceOf } from '../chance.ts'
import { isoOf, noOrders, orderSeason, secondOf, weekdayOf } from './days.ts'
import { at, poisson, spread } from './draws.ts'
import { monthsOf } from './months.ts'
import type { ParquetWriter } from './parquet.ts'
import type { MarketPlan } from './plan.ts'
import { ringShare } from './planted-shops.ts'
import type { PlantedShop } from './plot.ts'
import { isOpen, type MarketShop } from './shops.ts'
import { lifeOf } from './skus.ts'

/** `order_lines-YYYY-MM.parquet`: once a week each shop orders what it hopes to sell. Returns the number of lines. */
export async function writeOrders(plan: MarketPlan, writer: ParquetWriter, folder: string): Promise<number> {
  await writer.table('orders', {
    id: 'varchar',
    no: 'integer',
    t: 'integer',
    shop: 'varchar',
    device: 'varchar',
    point: 'varchar',
  })
  await writer.table('lines', { no: 'integer', sku: 'integer', cartons: 'integer' })
  await writer.table('sku', { sku: 'integer', code: 'varchar' })
  await writer.append('sku', [plan.skus.map((_, index) => index), plan.skus.map(({ code }) => code)])
  let count = 0
  for (const { month, days } of monthsOf(plan.ordersFrom, plan.last)) {
    const orders: [string[], number[], number[], string[], string[], string[]] = [[], [], [], [], [], []]
    const lines: [number[], number[], number[]] = [[], [], []]
    for (const day of days.filter(one => !noOrders(one))) {
      const lives = plan.skus.map(sku => lifeOf(sku, day))
      for (const shop of plan.shops) {
        if (shop.weekday !== weekdayOf(day) || !isOpen(shop, day)) continue
        const chance = chanceOf(`${plan.seed}/order/${shop.index}/${day}`)
        if (chance.often(0.05)) continue
        const no = orders[0].length
        if (!fill(lines, { no, shop, day, lives, plan }, chance)) continue
        const { device, point } = whereFrom(shop, plan.plantedOn(shop.index, day), chance)
        orders[0].push(`D${isoOf(day).replaceAll('-', '').slice(2)}${String(shop.index).padStart(5, '0')}`)
        orders[1].push(no)
        orders[2].push(secondOf(day, 8.5 + 9 * chance.next() ** 1.3))
        orders[3].push(shop.line.licenceNo)
        orders[4].push(device)
        orders[5].push(point)
      }
    }
    await writer.append('orders', orders)
    await writer.append('lines', lines)
    const query = `select o.id as order_id, to_timestamp(o.t) as ordered_at, o.shop as licence_no, s.code as sku_code, l.cartons,
      o.device as device_hash, o.point as delivery_point
      from lines l join orders o using (no) join sku s using (sku) order by o.t, o.id, s.code`
    count += await writer.copy(query, join(folder, `order_lines-${month}.parquet`), ['orders', 'lines'])
  }
  return count
}

interface Order {
  readonly no: number
  readonly shop: MarketShop
  readonly day: number
  readonly lives: readonly number[]
  readonly plan: MarketPlan
}

/** Adds the lines of one order; false when it came out empty. */
function fill(lines: [number[], number[], number[]], { no, shop, day, lives, plan }: Order, chance: Chance): boolean {
  const factors = [1, 1, 1, 1, 1]
  for (const change of plan.changes.get(shop.index) ?? []) {
    if (day < change.from || day > change.to || !chance.often(change.share)) continue
    for (const [index, factor] of change.factors.entries()) factors[index] = at(factors, index) * factor
  }
  const mean = shop.volume * shop.trade(day) * orderSeason(day) * spread(chance, 0.18)
  const before = lines[0].length
  for (const [index, sku] of plan.skus.entries()) {
    const share = shop.shares[index] ?? 0
    if (share === 0) continue
    const wanted = poisson(chance, mean * share * at(lives, index) * at(factors, sku.priceClass - 1))
    // 紧俏: handed out by grade, whatever is asked for.
    const cartons = sku.supply === 'scarce' ? Math.min(wanted, 1 + Math.floor(shop.line.grade / 6)) : wanted
    if (cartons === 0) continue
    lines[0].push(no)
    lines[1].push(index)
    lines[2].push(cartons)
  }
  return lines[0].length > before
}

function whereFrom(shop: MarketShop, planted: PlantedShop | undefined, chance: Chance) {
  const own = { device: chance.weighted(shop.devices), point: shop.deliveryPoint }
  if (!planted?.ring) return own
  const share = ringShare(planted.strength)
  return {
    device: chance.often(share) ? planted.ring.device : own.device,
    point: chance.often(share * 0.8) ? planted.ring.point : own.point,
  }
}
