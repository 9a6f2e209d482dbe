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
}

export interface Option extends Words {
  readonly value: string
  readonly detail?: Words
}

interface Asked {
  readonly key: string
  readonly title: Words
  readonly hint?: Words
  /** A question whose answer follows from earlier ones is not asked. */
  readonly applies?: (answers: Answers, known: Known) => boolean
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
      }
    | { readonly kind: 'phone' }
    | { readonly kind: 'number'; readonly least: number; readonly most: number; readonly unit: Words }
  )

/** The questions that are asked after what was said so far, in order. */
export const askedOf = (questions: readonly Question[], answers: Answers, known: Known): readonly Question[] =>
  questions.filter(question => question.applies?.(answers, known) ?? true)

/** One answer, or undefined while it is open. */
export const said = (answers: Answers, key: string): string | undefined => answers[key]

/** A multiple choice as a list. */
export const chosen = (answers: Answers, key: string): readonly string[] =>
  (answers[key] ?? '').split(',').filter(part => part !== '')
