import { basename } from 'node:path'
import { ok, type Result, refuse } from '#kernel/refusal'
import { type CsvTable, readTable } from '#platform/csv'
import { linkRecords, type Records } from './link.ts'

export interface LinkedFiles {
  readonly records: number
  readonly links: readonly { readonly left: string; readonly right: string; readonly score: number }[]
}

/** Finds the records of the same person within one file, or across two; columns of the same name are compared. */
export async function linkFiles(left: string, right: string | undefined): Promise<Result<LinkedFiles>> {
  const first = await readTable(left, ['rec_id'])
  if (!first.ok) return first
  const second = right === undefined ? undefined : await readTable(right, ['rec_id'])
  if (second && !second.ok) return second
  const names = first.value.header.filter(name => name !== 'rec_id' && (second?.value.header.includes(name) ?? true))
  if (names.length === 0) return refuse('linkNothingToCompare', { file: basename(right ?? left) })
  const tables = second ? [first.value, second.value] : [first.value]
  const ids = tables.flatMap(table => cellsOf(table, 'rec_id'))
  const doubled = doubleIn(ids)
  if (doubled !== undefined) return refuse('linkIdTwice', { id: doubled })
  const columns = names.map(name => ({ name, cells: tables.flatMap(table => cellsOf(table, name)) }))
  const records: Records = { ids, columns, second: second ? first.value.rows.length : undefined }
  const links = linkRecords(records).map(link => ({
    left: ids[link.left] ?? '',
    right: ids[link.right] ?? '',
    score: link.score,
  }))
  return ok({ records: ids.length, links })
}

function cellsOf({ header, rows }: CsvTable, name: string): string[] {
  const at = header.indexOf(name)
  return rows.map(({ cells }) => cells[at] ?? '')
}

function doubleIn(ids: readonly string[]): string | undefined {
  const seen = new Set<string>()
  for (const id of ids) {
    if (seen.has(id)) return id
    seen.add(id)
  }
  return undefined
}
