import type { FieldCase } from '#contract/cases'
import type { Whereabouts } from '../../device/whereabouts.ts'
import type { FieldStaff } from '../../session/staff.ts'
import type { RecordDraft } from '../draft.ts'

/** What every step of the record gets. */
export interface StepProps {
  readonly draft: RecordDraft
  readonly set: (change: Partial<RecordDraft>) => void
  readonly where: Whereabouts
  readonly one: FieldCase
  readonly staff: FieldStaff
  readonly second: NonNullable<FieldCase['second']>
}
