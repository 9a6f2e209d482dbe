import { useEffect } from 'react'
import { openedAt } from '#kernel/opening-hours'
import type { Kiosk } from './state.ts'
import type { Send } from './use-kiosk.ts'

const lookEveryMs = 5_000

/** Tells the state when the hours set for this terminal begin or end; a terminal without set hours never rests. */
export function useHours({ device, resting }: Kiosk, send: Send): void {
  const settings = device?.settings
  useEffect(() => {
    const look = () => {
      const now = settings !== undefined && openedAt(settings, Date.now()) === undefined
      if (now !== resting) send({ is: 'hoursTurned', resting: now })
    }
    look()
    const timer = setInterval(look, lookEveryMs)
    return () => clearInterval(timer)
  }, [settings, resting, send])
}
