import { useSyncExternalStore } from 'react'
import { addressWith, currentLanguage } from '../../shared/language.ts'

export * from './page-of.ts'

const listeners = new Set<() => void>()
const changed = () => {
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    addEventListener('popstate', changed)
    addEventListener('hashchange', changed)
  }
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The path and the part behind `#`; the latter may hold a scanned licence code and never leaves the browser. */
export const usePath = (): string => useSyncExternalStore(subscribe, () => location.pathname)
export const useHash = (): string => useSyncExternalStore(subscribe, () => location.hash)

/** A path in the language of the tab. */
export const hrefOf = (path: string): string => addressWith(new URL(path, location.origin), currentLanguage())

export function goTo(path: string): void {
  history.pushState(null, '', hrefOf(path))
  changed()
  scrollTo(0, 0)
}
