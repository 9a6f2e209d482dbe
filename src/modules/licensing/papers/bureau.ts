import { join } from 'node:path'
import { projectFolder } from '#platform/config'
import { type PolicyBook, readPolicyBook } from '#platform/policy'

/** What every page says of the bureau; all of it policy, to be confirmed by the bureau's legal office. */
export interface Bureau {
  readonly name: string
  /** Begins every document number (发文字号). */
  readonly numberMark: string
  /** 复议机关 */
  readonly reconsiderationBody: string
}

let book: PolicyBook | undefined

/** The bureau's texts that hold on a day; the files are read once in the life of the process. */
export function bureauOn(day: Temporal.PlainDate): Bureau {
  book ??= readPolicyBook(join(projectFolder, 'policy'))
  const policy = book.on(day)
  return {
    name: policy.text('bureau.name'),
    numberMark: policy.text('papers.numberMark'),
    reconsiderationBody: policy.text('application.reconsiderationBody'),
  }
}
