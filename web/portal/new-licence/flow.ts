import {
  type Answers,
  answersToSend,
  type Draft,
  type KnownBusiness,
  type Question,
  type SaveDraft,
  type ServiceSheet,
  type SubmitApplication,
  services,
  withLikely,
} from '#contract/licensing'
import { type ApplyAnswer, type ApplyAnswers, answer, noAnswers } from '../../services/apply/answers.ts'
import { answeredStep, type NewFlow, type NewStep, questionsOf, stepsOf, usualDelivery } from './steps.ts'

export type { NewFlow, NewStep } from './steps.ts'

/** What a page of 新办 may be answered with, besides what every service asks. */
export type NewAnswer =
  | ApplyAnswer
  | { readonly question: 'business'; readonly creditCode: string }
  | { readonly question: 'typeCode' }
  | { readonly question: 'confirm' }
  | { readonly question: 'change'; readonly step: NewStep }
  | { readonly question: 'checked' }

const { questions } = services.issue
const question = (step: NewStep): NewFlow['at'] => ({ name: 'question', step, wrong: false })

/** What the registers are asked about: what was said, and what is likely until somebody says otherwise. */
const aboutPlace = ['creditCode', 'placeSame', 'address', 'town', 'position']
export function placeOf({ sheet, answers: { said } }: NewFlow): Answers {
  const full = sheet && said['creditCode'] !== undefined ? withLikely(questions, said, sheet.known) : said
  return Object.fromEntries(aboutPlace.flatMap(key => (full[key] ? [[key, full[key]]] : [])))
}

export function beginNew(draft?: Draft): NewFlow {
  const answers = draft
    ? { ...noAnswers, said: draft.answers, deliver: draft.deliver ?? undefined, phone: draft.phone ?? undefined }
    : noAnswers
  // Even the first page needs the sheet: whether this way of signing in will do, and which businesses are this person's.
  return {
    ...{ sheet: undefined, answers, offered: [], typing: false },
    ...{ resumed: draft !== undefined, confirmed: false, checked: false },
    at: { name: 'look' },
  }
}

/** The next page after this one; an earlier gap comes first, so that nobody reaches the end around a question. */
function after(step: NewStep, flow: NewFlow): NewFlow['at'] {
  const line = stepsOf(flow)
  const here = line.indexOf(step)
  const until = flow.resumed ? line.length : here + 1
  const gap = line.slice(0, until).find(each => !answeredStep(each, flow))
  const next = flow.resumed ? gap : (gap ?? line[here + 1])
  return next === undefined ? { name: 'submit' } : question(next)
}

const chosenOf = ({ offered, answers }: NewFlow): KnownBusiness | undefined =>
  offered.find(({ creditCode }) => creditCode === answers.said['creditCode'])

/** The registers have answered. One that fell silent since it was shown has said what it said. */
export function looked(flow: NewFlow, sheet: ServiceSheet): NewFlow {
  const { newShop } = sheet.known
  const offered = newShop && newShop.businessesLook !== 'notAsked' ? newShop.businesses : flow.offered
  const business = sheet.known.business ?? chosenOf(flow) ?? null
  const next = { ...flow, offered, sheet: { ...sheet, known: { ...sheet.known, business } } }
  if (flow.at.name !== 'look') return next
  const open = stepsOf(next).find(step => !answeredStep(step, next))
  return { ...next, at: open === undefined ? { name: 'submit' } : question(open) }
}

/** An answer that is one leads on; a typed code, and all together at the end, is looked up first. */
export function answeredNew(flow: NewFlow, given: NewAnswer): NewFlow {
  if (flow.at.name !== 'question') return flow
  const { step } = flow.at
  switch (given.question) {
    case 'business':
      return chosen(flow, given.creditCode)
    case 'typeCode': {
      const typing = { ...flow, typing: true, answers: { ...flow.answers, said: without(flow, 'creditCode') } }
      return { ...typing, at: question('asked.creditCode') }
    }
    case 'change':
      // It comes back to the first open page: what the change opened, or the page it came from.
      return { ...flow, resumed: true, at: question(given.step) }
    case 'confirm':
      return { ...flow, answers: confirmed(flow), confirmed: true, checked: false, at: { name: 'look' } }
    case 'checked': {
      const seen = { ...flow, checked: true }
      return { ...seen, at: after('checked', seen) }
    }
  }
  const read = readGiven(given)
  const isCode = read?.question === 'asked.creditCode' && 'value' in read
  const before = isCode ? forBusiness(flow.answers, read.value) : flow.answers
  const taken = read && answer(before, read)
  if (!taken?.ok) return { ...flow, at: { ...flow.at, wrong: true } }
  const ofLine = given.question === 'signature' || given.question === 'facts'
  // Whatever else is said now has to be confirmed with the rest, and checked again.
  const next = { ...flow, answers: taken.value, confirmed: flow.confirmed && ofLine, checked: flow.checked && ofLine }
  return { ...next, at: isCode ? { name: 'look' } : after(step, next) }
}

