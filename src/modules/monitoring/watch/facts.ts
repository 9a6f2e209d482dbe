import { parseCartonCode } from '#kernel/carton-code'
import type { Engine, Values } from '../lake/engine.ts'
import { settlePlaces } from '../lake/open.ts'
import { shopFacts } from './shop-facts.ts'

/** Whether a visit's finding (SQL over `inspections`) is about goods and licences, not a sign that hangs askew; without codes it counts. */
export const aboutMarket = `(violation_codes is null or list_has_any(string_split(violation_codes, ';'), string_split($marketViolations, ';')))`

/** How far back orders are kept day by day: three fortnightly cycles and a half. */
const recentDays = 63

/**
 * Reads the order lines: once as a whole, grouped by shop and product, and once its last two months, grouped by shop,
 * product and day; everything after works on those small tables. Days count back from the day of the report (0) on
 * China's clock, by integer arithmetic: a calendar function for each of fifty million lines would cost more than all the rest.
 */
export async function gatherFacts(engine: Engine, asOf: Temporal.PlainDate, thresholds: Values): Promise<void> {
  const at = (daysBack: number) => `timestamptz '${asOf.add({ days: 1 }).subtract({ days: daysBack })} 00:00:00+08'`
  const end = asOf.add({ days: 1 }).toZonedDateTime('Asia/Shanghai').epochMilliseconds * 1000
  const day = (time: string) => `((${end} - 1 - epoch_us("${time}")) // 86400000000)::int`
  const months = (since: number, until: number) =>
    `sum(case when ordered_at >= ${at(since)} and ordered_at < ${at(until)} then cartons else 0 end)::bigint`
  await engine.run(`create or replace table shop_sku as
    select licence_no, sku_code, ${months(30, 0)} as month, ${months(60, 30)} as month_before, ${months(365, 30)} as before,
      ${months(180, 0)} as half, ${months(90, 0)} as quarter, ${months(365, 90)} as year, ${months(730, 365)} as year_before,
      min(ordered_at) as first_at, max(ordered_at) as last_at
    from order_lines where ordered_at < ${at(0)} group by licence_no, sku_code`)
  await engine.run(`create or replace table recent as
    select licence_no, sku_code, ${day('ordered_at')} as day, sum(cartons)::bigint as cartons
    from order_lines where ordered_at >= ${at(recentDays)} and ordered_at < ${at(0)} group by all`)
  await engine.run(`create or replace table shop_use as
    select licence_no, coalesce(device_hash, '') as device_hash, coalesce(delivery_point, '') as delivery_point,
      sum(cartons)::bigint as cartons
    from order_lines where ordered_at >= ${at(30)} and ordered_at < ${at(0)} group by all`)
  const hour = `((epoch_us(scanned_at) // 3600000000 + 8) % 24)`
  await engine.run(`create or replace table sold_day as
    select licence_no, sku_code, ${day('scanned_at')} as day, sum(packs)::bigint as packs,
      sum(case when ${hour} >= 23 or ${hour} < 5 then packs else 0 end)::bigint as night_packs
    from scans where scanned_at >= ${at(60)} and scanned_at < ${at(0)} group by all`)
  await engine.run(`create or replace table sold_half as
    select licence_no, sku_code, sum(packs)::bigint as packs
    from scans where scanned_at >= ${at(180)} and scanned_at < ${at(0)} group by all`)
  await engine.run(
    `create or replace table visit as
    select licence_no, result, ${day('inspected_at')} as days, ${aboutMarket} as about_market from inspections
    where inspected_at < ${at(0)} and result in ('clean', 'rectify', 'filed')`,
    thresholds,
  )
  await engine.run(`create or replace table named_in_clue as
    select clue_id, trim(unnest(string_split(licence_no, ';'))) as licence_no, ${day('received_at')} as days
    from clues where received_at < ${at(0)} and licence_no <> ''`)
  await decodeFinds(engine, { asOf, before: at(0), day: day('found_at') })
  for (const sql of shopFacts({ end, asOf: asOf.toString() })) await engine.run(sql, thresholds)
}

/** 32 位码 read by the kernel; a code that cannot be read belongs to no shop and is left to the inspectors. */
async function decodeFinds(
  engine: Engine,
  { asOf, before, day }: { readonly asOf: Temporal.PlainDate; readonly before: string; readonly day: string },
): Promise<void> {
  const codes = await engine.rows<{ code32: string }>(
    `select distinct code32 from carton_finds where found_at < ${before}`,
  )
  const read = codes.flatMap(({ code32 }) => {
    const code = parseCartonCode(code32, asOf)
    return code.ok ? [{ code32, licenceNo: code.value.licenceNo, sortedOn: code.value.sortedOn.toString() }] : []
  })
  await engine.run('create or replace temp table decoded (code32 varchar, licence_no varchar, sorted_on varchar)')
  const rows = await engine.connection.createAppender('decoded', undefined, 'temp')
  for (const { code32, licenceNo, sortedOn } of read) {
    rows.appendVarchar(code32)
    rows.appendVarchar(licenceNo)
    rows.appendVarchar(sortedOn)
    rows.endRow()
  }
  rows.closeSync()
  await engine.run(`create or replace table find as select d.code32, d.licence_no, d.sorted_on::date as sorted_on, f.* exclude (code32), ${day} as days
    from carton_finds f join decoded d using (code32) where found_at < ${before}`)
  await settlePlaces(engine, 'find')
}
