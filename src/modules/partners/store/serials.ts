import { sql } from 'kysely'
import type { Tx } from '#platform/database'

const marks = {
  meeting: { mark: 'HY', digits: 4 },
  action: { mark: 'LH', digits: 4 },
  task: { mark: 'JB', digits: 6 },
} as const

/** The next number of the year: HY-2026-0001, LH-2026-0001, JB-2026-000001. */
export async function takeId(tx: Tx, kind: keyof typeof marks, year: number): Promise<string> {
  const { mark, digits } = marks[kind]
  return `${mark}-${year}-${String(await takeSerial(tx, kind, year)).padStart(digits, '0')}`
}

export async function takeSerial(tx: Tx, kind: string, year: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into partners.number as n (kind, year, last) values (${kind}, ${year}, 1)
    on conflict (kind, year) do update set last = n.last + 1 returning last`.execute(tx)
  return rows[0]?.last ?? 1
}
