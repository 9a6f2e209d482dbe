import { type Refusal, refuse } from '#kernel/refusal'
import type { Finding } from '../contract.ts'

const text = (value: Finding['facts'][string] | undefined): string => String(value ?? '')

/** Stops whose words are the finding's own: the refusal carries them, so that no text is written twice. */
const ownWords = new Set(['R07', 'C01', 'C02'])

/** A stop as a refusal with its name: nothing is stored, and the screen says what to do instead. */
export function refusalOfStop(findings: readonly Finding[]): Refusal {
  const stop = findings.find(f => f.outcome === 'stop')
  const { version, state, stateEn, opensOn, lastTimelyDay, applicationNo, service, serviceEn } = stop?.facts ?? {}
  if (stop && ownWords.has(stop.rule))
    return refuse('notNow', {
      why: stop.reason,
      whyEn: stop.reasonEn,
      next: text(stop.next ?? ''),
      nextEn: text(stop.nextEn ?? ''),
    })
  switch (stop?.rule) {
    case 'R01':
      return refuse('licenceNotYours')
    case 'R18':
      return refuse('consentMissing', { version: text(version) })
    case 'R05':
      return refuse('licenceEnded', {
        state: text(state),
        stateEn: text(stateEn),
        service: text(service),
        serviceEn: text(serviceEn),
      })
    case 'R06':
      return refuse('renewalTooEarly', { opensOn: text(opensOn), lastTimelyDay: text(lastTimelyDay) })
    case 'R17':
      return refuse('alreadyInProgress', {
        applicationNo: text(applicationNo),
        service: text(service),
        serviceEn: text(serviceEn),
      })
    default:
      throw new Error(`no refusal has a name for the stop of ${stop?.rule ?? 'no rule'}`)
  }
}
