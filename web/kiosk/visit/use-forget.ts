import { useEffect } from 'react'
import { forgetPreferences } from '../preferences.ts'
import type { Kiosk } from './state.ts'

/** Somebody chose a view or a voice on the idle screen and walked away. */
const abandonedMs = 60_000

/** What one person chose, view, voice, silence, does not meet the next: gone with the visit, or with a minute of rest on the idle screen. */
export function useForget(kiosk: Kiosk): void {
  const { number, screen } = kiosk.visit
  const idle = screen.name === 'home'
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new number is a new visit
  useEffect(forgetPreferences, [number])
  useEffect(() => {
    if (!idle) return
    let timer = setTimeout(forgetPreferences, abandonedMs)
    const touched = () => {
      clearTimeout(timer)
      timer = setTimeout(forgetPreferences, abandonedMs)
    }
    addEventListener('pointerdown', touched)
    return () => {
      clearTimeout(timer)
      removeEventListener('pointerdown', touched)
    }
  }, [idle])
}
