import { answered, phoneEntryWanted, sheetLoaded, stepBack, submitted } from './apply.ts'
import { closedBecause } from './closed.ts'
import {
  draftChosen,
  draftCodeTyped,
  draftCodeWanted,
  draftOpened,
  draftSaved,
  draftsLoaded,
  draftsWanted,
  helperCame,
  helperCodeTyped,
  helperCodeWanted,
  saveWanted,
} from './drafts.ts'
import type { KioskEvent } from './events.ts'
import { filmOver, filmWanted } from './film.ts'
import { paperAnswered, printEnded, printReserved, printWanted } from './printing.ts'
import {
  codeProven,
  codeSent,
  codeTyped,
  codeWrong,
  faceAgreed,
  faceAnswered,
  faceReady,
  faceSeen,
  faceWithdrawn,
  proofChosen,
  proofDone,
} from './proof.ts'
import { gradeChosen, ratingConfirmed, ratingEnded, reasonToggled } from './rating.ts'
import { goOn, licenceForQuery, licencesLoaded, recordLoaded, serviceChosen } from './service.ts'
import { type Effect, inVisit, type Kiosk, newVisit, type Screen, type Step, show } from './state.ts'

/** The whole terminal as one pure function: what is shown, and what to do next, after an event. */
export function advance(kiosk: Kiosk, event: KioskEvent): Step {
  switch (event.is) {
    case 'deviceChanged':
      return deviceChanged(kiosk, event.device)
    case 'deviceLost':
      return [{ ...kiosk, linked: false }]
    case 'hoursTurned':
      return [{ ...kiosk, resting: event.resting }]
    case 'pairWanted':
      return [show(kiosk, { name: 'choosePair', pair: event.pair })]
    case 'serviceChosen':
      return serviceChosen(kiosk, event.service, event.key)
    case 'sessionOpened':
      return sessionOpened(kiosk, event)
    case 'proofChosen':
      return proofChosen(kiosk, event.way)
    case 'codeSent':
      return codeSent(kiosk, event.sent)
    case 'codeTyped':
      return codeTyped(kiosk, event.code)
    case 'codeWrong':
      return codeWrong(kiosk, event.sent, event.words)
    case 'codeProven':
      return codeProven(kiosk, event.sent)
    case 'faceAgreed':
      return faceAgreed(kiosk)
    case 'faceReady':
      return faceReady(kiosk)
    case 'faceSeen':
      return faceSeen(kiosk, event.seen)
    case 'faceAnswered':
      return faceAnswered(kiosk, event)
    case 'proofDone':
      return proofDone(kiosk)
    case 'faceWithdrawWanted':
      return [show(kiosk, { name: 'working', task: 'face' }), { do: 'withdrawFace' }]
    case 'faceWithdrawn':
      return faceWithdrawn(kiosk)
    case 'licencesLoaded':
      return licencesLoaded(kiosk, event.licences)
    case 'licenceForQuery':
      return licenceForQuery(kiosk, event.licenceNo)
    case 'recordLoaded':
      return recordLoaded(kiosk, event.applications)
    case 'sheetLoaded':
      return sheetLoaded(kiosk, event.sheet)
    case 'answered':
      return answered(kiosk, event.answer)
    case 'phoneEntryWanted':
      return phoneEntryWanted(kiosk)
    case 'filmWanted':
      return filmWanted(kiosk)
    case 'filmOver':
      return filmOver(kiosk)
    case 'submitted':
      return submitted(kiosk, event.result)
    case 'kept':
      return [show(kiosk, { name: 'kept', receipt: event.receipt })]
    case 'withdrawWanted':
      return [show(kiosk, { name: 'withdrawConfirm', applicationNo: event.applicationNo, key: event.key })]
    case 'withdrawConfirmed':
      return withdrawConfirmed(kiosk)
    case 'withdrawn':
      return [show(kiosk, { name: 'withdrawn' })]
    case 'printWanted':
      return printWanted(kiosk, event.face, event.key)
    case 'printReserved':
      return printReserved(kiosk, event.ticket)
    case 'printEnded':
      return printEnded(kiosk, event)
    case 'paperAnswered':
      return paperAnswered(kiosk, event.received)
    case 'failed':
      return [show(kiosk, { name: 'trouble', trouble: event.trouble, again: event.effect })]
    case 'saveWanted':
      return saveWanted(kiosk)
    case 'draftSaved':
      return draftSaved(kiosk, event.draft)
    case 'draftsWanted':
      return draftsWanted(kiosk)
    case 'draftsLoaded':
      return draftsLoaded(kiosk, event.drafts)
    case 'draftChosen':
      return draftChosen(kiosk, event.code)
    case 'draftCodeWanted':
      return draftCodeWanted(kiosk)
    case 'draftCodeTyped':
      return draftCodeTyped(kiosk, event.typed)
    case 'draftOpened':
      return draftOpened(kiosk, event.draft)
    case 'helperCodeWanted':
      return helperCodeWanted(kiosk)
    case 'helperCodeTyped':
      return helperCodeTyped(kiosk, event.code)
    case 'helperCame':
      return helperCame(kiosk, event.helper)
    case 'again':
      return again(kiosk)
    case 'back':
      return back(kiosk)
    case 'gradeChosen':
      return gradeChosen(kiosk, event.grade, event.key)
    case 'reasonToggled':
      return reasonToggled(kiosk, event.reason)
    case 'ratingConfirmed':
      return ratingConfirmed(kiosk)
    case 'ratingEnded':
      return ratingEnded(kiosk, event.followUpBy)
    case 'lawWanted':
      return [kiosk.visit.screen.name === 'home' ? show(kiosk, { name: 'law' }) : kiosk]
    case 'progressWanted':
      return [kiosk.visit.screen.name === 'layCard' ? show(kiosk, { name: 'progress' }) : kiosk]
    case 'reportWanted':
      return [kiosk.visit.screen.name === 'home' ? show(kiosk, { name: 'report' }) : kiosk]
    case 'helpWanted':
      return [inVisit(kiosk, { help: 'calling' }), { do: 'callHelper', step: stepName(kiosk.visit.screen) }]
    case 'helpAnswered':
      return [inVisit(kiosk, { help: event.called ? 'called' : 'failed' })]
    case 'sessionGone':
      return [show(kiosk, { name: 'trouble', trouble: { code: 'sessionMissing' }, again: undefined })]
    case 'exit':
      return exit(kiosk)
    case 'goodbyeOver':
      return [{ ...kiosk, visit: newVisit(kiosk.visit.number + 1) }, { do: 'clearPage' }]
  }
}

