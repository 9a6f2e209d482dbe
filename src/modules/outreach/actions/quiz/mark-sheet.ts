import { formatCitation, type InstrumentCode } from '#kernel/citation'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Asked, Chosen, Marked } from '../../contract/quiz.ts'
import type { ItemRecord } from '../../store/quiz.ts'

export const askedOf = ({ id, question, options }: ItemRecord): Asked => ({ id, question, options: [...options] })

/** 批改: every question once, with its article. Refuses `quizSheetWrong` what is no sheet of these items. */
export function markSheet(items: readonly ItemRecord[], answers: readonly Chosen[]): Result<Omit<Marked, 'points'>> {
  const chosen = new Map(answers.map(answer => [answer.item, answer.chosen]))
  if (chosen.size !== answers.length || chosen.size !== items.length) return refuse('quizSheetWrong')
  const marked = []
  for (const item of items) {
    const choice = chosen.get(item.id)
    if (choice === undefined || choice >= item.options.length) return refuse('quizSheetWrong')
    const { answer, why, article } = item
    const instrument = item.instrument as InstrumentCode
    const citation = formatCitation({ instrument, article })
    marked.push({ ...askedOf(item), chosen: choice, answer, why, instrument, article, citation })
  }
  return ok({
    right: marked.filter(({ chosen: choice, answer }) => choice === answer).length,
    total: marked.length,
    items: marked,
  })
}
