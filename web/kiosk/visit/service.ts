import { type ApplicationRow, type LicenceCard, services } from '#contract/licensing'
import { inVisit, type Kiosk, type Service, type Step, show } from './state.ts'

/** A service was chosen: with an open session it begins, otherwise the card comes first. */
export function serviceChosen(kiosk: Kiosk, service: Service, key: string): Step {
  const { name } = kiosk.visit.screen
  if (name !== 'home' && name !== 'chooseService' && name !== 'choosePair') return [kiosk]
  // The hours ended while somebody stood here: what was begun is finished, nothing more is begun.
  if (kiosk.resting) return [show(kiosk, { name: 'trouble', trouble: { code: 'outsideHours' }, again: undefined })]
  const chosen = inVisit(kiosk, { service, submitKey: key })
  if (chosen.visit.session !== undefined) return goOn(chosen)
  return [show(chosen, { name: 'layCard' }), { do: 'openSession' }]
}

/**
 * 核对本人: offered for what ends or changes a right, on the page where the licence is checked. The ways are equal (a face only
 * where the reader gave a portrait): with the card alone the matter goes on too, and a person looks.
 */
export function offersProof({ visit: { service, proof } }: Kiosk): boolean {
  if (service === undefined || service === 'query') return false
  return proof === 'open' && services[service].stepUp
}

/** The next screen once session and service are both known. */
export function goOn(kiosk: Kiosk): Step {
  if (kiosk.visit.service === undefined) return [show(kiosk, { name: 'chooseService' })]
  return [show(kiosk, { name: 'working', task: 'loadLicences' }), { do: 'loadLicences' }]
}

export function licencesLoaded(before: Kiosk, licences: readonly LicenceCard[]): Step {
  const kiosk = inVisit(before, { licences })
  const [first] = licences
  if (first === undefined) {
    return [show(kiosk, { name: 'trouble', trouble: { code: 'noLicence' }, again: undefined })]
  }
  if (kiosk.visit.service === 'query') {
    return licences.length > 1 ? [show(kiosk, { name: 'chooseForQuery' })] : licenceForQuery(kiosk, first.licenceNo)
  }
  const { draftLicenceNo } = kiosk.visit
  if (licences.some(({ licenceNo }) => licenceNo === draftLicenceNo))
    return licenceForService(kiosk, draftLicenceNo ?? first.licenceNo)
  if (licences.length > 1) return [show(kiosk, { name: 'apply', step: 'licence', wrong: false })]
  return licenceForService(kiosk, first.licenceNo)
}

/** The sheet of the chosen service on this licence. */
export function licenceForService(kiosk: Kiosk, licenceNo: string): Step {
  const { service, answers } = kiosk.visit
  if (service === undefined || service === 'query') return [kiosk]
  const loading = inVisit(kiosk, {
    answers: { ...answers, licenceNo },
    sheet: undefined,
    screen: { name: 'working', task: 'loadSheet' },
  })
  return [loading, { do: 'loadSheet', licenceNo, service }]
}

export function licenceForQuery(kiosk: Kiosk, licenceNo: string): Step {
  const loading = inVisit(kiosk, { queryLicenceNo: licenceNo, screen: { name: 'working', task: 'loadRecord' } })
  return [loading, { do: 'loadRecord', licenceNo }]
}

export function recordLoaded(kiosk: Kiosk, all: readonly ApplicationRow[]): Step {
  const applications = all.filter(application => application.licenceNo === kiosk.visit.queryLicenceNo)
  return [inVisit(kiosk, { applications, screen: { name: 'record' } })]
}

/** The licence the citizen is dealing with now. */
export const currentLicence = ({ visit }: Kiosk): LicenceCard | undefined =>
  visit.service === 'query'
    ? visit.licences.find(licence => licence.licenceNo === visit.queryLicenceNo)
    : (visit.result?.licence ?? visit.sheet?.licence ?? undefined)
