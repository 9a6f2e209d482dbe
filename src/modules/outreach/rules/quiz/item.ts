import { ok, type Result, refuse } from '#kernel/refusal'
import type { Moves, StateOf } from '#kernel/state-table'
import { type Audience, checkShownWords, checkWords, type WordFinding } from '../guard/check-words.ts'

/** 题目 from the pen to the public and back. */
export const itemMoves = {
  draft: { edit: 'draft', release: 'released', drop: 'dropped' },
  released: { withdraw: 'withdrawn' },
} as const satisfies Moves
export type ItemState = StateOf<typeof itemMoves>

export const audienceWords = {
  retailer: { zh: '零售户', en: 'Shopkeepers' },
  public: { zh: '群众', en: 'Everybody' },
  minor: { zh: '学生', en: 'Pupils' },
} as const satisfies Record<Audience, { zh: string; en: string }>

export interface ItemWords {
  readonly question: string
  readonly options: readonly string[]
  readonly answer: number
  readonly why: string
  readonly audiences: readonly Audience[]
}

/** Everything a reader of the item would see, checked for its strictest audience. */
export const findingsOf = (item: ItemWords): readonly WordFinding[] =>
  shownOf(item).flatMap(text => checkWords(text, strictestOf(item)))

const shownOf = ({ question, options, why }: ItemWords): readonly string[] => [question, ...options, why]
const strictestOf = ({ audiences }: ItemWords): Audience => (audiences.includes('minor') ? 'minor' : 'public')

/** Refusals: `quizOptionsAlike`, `quizAnswerMissing`, `adWords` (named) for what nobody may release. */
export function checkItem(item: ItemWords): Result<ItemWords> {
  const options = item.options.map(option => option.trim())
  if (new Set(options).size !== options.length || options.includes('')) return refuse('quizOptionsAlike')
  if (item.answer >= options.length) return refuse('quizAnswerMissing')
  const words = checkShownWords(shownOf(item), strictestOf(item))
  return words.ok ? ok({ ...item, options }) : words
}

/**
 * 发布: by another person than the writer, with a reason where words look like advertising.
 * Refusals: `quizSamePerson`, `quizReasonMissing`, and those of `checkItem`.
 */
export function checkRelease(
  item: ItemWords,
  who: { readonly writer: string; readonly by: string; readonly reason: string },
): Result<null> {
  if (who.writer === who.by) return refuse('quizSamePerson')
  const checked = checkItem(item)
  if (!checked.ok) return checked
  if (findingsOf(item).length > 0 && who.reason.trim() === '') return refuse('quizReasonMissing')
  return ok(null)
}
