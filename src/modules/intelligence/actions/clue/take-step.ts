import { type Actor, actorLabel } from '#kernel/actor'
import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { announce } from '#platform/announce'
import type { Tx } from '#platform/database'
import { clueAnswered, clueConverted, clueReferred } from '../../events.ts'
import { findOfficer } from '../../queries/officers.ts'
import { decideStep, type StepInput } from '../../rules/clue/decide.ts'
import type { ClueEvent } from '../../rules/clue/moves.ts'
import { whyNotStep } from '../../rules/clue/steps.ts'
import { type ClueRecord, lockClue, saveCaseNo, saveClue, writeClueEvent } from '../../store/clue.ts'
import { forgetContact } from '../../store/reporter-calls.ts'
import { tellReporter } from '../informant/messages.ts'
import { leaveUnnamed } from '../informant/unnamed.ts'
import type { Setting } from '../setting.ts'

type Officer = Extract<Actor, { kind: 'staff' }>

export interface StepAsked {
  readonly no: string
  readonly event: ClueEvent
  readonly version: number
  readonly input: StepInput
  readonly by: Officer
  readonly at: Moment
}

/** 办理一步: load, decide by the one table, save, tell whoever has to know. */
export async function takeStep(tx: Tx, asked: StepAsked, setting: Setting): Promise<Result<undefined>> {
  const { no, event, by, at } = asked
  const clue = await lockClue(tx, no)
  if (!clue) return refuse('clueUnknown')
  if (clue.version !== asked.version) return refuse('clueChanged')
  const label = actorLabel(by)
  const fault = whyNotStep(clue, event, { label, roles: by.roles })
  if (fault) return refuse('clueStepNotAllowed', { why: fault.zh, whyEn: fault.en })
  const hasReporter = clue.informantCode !== null
  const decided = decideStep({ ...clue, hasReporter }, event, asked.input, { today: at.today, by: label, ...setting })
  if (!decided.ok) return decided
  const { clue: next, words } = decided.value
  const unnamed = await leaveUnnamed(tx, no, [words], setting.keyring)
  if (!unnamed.ok) return unnamed
  if (event === 'assign' && !(await findOfficer(tx, next.assignedTo ?? ''))) return refuse('clueOfficerUnknown')
  if (event === 'markDuplicate' && !(await lockClue(tx, next.sameAs ?? ''))) return refuse('clueSameUnknown')
  await saveClue(tx, no, next)
  const noteSealed = words === '' ? null : setting.keyring.sealField(words)
  const line = { event, to: next.state, by: label, at: at.instant.toString(), on: at.today.toString(), noteSealed }
  await writeClueEvent(tx, no, line)
  await tellAll(tx, { clue: { ...clue, ...next }, event, words, by: label, at }, setting)
  return ok(undefined)
}

interface Taken {
  readonly clue: ClueRecord
  readonly event: ClueEvent
  readonly words: string
  readonly by: string
  readonly at: Moment
}

async function tellAll(tx: Tx, { clue, event, words, by, at }: Taken, setting: Setting): Promise<void> {
  const { no: clueNo, areaCode, matter } = clue
  const decidedOn = at.today.toString()
  if (event === 'convert') await announce(tx, clueConverted, { clueNo, areaCode, matter, decidedOn, by, words: '' })
  if (event === 'refer')
    await announce(tx, clueReferred, { clueNo, areaCode, matter, decidedOn, agency: clue.agency ?? 'other' })
  if (event === 'tell' && clue.outcome !== null)
    await announce(tx, clueAnswered, { clueNo, areaCode, source: clue.source, outcome: clue.outcome })
  // 书面告知 of an extension (S93 33) and the result (YSJ 41), to whoever holds the receipt.
  if (clue.informantCode === null) return
  if (event === 'close') await forgetContact(tx, clue.informantCode)
  if (event === 'tell') await tellReporter(tx, clue, words, at, setting)
  if (event === 'extend') await tellReporter(tx, clue, `核查期限延长到${clue.dueOn ?? ''}。原因：${words}`, at, setting)
}

/** 立案编号 from the domain of cases (reaction): the clue shows the case it became. */
export async function noteCase(
  tx: Tx,
  { clueNo, caseNo }: { clueNo: string; caseNo: string },
  at: Moment,
): Promise<void> {
  const clue = await lockClue(tx, clueNo)
  if (!clue || clue.caseNo !== null) return
  await saveCaseNo(tx, clueNo, caseNo)
  const line = {
    event: 'caseNo',
    to: clue.state,
    by: 'system:cases',
    at: at.instant.toString(),
    on: at.today.toString(),
  }
  await writeClueEvent(tx, clueNo, { ...line, noteSealed: null })
}
