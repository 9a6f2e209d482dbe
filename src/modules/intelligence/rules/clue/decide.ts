import { cleanText } from '#kernel/chinese-text'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { HolidayCalendar } from '#kernel/working-days'
import type { IntelligencePolicy } from '../policy.ts'
import { dueOn } from './clock.ts'
import { type ClueEvent, type ClueOutcome, type ClueState, clueMoves, isOutcome } from './moves.ts'
import { clueSteps, type StepField } from './steps.ts'
import type { Agency, ClueGrade, ClueMatter } from './words.ts'

export type StepInput = Readonly<Partial<Record<StepField['key'], string>>>

export interface ClueFacts {
  readonly no: string
  readonly state: ClueState
  readonly matter: ClueMatter
  readonly grade: ClueGrade | null
  readonly receivedOn: string
  readonly extendedTo: string | null
  readonly assignedTo: string | null
  readonly outcome: ClueOutcome | null
  readonly decidedOn: string | null
  readonly closedOn: string | null
  readonly sameAs: string | null
  readonly agency: Agency | null
  readonly caseNo: string | null
  readonly dueOn: string | null
  readonly hasReporter: boolean
}

interface Around {
  readonly today: Temporal.PlainDate
  readonly by: string
  readonly policy: IntelligencePolicy
  readonly calendar: HolidayCalendar
}

export interface StepDecision {
  readonly clue: Omit<ClueFacts, 'no' | 'receivedOn' | 'hasReporter'> & { readonly unfoundedBy?: string }
  readonly words: string
}

/** What a step makes of a clue. Whether this officer may take it is asked before (whyNotStep). */
export function decideStep(clue: ClueFacts, event: ClueEvent, given: StepInput, around: Around): Result<StepDecision> {
  const input = readInput(clueSteps[event].asks, given)
  if (!input.ok) return input
  const { matter, grade, staff, agency, same, days, words = '' } = input.value
  const state = (clueMoves[clue.state] as Readonly<Partial<Record<ClueEvent, ClueState>>>)[event]
  if (state === undefined) return refuse('clueStepNotAllowed', { why: '', whyEn: '' })
  if (event === 'markDuplicate' && same === clue.no) return refuse('clueSameAsItself')
  const extendedTo = event === 'extend' ? extension(clue, Number(days), around) : ok(clue.extendedTo)
  if (!extendedTo.ok) return extendedTo
  const today = around.today.toString()
  const decided = isOutcome(state) ? state : undefined
  const next = {
    state,
    matter: (matter as ClueMatter | undefined) ?? clue.matter,
    grade: (grade as ClueGrade | undefined) ?? clue.grade,
    extendedTo: extendedTo.value,
    assignedTo: staff === undefined ? clue.assignedTo : `staff:${staff}`,
    // 恢复核查 takes the decision back: the legal clock stands again as it stood.
    outcome: event === 'resume' ? null : (decided ?? clue.outcome),
    decidedOn: event === 'resume' ? null : decided === undefined ? clue.decidedOn : today,
    closedOn: state === 'closed' ? today : clue.closedOn,
    sameAs: same ?? clue.sameAs,
    agency: (agency as Agency | undefined) ?? clue.agency,
    caseNo: clue.caseNo,
    ...(event === 'unfound' ? { unfoundedBy: around.by } : {}),
  }
  const due = dueOn({ ...next, receivedOn: clue.receivedOn, hasReporter: clue.hasReporter }, around)
  if (!due.ok) return due
  return ok({ clue: { ...next, dueOn: due.value?.toString() ?? null }, words })
}

/** 延长 is reckoned from the limit that runs, not from today: asking late gains nothing. */
function extension(clue: ClueFacts, days: number, { policy }: Around): Result<string> {
  if (!Number.isInteger(days) || days < 1 || days > policy.extendDays)
    return refuse('clueExtensionTooLong', { most: policy.extendDays })
  const from = Temporal.PlainDate.from(clue.dueOn ?? clue.receivedOn)
  return ok(from.add({ days }).toString())
}

/** Reads what was given by what is asked: nothing unasked is kept, nothing asked is missing, texts are made safe. */
function readInput(asks: readonly StepField[], given: StepInput): Result<StepInput> {
  const read: Partial<Record<StepField['key'], string>> = {}
  for (const { key, type, options, optional, zh, en } of asks) {
    const missing = refuse('clueFieldMissing', { field: zh, fieldEn: en })
    const text = cleanText(given[key] ?? '', { max: 1000, lines: type === 'words' })
    if (!text.ok && text.refusal !== 'textEmpty') return text
    if (!text.ok) {
      if (!optional) return missing
      continue
    }
    if (options && !Object.hasOwn(options, text.value)) return missing
    read[key] = text.value
  }
  return ok(read)
}
