import type { CheckResult, RenewalSheet } from '#contract/licensing'
import { answer, noAnswers, type RenewalAnswer } from '../../services/renewal/answers.ts'
import { type RenewalFacts, type RenewalStep, renewalFlow } from '../../services/renewal/steps.ts'
import { inVisit, type Kiosk, newVisit, type Step, show } from './state.ts'

export const factsOf = (kiosk: Kiosk): RenewalFacts => ({
  licences: kiosk.visit.licences.length,
  sheet: kiosk.visit.sheet,
})

/** The questions begin, unless the rules already know that the renewal cannot be done: then nobody signs for nothing. */
export function sheetLoaded(before: Kiosk, sheet: RenewalSheet): Step {
  const kiosk = inVisit(before, { sheet })
  if (sheet.outcome === 'stop') return [show(kiosk, { name: 'cannotRenew' })]
  return [show(kiosk, { name: 'renewal', step: 'facts', wrong: false })]
}

export function answered(kiosk: Kiosk, given: RenewalAnswer): Step {
  if (!isAsked(kiosk, given)) return [kiosk]
  const taken = answer(kiosk.visit.answers, given)
  if (!taken.ok) {
    return [
      show(
        kiosk,
        taken.refusal === 'phoneInvalid'
          ? { name: 'phoneEntry', wrong: true }
          : { name: 'renewal', step: 'signature', wrong: true },
      ),
    ]
  }
  const after = inVisit(kiosk, { answers: taken.value })
  if (given.question === 'licence') {
    const loading = inVisit(after, { sheet: undefined, screen: { name: 'working', task: 'loadSheet' } })
    return [loading, { do: 'loadSheet', licenceNo: given.licenceNo }]
  }
  const next = renewalFlow.next(given.question, factsOf(after), taken.value)
  if (next !== 'end') return [show(after, { name: 'renewal', step: next, wrong: false })]
  return [show(after, { name: 'working', task: 'submit' }), { do: 'submit' }]
}

/** The second of two quick taps belongs to a page that is already gone: it must not submit or skip anything. */
function isAsked({ visit: { screen } }: Kiosk, given: RenewalAnswer): boolean {
  if (screen.name === 'phoneEntry') return given.question === 'phone'
  return screen.name === 'renewal' && screen.step === given.question
}

export const phoneEntryWanted = (kiosk: Kiosk): Step => [show(kiosk, { name: 'phoneEntry', wrong: false })]

export function stepBack(kiosk: Kiosk): Step {
  const { screen, number, session, startedAt, submitKey } = kiosk.visit
  if (screen.name === 'phoneEntry') return [show(kiosk, { name: 'renewal', step: 'phone', wrong: false })]
  const step: RenewalStep = screen.name === 'renewal' ? screen.step : 'facts'
  const previous = renewalFlow.previous(step, factsOf(kiosk))
  if (previous !== 'start') return [show(kiosk, { name: 'renewal', step: previous, wrong: false })]
  const fresh = { ...newVisit(number), session, startedAt, submitKey, answers: noAnswers }
  return [{ ...kiosk, visit: { ...fresh, screen: { name: 'chooseService' } } }]
}

export const submitted = (kiosk: Kiosk, result: CheckResult): Step => [
  inVisit(kiosk, { result, screen: { name: 'result' } }),
]
