import {
  askedOf,
  type CheckResult,
  type Deliver,
  type KnownBusiness,
  likelyOf,
  type Question,
  type ServiceSheet,
  services,
  withLikely,
} from '#contract/licensing'
import type { ApplyAnswers } from '../../services/apply/answers.ts'

/** One page of 新办: which business, what no register says, the rest to be confirmed together, what the rules make of it. */
export type NewStep =
  | `asked.${string}`
  | 'business'
  | 'facts'
  | 'phone'
  | 'confirm'
  | 'checked'
  | 'signature'
  /** Changed from the page 这些对吗 only. */
  | 'deliver'

type At =
  /** The registers are asked; it goes on at the first open page. */
  | { readonly name: 'look' }
  | { readonly name: 'question'; readonly step: NewStep; readonly wrong: boolean }
  | { readonly name: 'submit' }
  | { readonly name: 'result'; readonly result: CheckResult }

/** Where a new application on a telephone stands; lives in this page only, drafts live at the server. */
export interface NewFlow {
  readonly sheet: ServiceSheet | undefined
  readonly answers: ApplyAnswers
  /** The person's businesses that the e-certificate library named. */
  readonly offered: readonly KnownBusiness[]
  /** The business is none of them: its code is typed. */
  readonly typing: boolean
  /** A draft, and a change from the page 这些对吗, go on at the first open page; whoever goes back walks page by page. */
  readonly resumed: boolean
  /** The page 这些对吗 was confirmed for the answers as they are, and the result of the rules was read for them. */
  readonly confirmed: boolean
  readonly checked: boolean
  readonly at: At
}

const { questions } = services.issue

/** 送证上门 is what the bureau does where nobody says otherwise; the electronic licence is there in any case. */
export const usualDelivery: Deliver['mode'] = 'door'

/** The pages in order, as far as they are known. */
export function stepsOf(flow: Omit<NewFlow, 'at'>): readonly NewStep[] {
  const { sheet, answers, offered, typing } = flow
  const typed: NewStep[] = typing || offered.length === 0 ? ['asked.creditCode'] : []
  const code: NewStep[] = [...(offered.length > 0 ? ['business' as const] : []), ...typed]
  const creditCode = answers.said['creditCode']
  if (!sheet || creditCode === undefined) return code
  // Who chose the card of a business has seen what is registered.
  const shown = offered.some(business => business.creditCode === creditCode)
  const facts: NewStep[] = sheet.known.business && !shown ? ['facts'] : []
  const open = questionsOf(flow).filter(({ likely }) => !likely)
  const asked = open.map(({ question: { key } }): NewStep => `asked.${key}`)
  const phone: NewStep[] = sheet.phoneMasked === null ? ['phone'] : []
  return [...code, ...facts, ...asked, ...phone, 'confirm', 'checked', 'signature']
}

interface AskedNew {
  readonly question: Question
  readonly value: string
  /** Stands on the page 这些对吗. */
  readonly likely: boolean
}

/** What is asked besides the code, each with what was said or is likely. */
export function questionsOf({ sheet, answers: { said } }: Pick<NewFlow, 'sheet' | 'answers'>): readonly AskedNew[] {
  if (!sheet) return []
  const full = withLikely(questions, said, sheet.known)
  return askedOf(questions, full, sheet.known)
    .filter(({ key }) => key !== 'creditCode')
    .map(question => ({
      question,
      value: full[question.key] ?? '',
      likely: likelyOf(question, full, sheet.known) !== null,
    }))
}

export function answeredStep(step: NewStep, { answers, sheet, confirmed, checked }: NewFlow): boolean {
  switch (step) {
    case 'business':
      return answers.said['creditCode'] !== undefined
    case 'facts':
      return answers.factsConfirmed
    case 'confirm':
      return confirmed
    case 'checked':
      return checked
    case 'deliver':
      return answers.deliver !== undefined
    case 'phone':
      return answers.phone !== undefined
    case 'signature':
      // Consent is to one text: a newer version has to be read again.
      return answers.signature !== undefined && answers.agreedVersion === sheet?.notice.version
    default:
      return Object.hasOwn(answers.said, step.slice('asked.'.length))
  }
}
