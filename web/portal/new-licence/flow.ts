import {
  type Answers,
  answersToSend,
  askedOf,
  type CheckResult,
  type Draft,
  type Question,
  type SaveDraft,
  type ServiceSheet,
  type SubmitApplication,
  services,
} from '#contract/licensing'
import { type ApplyAnswer, type ApplyAnswers, answer, noAnswers } from '../../services/apply/answers.ts'

/** One page of 新办: the code first, then what the registers say, what they do not say, and what the rules make of it. */
export type NewStep = `asked.${string}` | 'facts' | 'checked' | 'deliver' | 'phone' | 'notice' | 'signature'

type At =
  /** The registers are asked; `after` is where the page goes on. */
  | { readonly name: 'look'; readonly after: NewStep | 'firstOpen' }
  | { readonly name: 'question'; readonly step: NewStep; readonly wrong: boolean }
  | { readonly name: 'submit' }
  | { readonly name: 'result'; readonly result: CheckResult }

/** Where a new application on a telephone stands; lives in this page only, drafts live at the server. */
export interface NewFlow {
  readonly sheet: ServiceSheet | undefined
  readonly answers: ApplyAnswers
  /** A draft goes on at its first open page; whoever goes back walks page by page again. */
  readonly resumed: boolean
  /** The result of the rules was read for the answers as they are. */
  readonly checked: boolean
  readonly at: At
}

const { questions } = services.issue
const question = (step: NewStep): At => ({ name: 'question', step, wrong: false })

/** What the registers are asked about again when it changes. */
const aboutPlace = ['creditCode', 'placeSame', 'address', 'town', 'position']
export const placeOf = ({ said }: ApplyAnswers): Answers =>
  Object.fromEntries(aboutPlace.flatMap(key => (said[key] ? [[key, said[key]]] : [])))

export function beginNew(draft?: Draft): NewFlow {
  const answers = draft
    ? {
        ...noAnswers,
        said: draft.answers,
        deliver: draft.deliver ?? undefined,
        phone: draft.phone ?? undefined,
      }
    : noAnswers
  // Even the first page needs the sheet: whether this way of signing in will do, and what the questions are.
  return {
    sheet: undefined,
    answers,
    resumed: draft !== undefined,
    checked: false,
    at: { name: 'look', after: draft ? 'firstOpen' : 'asked.creditCode' },
  }
}

/** The pages in order, as far as they are known. */
export function stepsOf({ sheet, answers }: Pick<NewFlow, 'sheet' | 'answers'>): readonly NewStep[] {
  if (!sheet || answers.said['creditCode'] === undefined) return ['asked.creditCode']
  const asked = askedOf(questions, answers.said, sheet.known).map(({ key }): NewStep => `asked.${key}`)
  const [code = 'asked.creditCode', ...others] = asked
  const facts: NewStep[] = sheet.known.business ? ['facts'] : []
  return [code, ...facts, ...others, 'checked', 'deliver', 'phone', 'notice', 'signature']
}

function answered(step: NewStep, { answers, sheet, checked }: NewFlow): boolean {
  switch (step) {
    case 'facts':
      return answers.factsConfirmed
    case 'checked':
      return checked
    case 'deliver':
      return answers.deliver !== undefined
    case 'phone':
      return answers.phone !== undefined
    case 'notice':
      return answers.agreedVersion !== undefined && answers.agreedVersion === sheet?.notice.version
    case 'signature':
      return answers.signature !== undefined
    default:
      return Object.hasOwn(answers.said, step.slice('asked.'.length))
  }
}

/** The next page after this one; an earlier gap comes first, so that nobody reaches the end around a question. */
function after(step: NewStep, flow: NewFlow): At {
  const line = stepsOf(flow)
  const here = line.indexOf(step)
  const until = flow.resumed ? line.length : here + 1
  const gap = line.slice(0, until).find(each => !answered(each, flow))
  const next = flow.resumed ? gap : (gap ?? line[here + 1])
  return next === undefined ? { name: 'submit' } : question(next)
}

/** The registers have answered. */
export function looked(flow: NewFlow, sheet: ServiceSheet): NewFlow {
  const next = { ...flow, sheet }
  if (flow.at.name !== 'look') return next
  const open = stepsOf(next).find(step => !answered(step, next))
  const step = flow.at.after === 'firstOpen' || flow.at.after === 'checked' ? open : flow.at.after
  return { ...next, at: step === undefined ? { name: 'submit' } : question(step) }
}

/** An answer that is one leads on; a code or a place is first looked up. */
export function answeredNew(flow: NewFlow, given: ApplyAnswer | { readonly question: 'checked' }): NewFlow {
  if (flow.at.name !== 'question') return flow
  const { step } = flow.at
  if (given.question === 'checked') {
    const seen = { ...flow, checked: true }
    return { ...seen, at: after('checked', seen) }
  }
  const read = readGiven(given)
  if (read === undefined) return { ...flow, at: { ...flow.at, wrong: true } }
  const taken = answer(flow.answers, read)
  if (!taken.ok) return { ...flow, at: { ...flow.at, wrong: true } }
  const changed = given.question.startsWith('asked.')
  const next = { ...flow, answers: taken.value, checked: flow.checked && !changed }
  if (aboutPlace.includes(given.question.slice('asked.'.length)))
    return { ...next, at: { name: 'look', after: 'firstOpen' } }
  return { ...next, at: after(step, next) }
}

/** Code and identity number are read on the spot; undefined = cannot be one. */
function readGiven(given: ApplyAnswer): ApplyAnswer | undefined {
  if (!given.question.startsWith('asked.') || !('value' in given)) return given
  const asked = questionOf(given.question as NewStep)
  if (asked?.kind !== 'text' || !asked.read) return given
  const value = asked.read(given.value)
  return value === undefined ? undefined : { ...given, value }
}

export const questionOf = (step: NewStep): Question | undefined => questions.find(({ key }) => step === `asked.${key}`)

/** One page back; undefined before the first one. */
export function backNew(flow: NewFlow): NewFlow | undefined {
  const { at } = flow
  if (at.name === 'submit') return { ...flow, at: question('signature') }
  if (at.name !== 'question') return undefined
  const line = stepsOf(flow)
  const step = line[line.indexOf(at.step) - 1]
  return step === undefined ? undefined : { ...flow, resumed: false, at: question(step) }
}

/** 第 n 步，共 m 步; how many there are is known once the code has been looked up. */
export function placeInLine(flow: NewFlow): { number: number; of: number } | undefined {
  const line = stepsOf(flow)
  return flow.at.name === 'question' && line.length > 1
    ? { number: line.indexOf(flow.at.step) + 1, of: line.length }
    : undefined
}

export const draftOfNew = ({ answers: { said, deliver, phone } }: NewFlow): SaveDraft => ({
  service: 'issue',
  licenceNo: null,
  answers: Object.fromEntries(Object.entries(said).filter(([, value]) => value !== '')),
  deliver: deliver ?? null,
  phone: phone ?? null,
})

/** The application as the server takes it, with what the registers said; undefined while something is open. */
export function submissionOfNew({ sheet, answers }: NewFlow, startedAt: string): SubmitApplication | undefined {
  const { said, deliver, phone, agreedVersion, signature } = answers
  if (!sheet || !phone || agreedVersion === undefined || signature === undefined) return undefined
  return {
    service: 'issue',
    licenceNo: null,
    answers: answersToSend(questions, said, sheet.known),
    deliver: { mode: deliver ?? 'electronic', address: null },
    phone,
    consent: { version: agreedVersion, agreed: true },
    signature,
    startedAt,
  }
}
