import { type Draft, type DraftRow, parseDraftCode, type SaveDraft, type SavedDraft } from '#contract/licensing'
import { noAnswers } from '../../services/apply/answers.ts'
import { goOn } from './service.ts'
import { inVisit, type Kiosk, type Step, show } from './state.ts'

/** 保存，换个地方继续: only while questions are asked; what is saved is what was said, never the signature. */
export function saveWanted(kiosk: Kiosk): Step {
  const { screen, sheet } = kiosk.visit
  if (screen.name !== 'apply' || !sheet) return [kiosk]
  return [show(kiosk, { name: 'working', task: 'loadSheet' }), { do: 'saveDraft' }]
}

/** What is said so far, as the server keeps it. */
export function draftToSave({ visit: { sheet, answers } }: Kiosk): SaveDraft {
  if (!sheet?.licence) throw new Error('only questions about a licence are saved here')
  const { said, deliver, phone } = answers
  const { licenceNo } = sheet.licence
  return { service: sheet.service, licenceNo, answers: said, deliver: deliver ?? null, phone: phone ?? null }
}

export const draftSaved = (kiosk: Kiosk, draft: SavedDraft): Step => [show(kiosk, { name: 'saved', draft })]

/** The card says who it is, so the own drafts need no code to be typed. */
export const draftsWanted = (kiosk: Kiosk): Step => [
  show(kiosk, { name: 'working', task: 'loadRecord' }),
  { do: 'loadDrafts' },
]

export const draftsLoaded = (kiosk: Kiosk, drafts: readonly DraftRow[]): Step => [
  show(kiosk, { name: 'drafts', drafts }),
]

export function draftChosen(kiosk: Kiosk, code: string): Step {
  if (kiosk.visit.screen.name !== 'drafts') return [kiosk]
  return [show(kiosk, { name: 'working', task: 'loadRecord' }), { do: 'openDraft', code }]
}

export const draftCodeWanted = (kiosk: Kiosk): Step => [show(kiosk, { name: 'draftCode', wrong: false })]

/** A slip of the finger is found here, before a try is counted on the server. */
export function draftCodeTyped(kiosk: Kiosk, typed: string): Step {
  if (kiosk.visit.screen.name !== 'draftCode') return [kiosk]
  const code = parseDraftCode(typed)
  if (code === undefined) return [show(kiosk, { name: 'draftCode', wrong: true })]
  return [show(kiosk, { name: 'working', task: 'loadRecord' }), { do: 'openDraft', code }]
}

/** What was said elsewhere is taken over; the facts are confirmed and the notice is read anew, here and now. */
export function draftOpened(kiosk: Kiosk, draft: Draft): Step {
  const { service, licenceNo, answers, deliver, phone } = draft
  if (service === 'issue' || licenceNo === null)
    return [show(kiosk, { name: 'trouble', trouble: { code: 'draftElsewhere' }, again: undefined })]
  const said = { ...noAnswers, licenceNo, said: answers, deliver: deliver ?? undefined, phone: phone ?? undefined }
  return goOn(inVisit(kiosk, { service, draftLicenceNo: licenceNo, answers: said }))
}

export const helperCodeWanted = (kiosk: Kiosk): Step => [show(kiosk, { name: 'helperCode', wrong: false })]

export function helperCodeTyped(kiosk: Kiosk, code: string): Step {
  if (kiosk.visit.screen.name !== 'helperCode') return [kiosk]
  if (!/^\d{6}$/.test(code)) return [show(kiosk, { name: 'helperCode', wrong: true })]
  return [show(kiosk, { name: 'working', task: 'loadRecord' }), { do: 'assist', code }]
}

/** From here on names are masked on the screen: everything is read again. */
export const helperCame = (kiosk: Kiosk, helper: string): Step => [
  inVisit(kiosk, { helper, licences: [], sheet: undefined, screen: { name: 'chooseService' } }),
]
