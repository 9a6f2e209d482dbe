import type { StaffRole } from '#kernel/actor'
import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { nextState } from '#kernel/state-table'
import type { CaseFile, Clock, Input, Words } from './case-file.ts'
import { endClocks, startClock } from './clocks.ts'
import { readInput } from './fields.ts'
import { type CaseEvent, type CaseState, caseMoves, isOver } from './moves.ts'
import { unmetNeeds } from './needs.ts'
import type { Setting, StepFacts, StepRule } from './step-rule.ts'
import { stepRule } from './steps.ts'

export interface StepAsked {
  readonly event: string
  readonly input: Input
  readonly by: string
  readonly roles: readonly StaffRole[]
  readonly at: Moment
}

/** Why this officer cannot take this step now; undefined = he can. The server and the button ask the same function. */
export function whyNotStep(facts: StepFacts, event: string, roles: readonly StaffRole[]): Words | undefined {
  const { file, by } = facts
  const rule = stepRule(event)
  if (rule === undefined || !nextState(caseMoves, file.state, event).ok)
    return { zh: '现在的状态不能做这一步。', en: 'Not possible in the current state.' }
  if (!roles.some(role => rule.by.includes(role)))
    return { zh: '这一步由其他岗位的工作人员办理。', en: 'Another role takes this step.' }
  if (rule.decides && file.proposedBy === by)
    return { zh: '提出和决定要由不同的人。', en: 'Whoever proposed does not decide.' }
  return unmetNeeds(rule.needs ?? [], facts)[0]?.why
}

/** 办理一步: the whole decision, pure. The new file is the old one with a step more, clocks met and begun, and nothing taken away. */
export function takeStep(file: CaseFile, asked: StepAsked, setting: Setting): Result<CaseFile> {
  const { event, by, at, roles } = asked
  const facts: StepFacts = { ...setting, file, by, at }
  const fault = whyNotStep(facts, event, roles)
  if (fault) return refuse('caseStepNotAllowed', { why: fault.zh, whyEn: fault.en })
  const rule = stepRule(event) as StepRule
  const input = readInput(rule.asks, asked.input)
  if (!input.ok) return input
  const wrong = rule.check?.({ ...facts, input: input.value })
  if (wrong) return refuse('caseInputWrong', { why: wrong.zh, whyEn: wrong.en })
  const to = nextState(caseMoves, file.state, event)
  if (!to.ok) return to
  return ok(settled({ ...facts, input: input.value }, { event: event as CaseEvent, rule, to: to.value as CaseState }))
}

interface Move {
  readonly event: CaseEvent
  readonly rule: StepRule
  readonly to: CaseState
}

function settled(facts: StepFacts & { readonly input: Input }, { event, rule, to }: Move): CaseFile {
  const { file, by, at, input } = facts
  const on = at.today.toString()
  const n = (file.steps.at(-1)?.n ?? 0) + 1
  const step = { n, event, from: file.state, to, by, on, at: at.instant.toString(), input }
  const change = rule.change?.(facts) ?? {}
  return {
    ...file,
    ...change.file,
    state: to,
    version: file.version + 1,
    steps: [...file.steps, step],
    clocks: clocksAfter(facts, { event, rule, to }, change.clocks),
    proposedBy: rule.proposes ? by : file.proposedBy,
    decidedBy: rule.decides ? by : rule.proposes ? null : file.decidedBy,
  }
}

/** Met first, then begun, then what the step does itself; where a case is over, what still runs is ended by name. */
function clocksAfter(
  { file, at, calendar }: StepFacts,
  { event, rule, to }: Move,
  own: ((clocks: readonly Clock[]) => readonly Clock[]) | undefined,
): readonly Clock[] {
  const on = at.today.toString()
  const met = endClocks(file.clocks, rule.meets ?? [], { how: 'met', on, by: event })
  const begun = [...met, ...(rule.starts ?? []).map(kind => startClock(kind, at, calendar))]
  const after = own ? own(begun) : begun
  // A published decision may still have to be withdrawn after the case is closed.
  const open = to === 'closed' ? after.filter(({ kind }) => kind === 'unpublish') : []
  return isOver(to) && event !== 'changeDecision' && file.state !== to
    ? endClocks(after, 'all', { how: 'ended', on, by: event }).map(
        c => open.find(o => o.startedOn === c.startedOn && o.kind === c.kind) ?? c,
      )
    : after
}
