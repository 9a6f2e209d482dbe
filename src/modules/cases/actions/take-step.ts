import { type Actor, actorLabel } from '#kernel/actor'
import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { leaveUnnamed } from '#modules/intelligence'
import { announce } from '#platform/announce'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import { caseMoved } from '../events.ts'
import { issuePapers } from '../papers/issue.ts'
import type { CaseFile, Input } from '../rules/procedure/case-file.ts'
import { nextDue } from '../rules/procedure/clocks.ts'
import { listIn, textIn } from '../rules/procedure/fields.ts'
import { stepRule } from '../rules/procedure/steps.ts'
import { takeStep } from '../rules/procedure/take-step.ts'
import { findTaskOfCase } from '../store/case-tasks.ts'
import { lockCase, saveCase } from '../store/cases.ts'
import { shownOf } from './open-case.ts'
import { followPublication } from './publication.ts'
import { settingOf } from './setting.ts'

interface StepAsked {
  readonly no: string
  readonly event: string
  readonly version: number
  readonly input: Input
  readonly by: Extract<Actor, { kind: 'staff' }>
  readonly at: Moment
}

/** 办理一步: load, decide by the table, save, make the documents, announce. */
export async function stepCase(tx: Tx, asked: StepAsked, keys: Keyring): Promise<Result<string>> {
  const { no, event, at, by } = asked
  const file = await lockCase(tx, no, keys)
  if (!file) return refuse('caseUnknown')
  if (file.version !== asked.version) return refuse('caseChanged')
  const setting = await settingOf(tx, file, at, keys)
  const taken = takeStep(file, { event, input: asked.input, by: actorLabel(by), roles: by.roles, at }, setting)
  if (!taken.ok) return taken
  const next = taken.value
  const unnamed = await leaveUnnamed(tx, no, wordsOf(event, asked.input), keys)
  if (!unnamed.ok) return unnamed
  const partySealed = keys.sealField(JSON.stringify(next.party))
  await saveCase(tx, { file: next, partyShown: shownOf(next.party), partySealed, due: nextDue(next.clocks) })
  await issuePapers(tx, next, at, setting, keys)
  const shown = await followPublication(tx, next, at)
  if (!shown.ok) return shown
  await announce(tx, caseMoved, await movedFact(tx, next, { event, from: file.state }))
  return ok(no)
}

/** 案卷里只写代号: what is told in free words, long, short or by the line. Who signed for a paper, and whom another agency named, gave their names themselves. */
const wordsOf = (event: string, input: Input): readonly string[] =>
  (stepRule(event)?.asks ?? [])
    .filter(({ type, key }) => ['words', 'short', 'lines'].includes(type) && key !== 'receivedBy' && key !== 'contact')
    .flatMap(({ key }) => [textIn(input, key), ...listIn(input, key)])

/** What others hear of a step. */
export async function movedFact(
  tx: Tx,
  { no, state, origin, originRef, areaCode, licenceNo }: CaseFile,
  { event, from }: { readonly event: string; readonly from: string },
) {
  const taskId = await findTaskOfCase(tx, no)
  return { caseNo: no, event, from, to: state, origin, originRef, taskId, areaCode, licenceNo }
}
