import { useState } from 'react'
import type { Static } from 'typebox'
import { routes as registry } from '#contract/registry'
import { call, Problem } from '../../shared/api.ts'

export type NearPoint = Static<(typeof registry)['nearestServicePoints']['reply']>['items'][number]

export type Search =
  | { readonly state: 'idle' }
  | { readonly state: 'asking' }
  | { readonly state: 'denied' }
  | { readonly state: 'found'; readonly points: readonly NearPoint[] }
  | { readonly state: 'failed'; readonly problem: Problem }

interface Place {
  readonly lng: number
  readonly lat: number
}

/** The nearest service points around a place, or around the phone. */
export function useServicePoints() {
  const [search, setSearch] = useState<Search>({ state: 'idle' })
  const around = async (place: Place) => {
    setSearch({ state: 'asking' })
    try {
      const { items } = await call(registry.nearestServicePoints, { query: { lng: place.lng, lat: place.lat } })
      setSearch({ state: 'found', points: items })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      setSearch({ state: 'failed', problem: error })
    }
  }
  const aroundHere = () => {
    setSearch({ state: 'asking' })
    const denied = () => setSearch({ state: 'denied' })
    if (!('geolocation' in navigator)) return denied()
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => void around({ lng: coords.longitude, lat: coords.latitude }),
      denied,
      { timeout: 10_000, maximumAge: 60_000 },
    )
  }
  return { search, around, aroundHere }
}
