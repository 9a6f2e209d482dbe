import type { Moment } from '#kernel/dates'
import type { Tx } from '#platform/database'
import { listFindings } from '../queries/findings.ts'
import { appendToLake } from './append.ts'

/**
 * 检查 → 分析 (reaction): what a visit of the house found goes into the lake as every visit does, so that the model learns from it, here
 * and on every machine that reads the folder. Who went is not told.
 */
export async function noteVisit(
  tx: Tx,
  dataFolder: string,
  { taskId }: { readonly taskId: string },
  at: Moment,
): Promise<void> {
  const [found] = await listFindings(tx, taskId)
  if (found === undefined) return
  const { id, on, shop, kind, result } = found
  // The register of findings knows no hour; noon stands for it.
  const csv = `inspection_id,inspected_at,licence_no,kind,result\n${id},${on}T12:00:00+08:00,${shop},${kind},${result}\n`
  await appendToLake(tx, dataFolder, { table: 'inspections', csv }, at)
}
