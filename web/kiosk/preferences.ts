import { useSyncExternalStore } from 'react'

/** 长辈版 and 静音: kept in memory only; the page made new at the end of a visit begins with the defaults. */
export interface Preferences {
  readonly elder: boolean
  readonly muted: boolean
}

let current: Preferences = { elder: false, muted: false }
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

export function markView(): void {
  document.documentElement.dataset['view'] = current.elder ? 'elder' : 'standard'
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const usePreferences = (): Preferences => useSyncExternalStore(subscribe, () => current)
