import { ok, type Result, refuse } from '#kernel/refusal'
import { nextState } from '#kernel/state-table'
import { randomId } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { ItemInput } from '../../contract/quiz.ts'
import { knowsArticle } from '../../library/known-article.ts'
import { checkItem, checkRelease, itemMoves } from '../../rules/quiz/item.ts'
import { type ItemRecord, insertItem, lockItem, saveItem } from '../../store/quiz.ts'
import type { Writer } from '../writer.ts'

/** 写题. Refusals: `lessonArticleUnknown` and those of `checkItem`. */
export async function writeItem(tx: Tx, fields: ItemInput, { by, at }: Writer): Promise<Result<{ id: string }>> {
  const checked = await checkFields(tx, fields)
  if (!checked.ok) return checked
  const id = randomId()
  await insertItem(tx, { ...checked.value, id, writtenBy: by }, at.instant.toString())
  return ok({ id })
}

async function checkFields(tx: Tx, fields: ItemInput): Promise<Result<ItemInput>> {
  const checked = checkItem(fields)
  if (!checked.ok) return checked
  if (!(await knowsArticle(tx, fields.instrument, fields.article))) return refuse('lessonArticleUnknown')
  return ok({ ...fields, options: [...checked.value.options] })
}

export interface ItemStep {
  readonly id: string
  readonly event: 'edit' | 'release' | 'drop' | 'withdraw'
  readonly version: number
  readonly fields?: ItemInput
  readonly reason?: string
}

/**
 * 改、发布、作废、撤下. Refusals: `quizItemUnknown`, `quizItemChanged`, `quizStepNotAllowed`, `quizSamePerson`, `quizReasonMissing`,
 * and those of `writeItem`.
 */
export async function stepItem(tx: Tx, step: ItemStep, { by, at }: Writer): Promise<Result<{ version: number }>> {
  const item = await lockItem(tx, step.id)
  if (!item) return refuse('quizItemUnknown')
  if (item.version !== step.version) return refuse('quizItemChanged')
  const moved = nextState(itemMoves, item.state, step.event)
  if (!moved.ok) return refuse('quizStepNotAllowed')
  const reason = step.reason?.trim() ?? ''
  const next: ItemRecord = { ...item, state: moved.value, version: item.version + 1 }
  if (step.event === 'edit') {
    const checked = await checkFields(
      tx,
      step.fields ?? { ...item, options: [...item.options], audiences: [...item.audiences] },
    )
    if (!checked.ok) return checked
    await saveItem(tx, { ...next, ...checked.value, writtenBy: by })
    return ok({ version: next.version })
  }
  if (step.event === 'release') {
    const checked = checkRelease(item, { writer: item.writtenBy, by, reason })
    if (!checked.ok) return checked
  }
  if (step.event === 'withdraw' && reason === '') return refuse('quizReasonMissing')
  const decided = step.event === 'release' ? { by, at: at.instant.toString() } : undefined
  await saveItem(tx, { ...next, reason: reason || item.reason }, decided)
  return ok({ version: next.version })
}
