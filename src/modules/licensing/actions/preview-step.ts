import { sql } from 'kysely'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import { listPapers, newPaperContent } from '../queries/paper-page.ts'
import type { Setting } from './setting.ts'
import { type StepRequest, takeStep } from './take-step.ts'

/**
 * 预览文书: takes the step for real and then unmakes it, so that the preview can never differ from what the step will issue.
 * Numbers, jobs, announcements and the step itself are undone with it. Refusals: those of the step, `stepWithoutPaper`.
 */
export async function previewStep(tx: Tx, request: StepRequest, setting: Setting): Promise<Result<string>> {
  const known = await listPapers(tx, request.applicationNo)
  await sql`savepoint preview`.execute(tx)
  const stepped = await takeStep(tx, request, setting)
  const content = stepped.ok ? await newPaperContent(tx, request.applicationNo, known) : undefined
  await sql`rollback to savepoint preview`.execute(tx)
  if (!stepped.ok) return stepped
  return content === undefined ? refuse('stepWithoutPaper') : ok(content)
}
