import { type CheckResult, type ServiceSheet, services } from '#contract/licensing'
import { type ApplyAnswer, answer, noAnswers } from '../../services/apply/answers.ts'
import { stopsSoFar } from '../../services/apply/check.ts'
import { type ApplyStep, nextStep, previousStep, type Standing } from '../../services/apply/steps.ts'
import { goOn, licenceForService, offersProof } from './service.ts'
import { inVisit, type Kiosk, newVisit, type Step, show } from './state.ts'

export const standingOf = ({ visit }: Kiosk): Standing => ({
  licences: visit.licences.length,
  sheet: visit.sheet,
  answers: visit.answers,
  reached: visit.codePhone !== undefined && visit.codePhone === visit.sheet?.phoneMasked,
  together: visit.sheet !== undefined && services[visit.sheet.service].stepUp,
})

/** The questions begin, unless the rules already know that it cannot be done: then nobody signs for nothing. */
export function sheetLoaded(before: Kiosk, sheet: ServiceSheet): Step {
  const kiosk = withReachedPhone(inVisit(before, { sheet }))
  if (sheet.outcome === 'stop') return [show(kiosk, { name: 'cannotApply' })]
  return [show(kiosk, { name: 'apply', step: 'facts', wrong: false })]
}

/** Whoever has just read a code at the number on file has said that it is right. */
function withReachedPhone(kiosk: Kiosk): Kiosk {
  const { answers } = kiosk.visit
  const same = standingOf(kiosk).reached && answers.phone === undefined
  return same ? inVisit(kiosk, { answers: { ...answers, phone: null } }) : kiosk
}

/** 核对本人 is settled, by whatever way: with it the facts were confirmed, and the questions begin. */
export function provenAtFacts(before: Kiosk): Step {
  if (before.visit.sheet === undefined) return goOn(before)
  const kiosk = show(withReachedPhone(before), { name: 'apply', step: 'facts', wrong: false })
  return answered(kiosk, { question: 'facts' })
}

export function answered(kiosk: Kiosk, given: ApplyAnswer): Step {
  if (!isAsked(kiosk, given)) return [kiosk]
  if (given.question === 'facts' && offersProof(kiosk)) return [kiosk]
  const taken = answer(kiosk.visit.answers, given)
  if (!taken.ok) {
    return [
      show(
        kiosk,
        taken.refusal === 'phoneInvalid'
          ? { name: 'phoneEntry', wrong: true }
          : { name: 'apply', step: 'signature', wrong: true },
      ),
    ]
  }
  const after = inVisit(kiosk, { answers: taken.value })
  if (given.question === 'licence') return licenceForService(after, given.licenceNo)
  const { sheet } = after.visit
  const stops = sheet && given.question.startsWith('asked.') ? stopsSoFar(sheet, taken.value) : []
  if (stops.length > 0) return [show(after, { name: 'cannotLikeThis', step: given.question, findings: stops })]
  // What a draft has answered already is not asked again: the first open question comes next.
  const from = after.visit.draftLicenceNo === undefined ? given.question : 'signature'
  const next = nextStep(from, standingOf(after))
  if (next !== 'end') return [show(after, { name: 'apply', step: next, wrong: false })]
  return [show(after, { name: 'working', task: 'submit' }), { do: 'submit' }]
}

/** The second of two quick taps belongs to a page that is already gone: it must not submit or skip anything. */
function isAsked({ visit: { screen } }: Kiosk, given: ApplyAnswer): boolean {
  if (screen.name === 'phoneEntry') return given.question === 'phone'
  return screen.name === 'apply' && screen.step === given.question
}

export const phoneEntryWanted = (kiosk: Kiosk): Step => [show(kiosk, { name: 'phoneEntry', wrong: false })]

export function stepBack(kiosk: Kiosk): Step {
  const { screen, number, session, proof, codePhone, helper, startedAt, submitKey } = kiosk.visit
  if (screen.name === 'phoneEntry') return [show(kiosk, { name: 'apply', step: 'phone', wrong: false })]
  const step: ApplyStep = screen.name === 'apply' ? screen.step : 'facts'
  const previous = previousStep(step, standingOf(kiosk))
  if (previous !== 'start') return [show(kiosk, { name: 'apply', step: previous, wrong: false })]
  const fresh = { ...newVisit(number), session, proof, codePhone, helper, startedAt, submitKey, answers: noAnswers }
  return [{ ...kiosk, visit: { ...fresh, screen: { name: 'chooseService' } } }]
}

export const submitted = (kiosk: Kiosk, result: CheckResult): Step => [
  inVisit(kiosk, { result, screen: { name: 'result' } }),
]
