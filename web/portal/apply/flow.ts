import type {
  CheckResult,
  Draft,
  Finding,
  LicenceCard,
  MandateView,
  SaveDraft,
  ServiceCode,
  ServiceSheet,
} from '#contract/licensing'
import { type ApplyAnswer, type ApplyAnswers, answer, noAnswers } from '../../services/apply/answers.ts'
import { stopsSoFar } from '../../services/apply/check.ts'
import {
  type ApplyStep,
  firstOpen,
  nextStep,
  position,
  previousStep,
  type Standing,
} from '../../services/apply/steps.ts'

/** 新办 has no licence yet and is led from a page of its own. */
export type LicenceService = Exclude<ServiceCode, 'issue'>

/** Where one application on a telephone stands; lives in this page only, drafts live at the server. */
export interface Flow {
  readonly service: LicenceService
  readonly licences: readonly LicenceCard[]
  readonly sheet: ServiceSheet | undefined
  readonly answers: ApplyAnswers
  /** A draft is continued at its first open question, once the facts are confirmed again. */
  readonly resumed: boolean
  /** 受托办理: by whose mandate, where it is not one's own matter. */
  readonly mandate: MandateView | undefined
  readonly at: At
}

type At =
  | { readonly name: 'licence' }
  | { readonly name: 'loadSheet'; readonly licenceNo: string }
  | { readonly name: 'stepUp' }
  | { readonly name: 'cannot'; readonly findings: readonly Finding[] }
  | { readonly name: 'question'; readonly step: ApplyStep; readonly wrong: boolean }
  | { readonly name: 'phoneEntry'; readonly wrong: boolean }
  | { readonly name: 'stops'; readonly step: ApplyStep; readonly findings: readonly Finding[] }
  | { readonly name: 'submit' }
  | { readonly name: 'result'; readonly result: CheckResult }

export const standingOf = ({ licences, sheet, answers, mandate }: Flow): Standing => ({
  licences: licences.length,
  sheet,
  answers,
  // The number on file is the holder's: an agent is not asked whether it is right.
  reached: mandate !== undefined && typeof sheet?.phoneMasked === 'string',
  paperMandate: mandate?.form === 'paper',
})

const question = (step: ApplyStep): At => ({ name: 'question', step, wrong: false })

/** The licences are known: the only one is taken, of several one is chosen. */
export function begin(service: LicenceService, licences: readonly LicenceCard[], draft?: Draft): Flow {
  const flow: Flow = {
    service,
    licences,
    sheet: undefined,
    answers: draft ? saidIn(draft) : noAnswers,
    resumed: draft !== undefined,
    mandate: undefined,
    at: { name: 'licence' },
  }
  const only = draft?.licenceNo ?? (licences.length === 1 ? licences[0]?.licenceNo : undefined)
  return only === undefined ? flow : chooseLicence(flow, only)
}

/** 受托办理: the mandate names the licence, so none is chosen. */
export const beginFor = (mandate: MandateView, service: LicenceService): Flow =>
  chooseLicence(
    { service, licences: [], sheet: undefined, answers: noAnswers, resumed: false, mandate, at: { name: 'licence' } },
    mandate.licenceNo,
  )

const saidIn = ({ licenceNo, answers, deliver, phone }: Draft): ApplyAnswers => ({
  ...noAnswers,
  licenceNo: licenceNo ?? undefined,
  said: answers,
  deliver: deliver ?? undefined,
  phone: phone ?? undefined,
})

export function chooseLicence(flow: Flow, licenceNo: string): Flow {
  const same = flow.answers.licenceNo === licenceNo
  const answers = same ? flow.answers : { ...noAnswers, licenceNo }
  return { ...flow, answers, sheet: undefined, at: { name: 'loadSheet', licenceNo } }
}

/** Nobody answers questions for nothing: what cannot be done, or not by this way of signing in, is said first. */
export function sheetLoaded(flow: Flow, sheet: ServiceSheet, needsStepUp: boolean): Flow {
  const stops = sheet.findings.filter(finding => finding.outcome === 'stop')
  if (sheet.outcome === 'stop') return { ...flow, sheet, at: { name: 'cannot', findings: stops } }
  if (needsStepUp) return { ...flow, sheet, at: { name: 'stepUp' } }
  const reached = standingOf({ ...flow, sheet }).reached
  const answers = reached ? { ...flow.answers, phone: null } : flow.answers
  return { ...flow, sheet, answers, at: question('facts') }
}

/** One answer: taken in or refused by name, held against the rules, and then the next question. */
export function answered(flow: Flow, given: ApplyAnswer): Flow {
  const taken = answer(flow.answers, given)
  if (!taken.ok) {
    const wrong: At =
      taken.refusal === 'phoneInvalid'
        ? { name: 'phoneEntry', wrong: true }
        : { name: 'question', step: 'signature', wrong: true }
    return { ...flow, at: wrong }
  }
  const after: Flow = { ...flow, answers: taken.value }
  const stops = after.sheet && given.question.startsWith('asked.') ? stopsSoFar(after.sheet, taken.value) : []
  if (stops.length > 0) return { ...after, at: { name: 'stops', step: given.question, findings: stops } }
  const standing = standingOf(after)
  const next = flow.resumed ? firstOpen(standing) : nextStep(given.question, standing)
  return { ...after, at: next === 'end' ? { name: 'submit' } : question(next) }
}

/** One question back; `undefined` before the first one. */
export function back(flow: Flow): Flow | undefined {
  const { at } = flow
  if (at.name === 'phoneEntry') return { ...flow, at: question('phone') }
  if (at.name === 'stops') return { ...flow, at: question(at.step) }
  if (at.name === 'submit') return { ...flow, at: question('signature') }
  if (at.name !== 'question') return undefined
  const previous = previousStep(at.step, standingOf(flow))
  if (previous === 'start') return undefined
  return { ...flow, resumed: false, at: previous === 'licence' ? { name: 'licence' } : question(previous) }
}

/** 第 n 步，共 m 步. */
export const placeOf = (flow: Flow): { number: number; of: number } | undefined =>
  flow.at.name === 'question' ? position(flow.at.step, standingOf(flow)) : undefined

/** What a draft keeps: the answers; consent and signature are asked again. */
export function draftOf({ service, answers }: Flow): SaveDraft {
  const { licenceNo, said, deliver, phone } = answers
  const filled = Object.entries(said).filter(([, value]) => value !== '')
  return {
    service,
    licenceNo: licenceNo ?? null,
    answers: Object.fromEntries(filled),
    deliver: deliver ?? null,
    phone: phone ?? null,
  }
}
