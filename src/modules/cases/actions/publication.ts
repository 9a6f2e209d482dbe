import type { Moment } from '#kernel/dates'
import { ok, type Result } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import { casePolicy } from '../policy.ts'
import type { CaseFile } from '../rules/procedure/case-file.ts'
import { textIn } from '../rules/procedure/fields.ts'
import { publicationOf } from '../rules/publication.ts'
import { decisionNumber, insertPublication, withdrawPublication } from '../store/publications.ts'
import { findWeighing } from '../store/sanctions.ts'

/** 公示和撤回 follow the step that decided on them, in its transaction. */
export async function followPublication(tx: Tx, file: CaseFile, at: Moment): Promise<Result<true>> {
  const step = file.steps.at(-1)
  if (step?.event === 'withdrawPublication')
    await withdrawPublication(tx, file.no, { on: at.today.toString(), why: textIn(step.input, 'words') })
  if (step?.event !== 'publish' || step.input['how'] !== 'published') return ok(true)
  const number = await decisionNumber(tx, file.no)
  const like = (await findWeighing(tx, file.no))?.like ?? null
  const shown = publicationOf(file, { number, policy: casePolicy(at.today), today: at.today, like })
  if (!shown.ok) return shown
  await insertPublication(tx, file.no, shown.value, step.by)
  return ok(true)
}