/** A card laid on the idle machine begins by itself; a card that was already lying there does not. */
function deviceChanged(before: Kiosk, device: NonNullable<Kiosk['device']>): Step {
  const kiosk: Kiosk = { ...before, device, linked: true }
  const laid = before.device !== undefined && before.device.reader !== 'cardPresent' && device.reader === 'cardPresent'
  if (laid && kiosk.visit.screen.name === 'home' && closedBecause(kiosk) === undefined) {
    return [show(kiosk, { name: 'layCard' }), { do: 'openSession' }]
  }
  return [kiosk]
}

function sessionOpened(kiosk: Kiosk, event: KioskEvent & { is: 'sessionOpened' }): Step {
  const opened = inVisit(kiosk, { session: event.session, startedAt: event.at, submitKey: event.key })
  return goOn(opened)
}

/** The second of two quick taps finds another page and withdraws nothing twice. */
function withdrawConfirmed(kiosk: Kiosk): Step {
  const { screen } = kiosk.visit
  if (screen.name !== 'withdrawConfirm') return [kiosk]
  const { applicationNo, key } = screen
  return [show(kiosk, { name: 'working', task: 'withdraw' }), { do: 'withdraw', applicationNo, key }]
}

function again(kiosk: Kiosk): Step {
  const { screen } = kiosk.visit
  if (screen.name !== 'trouble' || screen.again === undefined) return [kiosk]
  const { again } = screen
  if ('name' in again) return [show(kiosk, again)]
  if (again.do === 'openSession') return [show(kiosk, { name: 'layCard' }), again]
  return [show(kiosk, { name: 'working', task: taskOf(again) }), again]
}

const taskOf = (effect: Effect) =>
  effect.do === 'agreeToFace' || effect.do === 'reportFace' || effect.do === 'withdrawFace'
    ? 'face'
    : taskOfMatter(effect)

const taskOfMatter = (effect: Effect) =>
  effect.do === 'loadSheet' ||
  effect.do === 'loadRecord' ||
  effect.do === 'submit' ||
  effect.do === 'withdraw' ||
  effect.do === 'print'
    ? effect.do
    : 'loadLicences'

