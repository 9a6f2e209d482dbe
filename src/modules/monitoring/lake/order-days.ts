import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { openEngine, quoted } from './engine.ts'

/** One answer serves the codes of a whole visit. */
const keepMs = 10 * 60_000

type Days = ReadonlyMap<string, readonly string[]>

/**
 * 订购日 of some shops since a day, straight from the partitions of the order lines; `undefined` where the lake has none. An answer is
 * kept for some minutes: an officer reads thirty cartons of one shop, one after the other.
 */
export function orderDaysOf(lake: string) {
  const kept = new Map<string, { readonly at: number; readonly days: Promise<Days | undefined> }>()
  return (licences: readonly string[], since: string): Promise<Days | undefined> => {
    const key = `${since} ${licences.toSorted().join(' ')}`
    const now = performance.now()
    for (const [old, { at }] of kept) if (now - at > keepMs) kept.delete(old)
    const days = kept.get(key)?.days ?? readDays(join(lake, 'order_lines'), licences, since)
    if (!kept.has(key)) kept.set(key, { at: now, days })
    // A failed look is not remembered.
    days.catch(() => kept.delete(key))
    return days
  }
}

async function readDays(folder: string, licences: readonly string[], since: string): Promise<Days | undefined> {
  const entries = await readdir(folder, { recursive: true }).catch(() => [])
  const files = entries.filter(name => name.endsWith('.parquet')).map(name => join(folder, name))
  if (files.length === 0) return undefined
  const engine = await openEngine({ memory: '256MB', threads: 1 })
  try {
    const rows = await engine.rows<{ licence: string; day: string }>(
      `select distinct licence_no as licence, cast(cast(ordered_at as date) as varchar) as day
       from read_parquet([${files.map(quoted).join(', ')}], union_by_name = true, hive_partitioning = false)
       where list_contains(from_json($licences, '["VARCHAR"]'), licence_no) and ordered_at >= cast($since as date) order by 1, 2`,
      { licences: JSON.stringify(licences), since },
    )
    const byShop = Map.groupBy(rows, ({ licence }) => licence)
    return new Map(licences.map(no => [no, (byShop.get(no) ?? []).map(({ day }) => day)]))
  } finally {
    await engine.close()
  }
}
