import type { Filing } from '#contract/cases'
import type { OutboxRow } from '../../device/database.ts'

/** A report goes behind the acts of its visit, so that it never arrives before the scan-in. */
export const matterOf = (about: Filing['about']): string => ('taskId' in about ? about.taskId : about.caseNo)

/** The report of this visit or case, if one was written on this telephone. */
export const filingIn = (outbox: readonly OutboxRow[], about: Filing['about']): OutboxRow | undefined =>
  outbox.findLast(({ area, kind, matter }) => area === 'cases' && kind === 'filing' && matter === matterOf(about))
