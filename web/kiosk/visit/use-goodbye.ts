import { useEffect } from 'react'
import type { Kiosk } from './state.ts'
import type { Send } from './use-kiosk.ts'

/** Long enough to be read; a card left on the reader is waited for a little longer, then the page is made new anyway. */
const farewellMs = 2_500
const cardLeftMs = 15_000

/** Ends the goodbye page. */
export function useGoodbye(kiosk: Kiosk, send: Send): void {
  const leaving = kiosk.visit.screen.name === 'goodbye'
  const cardLies = kiosk.device?.reader === 'cardPresent'
  useEffect(() => {
    if (!leaving) return
    const timer = setTimeout(() => send({ is: 'goodbyeOver' }), cardLies ? cardLeftMs : farewellMs)
    return () => clearTimeout(timer)
  }, [leaving, cardLies, send])
}
