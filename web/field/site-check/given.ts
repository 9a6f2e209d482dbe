import type { SiteCheckTask } from '#contract/licensing'
import type { OutboxRow } from '../device/database.ts'
import type { FieldStaff } from '../session/staff.ts'
import type { SiteBundle } from './area.ts'

/** What every screen of one file gets. */
export interface Given {
  readonly task: SiteCheckTask
  readonly bundle: SiteBundle
  readonly staff: FieldStaff
  readonly outbox: readonly OutboxRow[]
  readonly go: (to: string) => void
}

/** What this telephone told last about a file. */
export const lastOf = (applicationNo: string, outbox: readonly OutboxRow[]): OutboxRow | undefined =>
  outbox.findLast(row => row.matter === applicationNo)

export const draftId = (staffId: string, applicationNo: string): string => `site-check/${staffId}/${applicationNo}`
