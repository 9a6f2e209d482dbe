import type { Citation } from '#kernel/citation'
import type { HolidayCalendar } from '#kernel/working-days'
import type { CaseLot } from '../goods/case-lots.ts'
import type { CasePolicy } from '../policy.ts'
import type { CaseFile, TakenStep, Words } from '../procedure/case-file.ts'
import { lastOf } from '../procedure/fields.ts'
import { type Sanction, sanctionIn } from '../procedure/sanction.ts'
import type { Officer } from '../procedure/step-rule.ts'

export interface LintPaper {
  readonly kind: string
  readonly number: string
  readonly mark: string
  readonly year: number
  readonly serial: number
  readonly issuedOn: string
  /** Words, digest and signature fit. */
  readonly intact: boolean
  readonly sealed: boolean
  readonly addressee: string
  /** All words of the body, one after another. */
  readonly words: string
}

/** 案卷: what the check reads; plain data, so that a file on paper could be checked the same way. */
export interface Dossier {
  readonly file: CaseFile
  readonly papers: readonly LintPaper[]
  readonly evidence: readonly {
    readonly n: number
    readonly kind: string
    readonly intact: boolean
    readonly custody: readonly string[]
  }[]
  readonly records: readonly {
    readonly kind: string
    readonly by: string
    readonly secondBy: string | null
    readonly intact: boolean
  }[]
  readonly officers: readonly Officer[]
  readonly policy: CasePolicy
  readonly calendar: HolidayCalendar
  readonly goods: Words | null
  /** 涉案物品 of the ledger. */
  readonly lots: readonly CaseLot[]
  /** 参照的案由 of a new tobacco product. */
  readonly like: string | null
  /** 依据 as the public reads it; null where nothing was published. */
  readonly published: string | null
  readonly criminal: Words | null
  readonly today: string
}

export interface Check extends Words {
  readonly basis: readonly Citation[]
  /** What is wrong, in words; undefined = nothing. */
  readonly find: (dossier: Dossier) => string | undefined
}

export const staffId = (label: string | undefined): string => (label ?? '').replace(/^staff:/, '')
export const when = (broken: boolean, words: string): string | undefined => (broken ? words : undefined)
export const paperOf = ({ papers }: Dossier, ...kinds: readonly string[]): LintPaper | undefined =>
  papers.findLast(({ kind }) => kinds.includes(kind))
export const decision = ({ file }: Dossier): TakenStep | undefined => lastOf(file, 'decide')
export const proposal = ({ file }: Dossier): TakenStep | undefined => lastOf(file, 'propose')
/** The penalty as decided; undefined where none was. */
export const penalty = (d: Dossier): Sanction | undefined => {
  const said = decision(d) ? proposal(d) : lastOf(d.file, 'decideOnSpot')
  const sanction = said && sanctionIn(said.input)
  return sanction?.result === 'penalty' ? sanction : undefined
}
/** The last step of this kind before the decision, since the case last came to investigation. */
export function beforeDecision(d: Dossier, ...events: readonly string[]): TakenStep | undefined {
  const end = decision(d)?.n ?? Number.POSITIVE_INFINITY
  const steps = d.file.steps.filter(({ n }) => n < end)
  const back = steps.findLastIndex(({ from, to }) => to === 'investigating' && from !== 'investigating')
  return steps.slice(back + 1).findLast(({ event }) => events.includes(event))
}
export const clockOf = ({ file }: Dossier, kind: string) => file.clocks.findLast(clock => clock.kind === kind)
