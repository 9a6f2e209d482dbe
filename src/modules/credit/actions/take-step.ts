import { type Actor, actorLabel } from '#kernel/actor'
import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { nextState } from '#kernel/state-table'
import type { Tx } from '#platform/database'
import { readInput, textIn } from '../rules/fields.ts'
import type { Input, StepOutcome } from '../rules/file.ts'
import { whyNotStep } from '../rules/guards.ts'
import { ruleOf } from '../rules/kinds.ts'
import { type FileRecord, lockFile, saveFile, writeEvent } from '../store/files.ts'
import { carryOut } from './effects.ts'
import type { Setting } from './setting.ts'
import { gatherFacts } from './step-facts.ts'

type Officer = Extract<Actor, { kind: 'staff' }>

export interface StepAsked {
  readonly id: string
  readonly event: string
  readonly version: number
  readonly input: Input
  readonly by: Officer
  readonly at: Moment
}

/** 办理一步: load, decide by the table and the kind's rule, save, let follow what follows. */
export async function takeStep(tx: Tx, asked: StepAsked, setting: Setting): Promise<Result<string>> {
  const { id, event, by, at } = asked
  const file = await lockFile(tx, id)
  if (!file) return refuse('creditFileUnknown')
  if (file.version !== asked.version) return refuse('creditChanged')
  const label = actorLabel(by)
  const fault = whyNotStep(file, event, { label, roles: by.roles })
  if (fault) return refuse('creditStepNotAllowed', { why: fault.zh, whyEn: fault.en })
  const rule = ruleOf(file.kind)
  const input = readInput(rule.events[event]?.asks ?? [], asked.input)
  if (!input.ok) return input
  const facts = await gatherFacts(tx, { file, event, input: input.value, by: label, at }, setting)
  const outcome = rule.decide(facts)
  if (!outcome.ok) return outcome
  await settle(tx, { file, event, by: label, at, note: textIn(input.value, 'words') }, outcome.value, setting)
  return ok(id)
}

interface HouseMove {
  readonly id: string
  readonly event: string
  readonly by: string
  readonly at: Moment
  readonly note: string
  readonly input?: Input
}

/** A step the house takes because of another: a record after its objection, a correction after its follow-up. */
export async function moveByHouse(tx: Tx, { id, event, by, at, note, input = {} }: HouseMove, setting: Setting) {
  const file = await lockFile(tx, id)
  if (!file || !nextState(ruleOf(file.kind).moves, file.state, event).ok) return
  const facts = await gatherFacts(tx, { file, event, input, by, at }, setting)
  const outcome = ruleOf(file.kind).decide(facts)
  if (outcome.ok) await settle(tx, { file, event, by, at, note }, outcome.value, setting)
}

interface Taken {
  readonly file: FileRecord
  readonly event: string
  readonly by: string
  readonly at: Moment
  readonly note: string
}

async function settle(tx: Tx, taken: Taken, outcome: StepOutcome, setting: Setting): Promise<void> {
  const { file, event, by, at, note } = taken
  const { moves, events } = ruleOf(file.kind)
  const to = nextState(moves, file.state, event)
  if (!to.ok) return
  const rule = events[event]
  const data = { ...file.data, ...outcome.data }
  const dueOn = outcome.dueOn === undefined ? file.dueOn : outcome.dueOn
  const proposedBy = rule?.proposes ? by : file.proposedBy
  await saveFile(tx, file.id, { state: to.value, data, dueOn, proposedBy, decidedBy: rule?.decides ? by : null })
  await writeEvent(tx, file.id, { event, to: to.value, by, at: at.instant.toString(), note })
  const after = { ...file, state: to.value, data, dueOn, version: file.version + 1 }
  await carryOut(tx, { file: after, effects: outcome.effects ?? [], by, at, event }, setting)
}
