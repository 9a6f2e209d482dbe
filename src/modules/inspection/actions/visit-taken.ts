import type { Actor } from '#kernel/actor'
import { sm3 } from '#platform/crypto'
import type { DomainFiles } from '#platform/files'
import type { Keyring } from '#platform/keyring'
import type { InspectionPorts } from '../ports.ts'
import { contentText, foldContent } from '../rules/visit/content.ts'
import type { VisitFacts } from '../rules/visit/decide.ts'
import { type Missing, missingFor } from '../rules/visit/finish.ts'
import type { FullTask } from '../store/tasks.ts'
import type { Setting } from './propose-task.ts'

export type Officer = Extract<Actor, { kind: 'staff' }>

/** What every act of a visit is taken with; tests pass their own. */
export interface VisitSetting extends Setting {
  readonly keyring: Pick<Keyring, 'sealField' | 'openField' | 'licence' | 'licencePublicKeys'>
  readonly files: DomainFiles
  readonly verifyLicence: InspectionPorts['verifyLicence']
  /** Days on which this shop ordered; asked before the transaction. */
  readonly orderDays: readonly string[] | null
}

export interface VisitTaken {
  readonly facts: VisitFacts
  /** SM3 of the content that now stands. */
  readonly digest: string
  readonly missing: readonly Missing[]
  readonly recordNo: string | null
}

export const digestOf = (taskId: string, facts: VisitFacts): string =>
  sm3(contentText(taskId, foldContent(facts.lines), facts.photos)).toString('hex')

type Planned = Pick<FullTask, 'id' | 'checklist' | 'officers'>

export const missingOf = (task: Planned, facts: VisitFacts): readonly Missing[] =>
  missingFor(facts, { checklist: task.checklist, officers: task.officers, digest: digestOf(task.id, facts) })

/** What the officer's telephone is told. */
export const takenOf = (facts: VisitFacts, task: Planned, recordNo: string | null): VisitTaken => ({
  facts,
  digest: digestOf(task.id, facts),
  missing: missingOf(task, facts),
  recordNo,
})
