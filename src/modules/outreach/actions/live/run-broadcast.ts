import { ok, type Result, refuse } from '#kernel/refusal'
import { nextState } from '#kernel/state-table'
import { randomId } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { ProgrammeInput } from '../../contract/live.ts'
import { knowsArticle } from '../../library/known-article.ts'
import { readCaptions } from '../../rules/captions.ts'
import { checkShownWords } from '../../rules/guard/check-words.ts'
import { type BroadcastEvent, broadcastMoves, type Chapter, checkChapters } from '../../rules/live/broadcast.ts'
import { type BroadcastRecord, insertBroadcast, lockBroadcast, saveBroadcast } from '../../store/live.ts'
import type { Writer } from '../writer.ts'

/** 排节目. Refusals: `lessonArticleUnknown`, `adWords`. */
export async function planBroadcast(
  tx: Tx,
  given: ProgrammeInput,
  { by, at }: Writer,
): Promise<Result<{ id: string }>> {
  const checked = await checkProgramme(tx, given)
  if (!checked.ok) return checked
  const id = randomId()
  await insertBroadcast(tx, { ...given, id, by, at: at.instant.toString() })
  return ok({ id })
}

async function checkProgramme(tx: Tx, { title, speaker, about, cites }: ProgrammeInput): Promise<Result<null>> {
  for (const { instrument, article } of cites)
    if (!(await knowsArticle(tx, instrument, article))) return refuse('lessonArticleUnknown')
  return checkShownWords([title, speaker, about], 'public')
}

export interface BroadcastStep {
  readonly id: string
  readonly event: BroadcastEvent
  readonly version: number
  readonly fields?: ProgrammeInput
  readonly chapters?: readonly Chapter[]
  readonly captions?: string
  readonly reason?: string
}

/**
 * 改、开播、结束、整理、发布、撤下. Refusals: `liveUnknown`, `liveChanged`, `liveStepNotAllowed`, `liveSamePerson`,
 * `liveReasonMissing`, `liveNoStream` (nothing was recorded), `liveChaptersWrong`, `captionsWrong` and those of planning.
 */
export async function stepBroadcast(
  tx: Tx,
  step: BroadcastStep,
  { by, at, recorded }: Writer & { readonly recorded: boolean },
): Promise<Result<{ version: number }>> {
  const found = await lockBroadcast(tx, step.id)
  if (!found) return refuse('liveUnknown')
  if (found.version !== step.version) return refuse('liveChanged')
  const moved = nextState(broadcastMoves, found.state, step.event)
  if (!moved.ok) return refuse('liveStepNotAllowed')
  const next: BroadcastRecord = { ...found, state: moved.value, version: found.version + 1 }
  const changed = await changeOf(tx, next, step, { by, now: at.instant.toString(), recorded })
  if (!changed.ok) return changed
  await saveBroadcast(tx, changed.value, at.instant.toString())
  return ok({ version: next.version })
}

interface Doer {
  readonly by: string
  readonly now: string
  readonly recorded: boolean
}

async function changeOf(
  tx: Tx,
  next: BroadcastRecord,
  step: BroadcastStep,
  { by, now, recorded }: Doer,
): Promise<Result<BroadcastRecord>> {
  switch (step.event) {
    case 'edit': {
      const fields = step.fields ?? { ...next, cites: [...next.cites] }
      const checked = await checkProgramme(tx, fields)
      return checked.ok ? ok({ ...next, ...fields }) : checked
    }
    case 'open':
      return ok({ ...next, openedAt: now })
    case 'end':
      return ok({ ...next, endedAt: now, preparedBy: by })
    case 'prepare':
      return prepared(next, step, by)
    case 'release':
      if (next.preparedBy === by) return refuse('liveSamePerson')
      return recorded ? ok({ ...next, releasedBy: by, releasedAt: now }) : refuse('liveNoStream')
    default: {
      const reason = step.reason?.trim() ?? ''
      return reason === '' ? refuse('liveReasonMissing') : ok({ ...next, reason })
    }
  }
}

function prepared(next: BroadcastRecord, step: BroadcastStep, by: string): Result<BroadcastRecord> {
  const chapters = checkChapters(step.chapters ?? next.chapters)
  if (!chapters.ok) return chapters
  const captions = readCaptions(step.captions ?? next.captions ?? '')
  if (!captions.ok) return captions
  const words = checkShownWords([...chapters.value.map(({ title }) => title), captions.value ?? ''], 'public')
  return words.ok ? ok({ ...next, chapters: chapters.value, captions: captions.value, preparedBy: by }) : words
}
