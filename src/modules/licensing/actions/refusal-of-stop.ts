import { type Refusal, refuse } from '#kernel/refusal'
import type { Finding } from '../contract.ts'

const text = (value: Finding['facts'][string] | undefined): string => String(value ?? '')

/** A stop as a refusal with its name: nothing is stored, and the screen says what to do instead. */
export function refusalOfStop(findings: readonly Finding[]): Refusal {
  const stop = findings.find(f => f.outcome === 'stop')
  const { version, state, stateEn, opensOn, lastTimelyDay, applicationNo } = stop?.facts ?? {}
  switch (stop?.rule) {
    case 'R01':
      return refuse('licenceNotYours')
    case 'R18':
      return refuse('consentMissing', { version: text(version) })
    case 'R05':
      return refuse('licenceEnded', { state: text(state), stateEn: text(stateEn) })
    case 'R06':
      return refuse('renewalTooEarly', { opensOn: text(opensOn), lastTimelyDay: text(lastTimelyDay) })
    case 'R17':
      return refuse('renewalInProgress', { applicationNo: text(applicationNo) })
    default:
      throw new Error(`no refusal has a name for the stop of ${stop?.rule ?? 'no rule'}`)
  }
}
