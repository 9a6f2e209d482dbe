import { parseDate } from '#kernel/dates'
import { refuse } from '#kernel/refusal'
import type { Outcome } from '../draw/room.ts'

interface Told {
  readonly outcome: Outcome
  readonly words: string
  readonly rectifyBy: string | null
}

/** 检查结果: an order to correct has its last day, what was found has words. The same for the report by hand and the visit. */
export function outcomeFault({ outcome, words, rectifyBy }: Told, checkedOn: string) {
  if ((outcome === 'rectify') !== (rectifyBy !== null)) return refuse('findingRectifyDay')
  if (rectifyBy !== null && (!parseDate(rectifyBy).ok || rectifyBy < checkedOn)) return refuse('findingRectifyDay')
  return outcome !== 'clear' && words.trim() === '' ? refuse('findingWordsMissing') : undefined
}
