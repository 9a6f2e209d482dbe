import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fen } from '#kernel/money'
import { createTestDatabase, type TestDatabase } from '../../../../test/database/harness.ts'
import { type GoodsKind, goodsKinds } from '../rules/amounts/goods.ts'
import { listFor } from '../rules/amounts/price-list.ts'
import { priceGoods } from '../rules/amounts/value.ts'
import { loadPriceLists } from './prices.ts'

/** The view that figures read says the same value as the rule that the papers of a case are made with. */
let test: TestDatabase
beforeAll(async () => {
  test = await createTestDatabase()
  await test.database.within({ areas: 'all' }, async tx => {
    await sql`insert into cases.price_list (version, province, issuer, basis, effective, sure, imported_by, imported_at, approved_by, approved_at) values
      ('模拟2025', '44', '模拟局', '模拟', '2025-01-01', 'design', 'x', now(), 'staff:y', now()),
      ('模拟2026', '44', '模拟局', '模拟', '2026-06-01', 'design', 'x', now(), 'staff:y', now()),
      ('未核对', '44', '模拟局', '模拟', '2026-10-01', 'design', 'x', now(), null, null)`.execute(tx)
    await sql`insert into cases.price (version, source, kind, brand, price) values
      ('模拟2025', 'brandRetail', 'cigarette', '甲', 10001), ('模拟2025', 'averageRetail', 'cigarette', '', 15003),
      ('模拟2026', 'averageRetail', 'cigarette', '', 16007), ('模拟2025', 'leafTransfer', 'leaf', '', 3333),
      ('模拟2025', 'averageMaterial', 'paper', '', 777), ('模拟2025', 'machineList', 'machine', '乙', 90000001)`.execute(
      tx,
    )
  })
})
afterAll(() => test.drop())

it('the value of a lot in the published view is the value by the rule', async () => {
  const lists = await test.database.within({ areas: 'all' }, loadPriceLists)
  const lot = fc.record({
    kind: fc.constantFrom(...(Object.keys(goodsKinds) as GoodsKind[])),
    brand: fc.constantFrom('', '甲', '乙'),
    held: fc.integer({ min: 1, max: 10_000_000 }),
    actual_price: fc.option(fc.integer({ min: 1, max: 100_000 }), { nil: null }),
    held_on: fc.constantFrom('2024-12-31', '2025-06-01', '2026-06-01', '2026-11-01'),
    area_code: fc.constantFrom('440785103', '450000'),
  })
  const lots = fc.sample(lot, { numRuns: 400, seed: 43 })
  const { rows } = await test.database.within({ areas: 'all' }, tx =>
    sql<{ value: number | null }>`
      select cases.lot_value(jsonb_populate_record(null::cases.goods_lot, g))::float8 as value
      from jsonb_array_elements(${JSON.stringify(lots)}::jsonb) with ordinality as given (g, n) order by n`.execute(tx),
  )
  const byRule = lots.map(({ kind, brand, held, actual_price, held_on, area_code }) => {
    const actual = actual_price === null ? {} : { actual: fen(actual_price) }
    const priced = priceGoods(
      { kind, brand, amount: held, ...actual },
      listFor(lists, { areaCode: area_code, day: held_on }),
    )
    return priced.ok ? Number(priced.value.value) : null
  })
  expect(rows.map(({ value }) => value)).toEqual(byRule)
  expect(byRule.filter(value => value === null).length).toBeGreaterThan(20)
})
