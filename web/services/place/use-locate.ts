import { useState } from 'react'
import { worstAccuracyMetres } from '#contract/licensing'
import type { Pin } from './pin.ts'

/** How the search for this telephone's place stands; `vague`: too far off to be a shop's door. */
export type Search = 'idle' | 'asking' | 'denied' | { readonly vague: number }

/** 定位, asked for by a tap: found well enough, or only near (`onVague`), or not at all, which `search` says. */
export function useLocate(onFound: (pin: Pin) => void, onVague?: (pin: Pin) => void) {
  const [search, setSearch] = useState<Search>('idle')
  const find = () => {
    setSearch('asking')
    if (!('geolocation' in navigator)) return setSearch('denied')
    navigator.geolocation.getCurrentPosition(
      ({ coords: { longitude: lng, latitude: lat, accuracy } }) => {
        const pin = { lng, lat, accuracyMetres: Math.ceil(accuracy) }
        const vague = accuracy > worstAccuracyMetres
        setSearch(vague ? { vague: Math.round(accuracy) } : 'idle')
        if (vague) onVague?.(pin)
        else onFound(pin)
      },
      () => setSearch('denied'),
      { timeout: 15_000, maximumAge: 0, enableHighAccuracy: true },
    )
  }
  return { search, find }
}
