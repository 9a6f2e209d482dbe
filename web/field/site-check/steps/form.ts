import type { SiteCheckTask } from '#contract/licensing'
import type { Whereabouts } from '../../device/whereabouts.ts'
import type { FieldStaff } from '../../session/staff.ts'
import type { SiteBundle } from '../area.ts'
import type { SiteDraft } from '../draft.ts'

/** What every step of the record gets. */
export interface StepProps {
  readonly draft: SiteDraft
  readonly set: (change: Partial<SiteDraft>) => void
  readonly where: Whereabouts
  readonly task: SiteCheckTask
  readonly bundle: SiteBundle
  readonly staff: FieldStaff
}
