import { ok, type Result, refuse } from '#kernel/refusal'
import type { Moves, StateOf } from '#kernel/state-table'
import { checkWords } from '../guard/check-words.ts'

/** 活动 from the plan to the count. */
export const eventMoves = {
  planned: { move: 'planned', hold: 'held', cancel: 'cancelled' },
} as const satisfies Moves
export type EventState = StateOf<typeof eventMoves>

export const eventKinds = {
  village: { zh: '进村居', en: 'Village' },
  market: { zh: '进圩镇', en: 'Market town' },
  school: { zh: '进校园', en: 'School' },
} as const
export type EventKind = keyof typeof eventKinds

/** 广告法第二十二条 for title, place and materials; a school is held to what pupils may be told. Refuses `adWords`. */
export function checkEventWords(kind: EventKind, texts: readonly string[]): Result<null> {
  const found = texts.flatMap(text => checkWords(text, kind === 'school' ? 'minor' : 'public'))
  const stopped = kind === 'school' ? found : found.filter(finding => finding.kind === 'brand')
  return stopped.length === 0
    ? ok(null)
    : refuse('adWords', { words: [...new Set(stopped.map(({ word }) => word))].join('、') })
}
