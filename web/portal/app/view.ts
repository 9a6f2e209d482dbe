import { useSyncExternalStore } from 'react'

export type View = 'standard' | 'elder'

const KEY = 'yzt-view'
const listeners = new Set<() => void>()

/** 长辈版 or not. The choice stays on the phone, so that it need not be made again; it says nothing about the person. */
function read(): View {
  try {
    return localStorage.getItem(KEY) === 'elder' ? 'elder' : 'standard'
  } catch {
    return 'standard' // a browser that allows no storage
  }
}

let current: View = typeof localStorage === 'undefined' ? 'standard' : read()

/** Called once at the start: the style sheet reads the attribute. */
export function markView(): void {
  document.documentElement.dataset['view'] = current
}

export function setView(next: View): void {
  current = next
  markView()
  try {
    localStorage.setItem(KEY, next)
  } catch {
    // The choice then holds until the page is closed.
  }
  for (const listener of listeners) listener()
}

export const useView = (): View =>
  useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => current,
  )
