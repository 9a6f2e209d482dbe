import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { randomId } from '#platform/crypto'
import type { Tx } from '#platform/database'
import { checkShownWords } from '../../rules/guard/check-words.ts'
import { isPublic, minuteOf } from '../../rules/live/broadcast.ts'
import { findBroadcast, insertQuestion, insertViewer } from '../../store/live.ts'
import { markOf } from '../own-mark.ts'

interface Viewer {
  readonly id: string
  /** Made by the telephone; only its hash, bound to this broadcast, is kept. */
  readonly viewer: string
}

/** 出席: one more minute of a telephone nobody knows. Refuses `liveUnknown`. */
export async function noteViewer(tx: Tx, given: Viewer, at: Moment): Promise<Result<undefined>> {
  const found = await findBroadcast(tx, given.id)
  if (!found?.openedAt || !isPublic(found.state)) return refuse('liveUnknown')
  const minute = minuteOf(found.state, Temporal.Instant.from(found.openedAt), at.instant)
  await insertViewer(tx, given.id, markOf(given.id, given.viewer), minute)
  return ok(undefined)
}

/** 提问: waits until a person has looked at it. Refusals: `liveUnknown`, `adWords`, `liveTooMany`. */
export async function askQuestion(
  tx: Tx,
  given: Viewer & { readonly words: string },
  at: Moment,
): Promise<Result<undefined>> {
  const found = await findBroadcast(tx, given.id)
  if (found?.state !== 'live') return refuse('liveUnknown')
  const words = given.words.trim()
  const checked = checkShownWords([words], 'public')
  if (!checked.ok) return checked
  const asked = {
    id: randomId(),
    broadcastId: given.id,
    viewer: markOf(given.id, given.viewer),
    words,
    at: at.instant.toString(),
  }
  return (await insertQuestion(tx, asked)) ? ok(undefined) : refuse('liveTooMany')
}
