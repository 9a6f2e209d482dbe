import type { Compared, Impossible } from '../face/compare.ts'
import { provenAtFacts } from './apply.ts'
import type { KioskEvent } from './events.ts'
import { inVisit, type Kiosk, type SentCode, type Step, show } from './state.ts'

export function proofChosen(kiosk: Kiosk, way: 'card' | 'face' | 'code'): Step {
  const { screen } = kiosk.visit
  const atFacts = screen.name === 'apply' && screen.step === 'facts'
  if (!atFacts && screen.name !== 'proof' && screen.name !== 'faceTerms' && screen.name !== 'cardCode') return [kiosk]
  if (way === 'code') return [show(kiosk, { name: 'working', task: 'code' }), { do: 'askCode' }]
  if (way === 'face') return [show(kiosk, { name: 'faceTerms' })]
  return provenAtFacts(inVisit(kiosk, { proof: 'card' }))
}

export const codeSent = (kiosk: Kiosk, sent: SentCode): Step => [
  show(kiosk, { name: 'cardCode', sent, wrong: undefined }),
]

/** Whether it is right, only the server knows. */
export function codeTyped(kiosk: Kiosk, code: string): Step {
  const { screen } = kiosk.visit
  if (screen.name !== 'cardCode') return [kiosk]
  const { sent } = screen
  return [show(kiosk, { name: 'working', task: 'code' }), { do: 'proveCode', sent, code }]
}

export const codeWrong = (kiosk: Kiosk, sent: SentCode, wrong: string): Step => [
  show(kiosk, { name: 'cardCode', sent, wrong }),
]

export function codeProven(kiosk: Kiosk, sent: SentCode): Step {
  const { screen } = kiosk.visit
  if (screen.name !== 'working' || screen.task !== 'code') return [kiosk]
  return provenAtFacts(inVisit(kiosk, { proof: 'cardCode', codePhone: sent.phoneMasked }))
}

export function faceAgreed(kiosk: Kiosk): Step {
  if (kiosk.visit.screen.name !== 'faceTerms') return [kiosk]
  return [show(kiosk, { name: 'working', task: 'face' }), { do: 'agreeToFace' }]
}

/** The camera is opened after the consent, or once more after a result: from nowhere else. */
export function faceReady(kiosk: Kiosk): Step {
  const { screen } = kiosk.visit
  const agreed = screen.name === 'faceResult' || (screen.name === 'working' && screen.task === 'face')
  return [agreed ? show(kiosk, { name: 'faceCamera' }) : kiosk]
}

/** From the camera: a number for the server, or why there is none. */
export function faceSeen(kiosk: Kiosk, seen: Compared | Impossible): Step {
  if (kiosk.visit.screen.name !== 'faceCamera') return [kiosk]
  if (typeof seen === 'string') return [show(kiosk, { name: 'proof', note: seen })]
  return [show(kiosk, { name: 'working', task: 'face' }), { do: 'reportFace', compared: seen }]
}

export function faceAnswered(kiosk: Kiosk, { result, triesLeft }: KioskEvent & { is: 'faceAnswered' }): Step {
  const proof = result === 'passed' ? 'face' : 'open'
  return [inVisit(kiosk, { proof, screen: { name: 'faceResult', result, triesLeft } })]
}

/** On to the matter itself, by whatever way was taken. */
export function proofDone(kiosk: Kiosk): Step {
  if (kiosk.visit.screen.name !== 'faceResult') return [kiosk]
  return provenAtFacts(inVisit(kiosk, { proof: kiosk.visit.proof === 'face' ? 'face' : 'card' }))
}

export function faceWithdrawn(kiosk: Kiosk): Step {
  return [inVisit(kiosk, { proof: 'open', screen: { name: 'proof', note: 'withdrawn' } })]
}
