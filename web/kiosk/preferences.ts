import { useSyncExternalStore } from 'react'
import type { Voice } from '../shared/voices.ts'

/** 长辈版, 静音 and the voice: kept in memory only; the page made new at the end of a visit begins with the defaults. */
export interface Preferences {
  readonly elder: boolean
  readonly muted: boolean
  readonly voice: Voice
}

const defaults: Preferences = { elder: false, muted: false, voice: 'cmn' }
let current = defaults
const listeners = new Set<() => void>()
let chosen = false

export function prefer(change: Partial<Preferences>): void {
  if (change.elder !== undefined) chosen = true
  current = { ...current, ...change }
  markView()
  for (const listener of listeners) listener()
}

/** A card of somebody over sixty opens the elder view, unless the person has already chosen a view. */
export function suggestElder(): void {
  if (!chosen) prefer({ elder: true })
}

/** The next person begins with the defaults. */
export function forgetPreferences(): void {
  prefer(defaults)
  chosen = false
}

export function markView(): void {
  document.documentElement.dataset['view'] = current.elder ? 'elder' : 'standard'
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const usePreferences = (): Preferences => useSyncExternalStore(subscribe, () => current)
