import { askedOf, givesNewFace, type Question, type ServiceSheet, services } from '#contract/licensing'
import { type ApplyAnswers, newPhone } from './answers.ts'

export type AskedStep = `asked.${string}`
export type ApplyStep = 'licence' | 'facts' | AskedStep | 'deliver' | 'phone' | 'notice' | 'signature'

/** Where an application stands: how many licences there are, the sheet of the chosen one, and what was said. */
export interface Standing {
  readonly licences: number
  readonly sheet: ServiceSheet | undefined
  readonly answers: ApplyAnswers
  /** The number on file took a code a minute ago: whoever read it there is not asked whether it is right. */
  readonly reached?: boolean
}

/** A service as a line of questions (办事步骤): pure, so that terminal and phone walk it alike. */
export function stepsOf({ licences, sheet, answers, reached }: Standing): readonly ApplyStep[] {
  const first: ApplyStep[] = licences > 1 ? ['licence', 'facts'] : ['facts']
  if (!sheet) return first
  const asked = questionsOf(sheet, answers).map((question): AskedStep => `asked.${question.key}`)
  const deliver: ApplyStep[] = givesNewFace(sheet.service, answers.said) ? ['deliver'] : []
  // Whoever has just given the new number is not asked whether the old one is right.
  const phone: ApplyStep[] = newPhone(answers) === undefined && !reached ? ['phone'] : []
  return [...first, ...asked, ...deliver, ...phone, 'notice', 'signature']
}

const questionsOf = (sheet: ServiceSheet, { said }: ApplyAnswers): readonly Question[] =>
  askedOf(services[sheet.service].questions, said, sheet.known)

/** The question behind a step of the service's own. */
export const questionOf = (sheet: ServiceSheet, step: ApplyStep): Question | undefined =>
  services[sheet.service].questions.find(question => step === `asked.${question.key}`)

function answered(step: ApplyStep, { answers, sheet }: Standing): boolean {
  switch (step) {
    case 'licence':
      return answers.licenceNo !== undefined
    case 'facts':
      return answers.factsConfirmed
    case 'deliver':
      return answers.deliver !== undefined
    case 'phone':
      return answers.phone !== undefined
    case 'notice':
      // Consent is to one text: a newer version has to be read again.
      return answers.agreedVersion !== undefined && answers.agreedVersion === sheet?.notice.version
    case 'signature':
      return answers.signature !== undefined
    default:
      // An empty text is an answer: "an officer asks me".
      return Object.hasOwn(answers.said, step.slice('asked.'.length))
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
