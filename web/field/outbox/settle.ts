import type { OutboxRow } from '../device/database.ts'
import { open } from '../device/seal.ts'
import type { Choice, Side } from './door.ts'
import { keepInstead } from './outbox.ts'
import { forget } from './rows.ts'
import { doorOf } from './send.ts'

/**
 * 交办公室处理: what the rules did not take goes to the office as it is; then the telephone may forget it. What cannot be
 * opened any more can only be told by mouth. Throws `Problem`.
 */
export async function setAside(row: OutboxRow): Promise<void> {
  const body = await open<unknown>(row.sealed)
  const door = doorOf(row.area)
  if (body !== undefined && door !== undefined)
    await door.setAside(body, row.code ?? 'conflict', { key: `${row.id}-aside`, matter: row.matter })
  await forget(row)
}

/** Both sides of every field that differs, asked anew of the server; empty where there is nothing to compare. */
export async function sidesOf(row: OutboxRow): Promise<readonly Side[]> {
  const body = await open<unknown>(row.sealed)
  if (body === undefined) return []
  return (await doorOf(row.area)?.sides?.(body, row.code ?? '', row.matter)) ?? []
}

/** Sends the act again as the person chose. Throws `Problem`. */
export async function settle(row: OutboxRow, chosen: Readonly<Record<string, Choice>>): Promise<void> {
  const body = await open<unknown>(row.sealed)
  const next = body === undefined ? undefined : await doorOf(row.area)?.settle?.(body, chosen, row.matter)
  if (next !== undefined) await keepInstead(row, next)
}
