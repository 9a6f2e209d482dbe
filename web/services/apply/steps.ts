import { askedOf, documentNeeds, givesNewFace, type Question, type ServiceSheet, services } from '#contract/licensing'
import type { DocumentQuestion } from '../documents/question.ts'
import { type ApplyAnswers, newPhone } from './answers.ts'

export type AskedStep = `asked.${string}`
export type ApplyStep = 'licence' | 'facts' | AskedStep | 'papers' | 'deliver' | 'phone' | 'notice' | 'signature'

/** Where an application stands: how many licences there are, the sheet of the chosen one, and what was said. */
export interface Standing {
  readonly licences: number
  readonly sheet: ServiceSheet | undefined
  readonly answers: ApplyAnswers
  /** The number on file took a code a minute ago: whoever read it there is not asked whether it is right. */
  readonly reached?: boolean
  /**
   * At a terminal, where the person is checked on a page too (加强核验): the notice stands where it is signed, and questions
   * that say so share a page.
   */
  readonly together?: boolean
  /** 代理人 by a mandate on paper, whose scan is one of the papers. */
  readonly paperMandate?: boolean
}

/** A service as a line of questions (办事步骤): pure, so that terminal and phone walk it alike. */
export function stepsOf(standing: Standing): readonly ApplyStep[] {
  const { licences, sheet, answers, reached, together = false } = standing
  const first: ApplyStep[] = licences > 1 ? ['licence', 'facts'] : ['facts']
  if (!sheet) return first
  const asked = questionsOf(sheet, answers)
    .filter(question => !(together && question.sharesPage))
    .map((question): AskedStep => `asked.${question.key}`)
  // Only where something is needed that no register has (ZX 7).
  const needed = documentNeeds(papersOf(sheet, standing)).some(({ standing: how }) => how === 'needed')
  const papers: ApplyStep[] = needed ? ['papers'] : []
  const deliver: ApplyStep[] = givesNewFace(sheet.service, answers.said) ? ['deliver'] : []
  // Whoever has just given the new number is not asked whether the old one is right.
  const phone: ApplyStep[] = newPhone(answers) === undefined && !reached ? ['phone'] : []
  return [...first, ...asked, ...papers, ...deliver, ...phone, ...(together ? [] : ['notice' as const]), 'signature']
}

/** The matter as the list of papers is asked for it, before any file stands. */
export const papersOf = (
  { service, licence, known }: ServiceSheet,
  { answers, paperMandate = false }: Pick<Standing, 'answers' | 'paperMandate'>,
): DocumentQuestion => ({
  service,
  licenceNo: licence?.licenceNo ?? null,
  applicationNo: null,
  answers: answers.said,
  businessFetched: known.business !== null,
  paperMandate,
})

const questionsOf = (sheet: ServiceSheet, { said }: ApplyAnswers): readonly Question[] =>
  askedOf(services[sheet.service].questions, said, sheet.known)

/** The questions on the page of a step: its own, and those that share it. */
export function questionsAt(sheet: ServiceSheet, step: ApplyStep, { together }: Standing): readonly Question[] {
  const { questions } = services[sheet.service]
  const at = questions.findIndex(question => step === `asked.${question.key}`)
  const next = questions.findIndex((question, index) => index > at && !question.sharesPage)
  return at < 0 ? [] : questions.slice(at, together ? (next < 0 ? questions.length : next) : at + 1)
}

/** The question behind a step of the service's own. */
export const questionOf = (sheet: ServiceSheet, step: ApplyStep): Question | undefined =>
  services[sheet.service].questions.find(question => step === `asked.${question.key}`)

const agreed = ({ answers, sheet }: Standing): boolean =>
  // Consent is to one text: a newer version has to be read again.
  answers.agreedVersion !== undefined && answers.agreedVersion === sheet?.notice.version

function answered(step: ApplyStep, standing: Standing): boolean {
  const { answers, sheet, together = false } = standing
  switch (step) {
    case 'licence':
      return answers.licenceNo !== undefined
    case 'facts':
      return answers.factsConfirmed
    case 'papers':
      return answers.papersSeen
    case 'deliver':
      return answers.deliver !== undefined
    case 'phone':
      return answers.phone !== undefined
    case 'notice':
      return agreed(standing)
    case 'signature':
      return answers.signature !== undefined && (!together || agreed(standing))
    default:
      // An empty text is an answer: "an officer asks me".
      if (!sheet) return Object.hasOwn(answers.said, step.slice('asked.'.length))
      return askedOf(questionsAt(sheet, step, standing), answers.said, sheet.known).every(({ key }) =>
        Object.hasOwn(answers.said, key),
      )
  }
}

/** The next question; `end` when all are answered. An earlier gap comes first: nobody reaches the end around a question. */
export function nextStep(step: ApplyStep, standing: Standing): ApplyStep | 'end' {
  const line = stepsOf(standing)
  const here = line.indexOf(step)
  const gap = line.slice(0, here + 1).find(each => !answered(each, standing))
  return gap ?? line[here + 1] ?? 'end'
}

/** The first question that is still open; a draft is continued there. */
export const firstOpen = (standing: Standing): ApplyStep | 'end' =>
  stepsOf(standing).find(step => !answered(step, standing)) ?? 'end'

/** The question before; `start` before the first one. */
export function previousStep(step: ApplyStep, standing: Standing): ApplyStep | 'start' {
  const line = stepsOf(standing)
  return line[line.indexOf(step) - 1] ?? 'start'
}

/** 第 n 步，共 m 步, both counted from 1. */
export function position(step: ApplyStep, standing: Standing): { readonly number: number; readonly of: number } {
  const line = stepsOf(standing)
  return { number: line.indexOf(step) + 1, of: line.length }
}
