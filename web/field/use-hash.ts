import { useSyncExternalStore } from 'react'

const subscribe = (listener: () => void): (() => void) => {
  addEventListener('hashchange', listener)
  return () => removeEventListener('hashchange', listener)
}

/** Where in the app one is, in the address: the telephone's own back button works. */
export function useHash(): readonly [place: readonly string[], go: (to: string) => void] {
  const hash = useSyncExternalStore(subscribe, () => location.hash)
  const go = (to: string) => {
    location.hash = `/${to}`
    scrollTo(0, 0)
  }
  return [hash.replace(/^#\/?/, '').split('/'), go]
}
