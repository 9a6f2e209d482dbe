import { cleanText } from '#kernel/chinese-text'
import { ok, type Result, refuse } from '#kernel/refusal'
import { afterStep, type ItemEvent, type ItemState, itemSteps } from './moves.ts'

interface Item {
  readonly state: ItemState
  readonly version: number
  readonly proposedBy: string
  readonly receivedAt: string | null
  readonly answeredAt: string | null
}

export interface StepAsked {
  readonly event: ItemEvent
  readonly version: number
  readonly words: string
  readonly by: string
  readonly side: 'ours' | 'theirs'
}

/** What a step leaves: the state, its words, and the moments that are measured. The first receipt and answer count. */
export interface StepTaken {
  readonly state: ItemState
  readonly words: string
  readonly receivedNow: boolean
  readonly answeredNow: boolean
}

/** One step of either side. Both see the same table; what is not theirs does not exist for them. */
export function decideItemStep(item: Item, asked: StepAsked): Result<StepTaken> {
  const { event, side } = asked
  const rule = itemSteps[event]
  if (item.version !== asked.version) return refuse('itemChanged')
  const state = rule.side === side ? afterStep(item.state, event) : undefined
  if (state === undefined) return refuse('itemStepNotAllowed', { state: item.state, event })
  // 复核: the second person is another one.
  if (event === 'approve' && item.proposedBy === asked.by) return refuse('releaseOneHand')
  const blank = asked.words.trim() === ''
  if (blank && rule.words) return refuse('itemWordsMissing')
  const words = blank ? ok('') : cleanText(asked.words, { max: 2000, lines: true })
  if (!words.ok) return words
  return ok({
    state,
    words: words.value,
    // Whoever answers, asks or refuses has received it.
    receivedNow: item.receivedAt === null && side === 'theirs',
    answeredNow: item.answeredAt === null && (event === 'answer' || event === 'refuse'),
  })
}
