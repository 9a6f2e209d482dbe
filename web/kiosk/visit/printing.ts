import type { PrintTicket } from '#contract/licensing'
import type { KioskEvent } from './events.ts'
import { currentLicence } from './service.ts'
import { type Face, inVisit, type Kiosk, type Step, show } from './state.ts'

/** A print begins only by a tap, each with its own key; an unknown outcome never begins another one. */
export function printWanted(kiosk: Kiosk, face: Face, key: string): Step {
  const { screen, result } = kiosk.visit
  const of = face === 'receipt' ? result?.applicationNo : currentLicence(kiosk)?.licenceNo
  if (of === undefined || (screen.name !== 'result' && screen.name !== 'record')) return [kiosk]
  return [
    inVisit(kiosk, { ticket: undefined, screen: { name: 'working', task: 'print' } }),
    { do: 'print', face, of, key },
  ]
}

export const printReserved = (kiosk: Kiosk, ticket: PrintTicket): Step => [inVisit(kiosk, { ticket })]

export function printEnded(kiosk: Kiosk, { face, outcome }: KioskEvent & { is: 'printEnded' }): Step {
  if (outcome === 'printed') return [show(kiosk, { name: 'takePaper', face })]
  if (outcome === 'unknown') return [show(kiosk, { name: 'paperUnknown', face })]
  // Nothing came out: the matter itself stands, only the paper is missing.
  return [show(kiosk, { name: 'trouble', trouble: { code: outcome }, again: backFromPrint(kiosk) })]
}

const backFromPrint = (kiosk: Kiosk) =>
  kiosk.visit.service === 'query' ? ({ name: 'record' } as const) : ({ name: 'result' } as const)

export function paperAnswered(kiosk: Kiosk, received: boolean): Step {
  const { ticket, screen } = kiosk.visit
  if (screen.name !== 'takePaper' && screen.name !== 'paperUnknown') return [kiosk]
  // A document is not the last thing: the licence may still be printed from the result.
  const after = screen.face === 'receipt' ? 'result' : 'finished'
  const shown = show(kiosk, { name: received ? after : 'paperMissing' })
  return ticket === undefined ? [shown] : [shown, { do: 'confirmPaper', printId: ticket.printId, received }]
}
