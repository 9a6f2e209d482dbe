import { rm } from 'node:fs/promises'
import { fillText, type Refusal, type RefusalTable } from '#kernel/refusal'
import { kernelRefusals } from '#kernel/refusal-texts'
import { csvRefusals } from './refusals.ts'
import { writeCsv } from './write.ts'

/** A row that was not taken, and why. `line` counts lines of the file from 1, the header included. */
export interface Reject {
  readonly line: number
  readonly column: string
  readonly value: string
  readonly reason: string
}

/** The Chinese reason of a refusal. A name without words is a fault of ours and is shown as it is. */
export function rejectText(refusal: Refusal, more: RefusalTable = {}): string {
  const tables: RefusalTable = { ...kernelRefusals, ...csvRefusals, ...more }
  const entry = Object.hasOwn(tables, refusal.refusal) ? tables[refusal.refusal] : undefined
  return entry === undefined ? refusal.refusal : fillText(entry.zh.title, refusal.details)
}

/** `retailers.csv` → `retailers.csv.rejected.csv`: the file's name is kept whole. */
export const rejectedPath = (file: string): string => `${file}.rejected.csv`

/** Writes `<file>.rejected.csv` (with BOM: a person opens it), or removes an older one when nothing was rejected. */
export async function writeRejected(file: string, rejects: readonly Reject[]): Promise<string | undefined> {
  const path = rejectedPath(file)
  if (rejects.length === 0) {
    await rm(path, { force: true })
    return undefined
  }
  const inOrder = rejects.toSorted((a, b) => a.line - b.line)
  const lines = inOrder.map(({ line, column, value, reason }) => [line, column, value, reason])
  await writeCsv(path, [['line', 'column', 'value', 'reason'], ...lines], { bom: true })
  return path
}