function back(kiosk: Kiosk): Step {
  const { screen, licences, sheet, session } = kiosk.visit
  switch (screen.name) {
    case 'layCard':
    case 'chooseService':
      return exit(kiosk)
    case 'apply':
    case 'phoneEntry':
      return stepBack(kiosk)
    case 'film':
      return filmOver(kiosk)
    case 'withdrawConfirm':
      return [show(kiosk, { name: 'record' })]
    case 'record':
      return licences.length > 1 ? [show(kiosk, { name: 'chooseForQuery' })] : toServices(kiosk)
    case 'cannotLikeThis':
      return [show(kiosk, { name: 'apply', step: screen.step, wrong: false })]
    case 'cardCode':
    case 'faceTerms':
    case 'faceCamera':
      return [show(kiosk, { name: 'proof' })]
    case 'proof':
      return [show(kiosk, { name: 'apply', step: 'facts', wrong: false })]
    case 'drafts':
    case 'draftCode':
    case 'helperCode':
    case 'choosePair':
    case 'cannotApply':
    case 'withdrawn':
    case 'chooseForQuery':
    case 'finished':
      return toServices(kiosk)
    case 'trouble':
      if (session === undefined || screen.trouble.code === 'sessionMissing') return exit(kiosk)
      if (wasProving(screen.again)) return [show(kiosk, { name: 'proof' })]
      if (wasSubmitting(screen.again) && screen.trouble.code !== 'actHeld') return signAgain(kiosk)
      if (wasPrinting(screen.again))
        return [show(kiosk, kiosk.visit.service === 'query' ? { name: 'record' } : resultScreen(kiosk))]
      return sheet === undefined ? toServices(kiosk) : exit(kiosk)
    default:
      return [kiosk]
  }
}

/** What is signed anew is another submission: under the old key its different content would be refused. */
function signAgain(kiosk: Kiosk): Step {
  const [, key = '', count = '1'] = /^(.*?)(?:-again(\d+))?$/.exec(kiosk.visit.submitKey) ?? []
  const submitKey = `${key}-again${kiosk.visit.submitKey === key ? 1 : Number(count) + 1}`
  return [inVisit(kiosk, { submitKey, screen: { name: 'apply', step: 'signature', wrong: false } })]
}

const wasProving = (again: Screen | Effect | undefined) =>
  again !== undefined && 'do' in again && /Face$|Code$/.test(again.do)
const wasSubmitting = (again: Screen | Effect | undefined) =>
  again !== undefined && 'do' in again && again.do === 'submit'
const wasPrinting = (again: Screen | Effect | undefined) => again !== undefined && 'do' in again && again.do === 'print'
const resultScreen = (kiosk: Kiosk): Screen => (kiosk.visit.result ? { name: 'result' } : { name: 'chooseService' })

/** Back to the list of services: what was said for one service is not carried into another. */
function toServices(kiosk: Kiosk): Step {
  const { number, session, proof, codePhone, helper, startedAt, submitKey } = kiosk.visit
  const fresh = { ...newVisit(number), session, proof, codePhone, helper, startedAt, submitKey }
  return [{ ...kiosk, visit: { ...fresh, screen: { name: 'chooseService' } } }]
}

/** The end, wanted or by time: all that is personal leaves the state at once, then the page is made new. */
function exit(kiosk: Kiosk): Step {
  const { number, session, screen } = kiosk.visit
  const fresh = newVisit(number + 1)
  // A report leaves by the farewell too: the page is made new behind it.
  if (session === undefined && screen.name !== 'goodbye' && screen.name !== 'report')
    return [{ ...kiosk, visit: fresh }, { do: 'endSession' }]
  return [{ ...kiosk, visit: { ...fresh, screen: { name: 'goodbye' } } }, { do: 'endSession' }]
}

/** Where the citizen stands, for the helper who comes: never what was typed, and never that somebody reports here and now. */
const stepName = (screen: Screen): string => (screen.name === 'report' ? 'home' : stepOf(screen))

const stepOf = (screen: Screen): string =>
  screen.name === 'apply'
    ? `apply.${screen.step}`
    : screen.name === 'trouble'
      ? `trouble.${screen.trouble.code}`.slice(0, 60)
      : screen.name
