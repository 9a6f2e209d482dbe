import type { FieldCase } from '#contract/cases'
import type { OutboxRow } from '../device/database.ts'
import type { FieldStaff } from '../session/staff.ts'
import type { CasesDay } from './area.ts'
import type { RecordKind } from './draft.ts'

/** What every screen of one case gets. */
export interface Given {
  readonly one: FieldCase
  readonly day: CasesDay
  readonly staff: FieldStaff
  readonly outbox: readonly OutboxRow[]
  readonly go: (to: string) => void
}

export const draftId = (staffId: string, no: string, kind: RecordKind): string => `case-record/${staffId}/${no}/${kind}`

export const recordKindOf = (text: string | undefined): RecordKind =>
  text === 'inspection' ? 'inspection' : 'questioning'
