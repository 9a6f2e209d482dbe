import { useSyncExternalStore } from 'react'
import type { DeviceState } from '../../agent/contract.ts'
import type { Voice } from '../shared/voices.ts'

/** 长辈版, 静音 and the voice: kept in memory only; the page made new at the end of a visit begins with the defaults. */
export interface Preferences {
  readonly elder: boolean
  readonly muted: boolean
  readonly voice: Voice
  /** 0 to 1, as the bureau has set it. */
  readonly volume: number
}

let defaults: Preferences = { elder: false, muted: false, voice: 'cmn', volume: 1 }
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

/** How the bureau wants the terminal to speak (远程设置). */
export type HouseSound = Pick<NonNullable<DeviceState['settings']>, 'voice' | 'volume'>

/** The volume counts at once; voice and silence are where a visit begins, and somebody's own choice lasts until he leaves. */
export function followHouse({ voice, volume }: HouseSound): void {
  const before = defaults
  const muted = voice === 'off'
  defaults = { ...before, volume: volume / 100, muted, voice: voice === 'cantonese' ? 'yue' : 'cmn' }
  const untouched = current.muted === before.muted && current.voice === before.voice
  prefer({ volume: defaults.volume, ...(untouched ? { muted, voice: defaults.voice } : {}) })
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

export const readPreferences = (): Preferences => current

export const usePreferences = (): Preferences => useSyncExternalStore(subscribe, readPreferences)
