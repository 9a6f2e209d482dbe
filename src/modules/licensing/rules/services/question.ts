import type { Words } from './service.ts'

/** What the applicant said, question by question (key → text); a multiple choice joins its values with commas. */
export type Answers = Readonly<Record<string, string>>

/** What the system knows before the questions begin; nothing of it is asked. Days are ISO texts. */
export interface Known {
  readonly today: string
  readonly validTo: string
  readonly scope: readonly string[]
  readonly suspendedFrom: string | null
  readonly suspendedTo: string | null
  /** As the market regulator has it now; null = could not be asked. */
  readonly business: { readonly name: string; readonly operatorName: string; readonly address: string } | null
  readonly minimumMonths: number
  readonly maximumDays: number
  /** Of 新办 only. */
  readonly newShop?: NewShop
}

/** What 新办 starts from besides the business licence. */
export interface NewShop {
  /** The towns (镇街) of this county. */
  readonly towns: readonly { readonly code: string; readonly name: string }[]
  /** As the card or the unified identity of this session says; null = the way of proof tells no name. */
  readonly applicantName: string | null
  /** The unified identity gave the number with this session: it is not asked, and told to no screen. */
  readonly numberKnown: boolean
  /** 名下的营业执照, as the e-certificate library has them: chosen, so that nobody copies a code. */
  readonly businesses: readonly KnownBusiness[]
  /** `notAsked`: the session knows no number, or the code is said already. */
  readonly businessesLook: 'found' | 'unavailable' | 'notAsked'
}

export interface KnownBusiness {
  readonly creditCode: string
  readonly name: string
  readonly operatorName: string
  readonly address: string
}

export interface Option extends Words {
  readonly value: string
  readonly detail?: Words
  /** As it is said where it stands beside the label of its question. */
  readonly brief?: Words
  /** Seldom meant: at a terminal behind 还有别的, so that a page offers five choices at most. */
  readonly rare?: true
}

interface Asked {
  readonly key: string
  readonly title: Words
  readonly hint?: Words
  /** At a terminal asked on the page of the question before it: both are one tap. */
  readonly sharesPage?: true
  /** A question whose answer follows from earlier ones is not asked. */
  readonly applies?: (answers: Answers, known: Known) => boolean
  /** What a register says already: it is the answer, and nobody is asked (ZX 7). null = nothing known, ask. */
  readonly given?: (answers: Answers, known: Known) => string | null
  /**
   * What nearly everybody answers: not asked on a page of its own, but shown under `label` on the page 这些对吗 and taken when
   * that page is confirmed, never before. null = nothing likely, ask; an empty text = may stay open.
   */
  readonly likely?: { readonly label: Words; readonly answer: (answers: Answers, known: Known) => string | null }
  /** Asked only while a register answers: should it fall silent before the filing, the answer is let go and refused to nobody. */
  readonly lingers?: true
}

export type Question = Asked &
  (
    | { readonly kind: 'choice'; readonly options: readonly Option[] }
    | { readonly kind: 'choices'; readonly options: readonly Option[] }
    | {
        readonly kind: 'date'
        readonly earliest: (answers: Answers, known: Known) => string
        readonly latest: (answers: Answers, known: Known) => string
        /** The days most people mean: one tap instead of a calendar. */
        readonly presets: (answers: Answers, known: Known) => readonly (Words & { readonly day: string })[]
      }
    | {
        readonly kind: 'text'
        readonly maxLength: number
        /** What a register says; a tap takes it over. */
        readonly suggestion?: (known: Known) => string | null
        /** May stay empty at a terminal without a keyboard: an officer asks. */
        readonly optional?: boolean
        /** The text as it is kept; undefined when it cannot be one. */
        readonly read?: (text: string) => string | undefined
      }
    /** 镇街, one of `known.newShop.towns`. */
    | { readonly kind: 'town' }
    /** 位置 (place-text.ts); may stay empty: two officers measure in any case. */
    | { readonly kind: 'position' }
    | { readonly kind: 'phone' }
    | { readonly kind: 'number'; readonly least: number; readonly most: number; readonly unit: Words }
  )

export const applies = (question: Question, answers: Answers, known: Known): boolean =>
  question.applies?.(answers, known) ?? true

/** The questions that are asked after what was said so far, in order. */
export const askedOf = (questions: readonly Question[], answers: Answers, known: Known): readonly Question[] => {
  const full = withGiven(questions, answers, known)
  return questions.filter(
    question => applies(question, full, known) && (question.given?.(full, known) ?? null) === null,
  )
}

/** What was said, with what the registers say in its place. */
export function withGiven(questions: readonly Question[], answers: Answers, known: Known): Answers {
  const full: Record<string, string> = { ...answers }
  for (const question of questions) {
    const given = applies(question, full, known) ? (question.given?.(full, known) ?? null) : null
    if (given !== null) full[question.key] = given
  }
  return full
}

/** The likely answer of a question nobody has answered yet. */
export const likelyOf = ({ likely }: Question, answers: Answers, known: Known): string | null =>
  likely?.answer(answers, known) ?? null

/** What was said, with what the registers say and, where nothing was said, what is likely: shown to be confirmed. */
export function withLikely(questions: readonly Question[], answers: Answers, known: Known): Answers {
  let full = withGiven(questions, answers, known)
  for (const question of questions) {
    if (full[question.key] !== undefined || !applies(question, full, known)) continue
    const likely = likelyOf(question, full, known)
    if (likely !== null) full = withGiven(questions, { ...full, [question.key]: likely }, known)
  }
  return full
}

/** What is sent: every answer that counts now, what the registers say in its place, and nothing left over from before. */
export function answersToSend(questions: readonly Question[], answers: Answers, known: Known): Answers {
  const full = withGiven(questions, answers, known)
  const keys = questions.filter(question => applies(question, full, known)).map(({ key }) => key)
  return Object.fromEntries(keys.flatMap(key => (full[key]?.trim() ? [[key, full[key]]] : [])))
}

/** One answer, or undefined while it is open. */
export const said = (answers: Answers, key: string): string | undefined => answers[key]

/** A multiple choice as a list. */
export const chosen = (answers: Answers, key: string): readonly string[] =>
  (answers[key] ?? '').split(',').filter(part => part !== '')