/** The card of a business shows what is registered: choosing it is saying that this is right. */
function chosen(flow: NewFlow, creditCode: string): NewFlow {
  const { sheet, answers } = flow
  const next = { ...flow, typing: false, confirmed: false, checked: false }
  const full = { ...next, answers: { ...forBusiness(answers, creditCode), factsConfirmed: true } }
  const business = chosenOf(full)
  if (!sheet || !business) return flow
  const told = { ...full, sheet: { ...sheet, known: { ...sheet.known, business } } }
  return { ...told, at: after('business', told) }
}

/** Another business is another shop: what was said of the first is not said of it. */
function forBusiness(answers: ApplyAnswers, creditCode: string): ApplyAnswers {
  const { said, deliver, phone } = answers
  if (said['creditCode'] === creditCode) return answers
  const { operatorIdNo } = said
  return { ...noAnswers, deliver, phone, said: { creditCode, ...(operatorIdNo ? { operatorIdNo } : {}) } }
}

/** 这些对吗: what stood on the page is now what was said; what a register says is not. */
function confirmed({ sheet, answers }: NewFlow): ApplyAnswers {
  if (!sheet) return answers
  const { said, deliver = usualDelivery, phone = sheet.phoneMasked === null ? undefined : null } = answers
  const likely = questionsOf({ sheet, answers }).filter(each => each.likely)
  const shown = Object.fromEntries(likely.map(({ question: { key }, value }) => [key, value]))
  return { ...answers, said: { ...said, ...shown }, deliver, phone }
}

const without = ({ answers }: NewFlow, gone: string): Answers =>
  Object.fromEntries(Object.entries(answers.said).filter(([key]) => key !== gone))

/** Code and identity number are read on the spot; undefined = cannot be one. */
function readGiven(given: ApplyAnswer): ApplyAnswer | undefined {
  if (!given.question.startsWith('asked.') || !('value' in given)) return given
  const asked = questionOf(given.question as NewStep)
  if (asked?.kind !== 'text' || !asked.read) return given
  const value = asked.read(given.value)
  return value === undefined ? undefined : { ...given, value }
}

export const questionOf = (step: NewStep): Question | undefined => questions.find(({ key }) => step === `asked.${key}`)

/** One page back; from a page of a change to the one that has them all; undefined before the first one. */
export function backNew(flow: NewFlow): NewFlow | undefined {
  const { at } = flow
  if (at.name === 'submit') return { ...flow, at: question('signature') }
  if (at.name !== 'question') return undefined
  const line = stepsOf(flow)
  const here = line.indexOf(at.step)
  const step = here < 0 && line.includes('confirm') ? 'confirm' : line[here - 1]
  return step === undefined ? undefined : { ...flow, resumed: false, at: question(step) }
}

/** 第 n 步，共 m 步; how many there are is known once the business is. */
export function placeInLine(flow: NewFlow): { number: number; of: number } | undefined {
  const line = stepsOf(flow)
  const here = flow.at.name === 'question' ? line.indexOf(flow.at.step) : -1
  return here >= 0 && line.length > 2 ? { number: here + 1, of: line.length } : undefined
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
  if (!sheet || phone === undefined || agreedVersion === undefined || signature === undefined) return undefined
  return {
    service: 'issue',
    licenceNo: null,
    answers: answersToSend(questions, said, sheet.known),
    deliver: { mode: deliver ?? usualDelivery, address: null },
    phone,
    consent: { version: agreedVersion, agreed: true },
    signature,
    startedAt,
  }
}
