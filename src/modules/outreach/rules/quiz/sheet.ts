import { ok, type Result, refuse } from '#kernel/refusal'
import { type Cited, citationOf } from '../cited.ts'

export interface SheetItem extends Cited {
  readonly id: string
  readonly question: string
  readonly options: readonly string[]
  readonly answer: number
  readonly why: string
}
export interface Choice {
  readonly item: string
  readonly chosen: number
}

/** A question as it is asked: without its answer. */
export const askedOf = ({ id, question, options }: SheetItem) => ({ id, question, options: [...options] })

/** 批改: every question once, with its article. Refuses `quizSheetWrong` what is no sheet of these items. */
export function markSheet(items: readonly SheetItem[], answers: readonly Choice[]) {
  const chosen = new Map(answers.map(answer => [answer.item, answer.chosen]))
  if (chosen.size !== answers.length || chosen.size !== items.length) return refuse('quizSheetWrong')
  const marked = []
  for (const item of items) {
    const choice = chosen.get(item.id)
    if (choice === undefined || choice >= item.options.length) return refuse('quizSheetWrong')
    const { answer, why, instrument, article } = item
    marked.push({ ...askedOf(item), chosen: choice, answer, why, instrument, article, citation: citationOf(item) })
  }
  const right = marked.filter(({ chosen: choice, answer }) => choice === answer).length
  return ok({ right, total: marked.length, items: marked })
}

interface OpenQuiz {
  readonly shape: 'once' | 'beforeAfter'
  readonly beginsOn: string
  readonly endsOn: string
}

/** 正在进行: from its first day to its last. Refuses `quizUnknown`: what is over is not there. */
export const checkOpen = ({ beginsOn, endsOn }: Pick<OpenQuiz, 'beginsOn' | 'endsOn'>, today: string): Result<null> =>
  today < beginsOn || today > endsOn ? refuse('quizUnknown') : ok(null)

/**
 * 对象所在镇街: a quiz for some towns is not for a reader who is known to be elsewhere: his shops, or the terminal he stands at. Of
 * whoever is not known nothing is asked. Refuses `quizOtherTown`.
 */
export const checkTown = (towns: readonly string[], reader: readonly string[]): Result<null> =>
  towns.length === 0 || reader.length === 0 || reader.some(town => towns.includes(town))
    ? ok(null)
    : refuse('quizOtherTown')

/** A quiz that is answered once has one round, the other kind two. Refuses `quizSheetWrong`. */
export const checkRound = ({ shape }: Pick<OpenQuiz, 'shape'>, round: 'once' | 'before' | 'after'): Result<null> =>
  (round === 'once') === (shape === 'once') ? ok(null) : refuse('quizSheetWrong')

/** Refuses `quizDaysWrong`: it ends on or after its first day and not before today. */
export const checkDays = ({ beginsOn, endsOn }: Pick<OpenQuiz, 'beginsOn' | 'endsOn'>, today: string): Result<null> =>
  endsOn < beginsOn || endsOn < today ? refuse('quizDaysWrong') : ok(null)
