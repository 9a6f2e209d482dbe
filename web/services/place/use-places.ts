import { useEffect, useState } from 'react'
import { type MapAreas, routes as registry } from '#contract/registry'
import { call, Problem } from '../../shared/api.ts'

export interface KnownPlace {
  readonly code: string
  readonly name: string
  readonly lng: number
  readonly lat: number
  readonly metres: number
}

/** The towns of the county, as soon as they are known; the map works without. */
export function useAreas(): MapAreas | undefined {
  const [areas, setAreas] = useState<MapAreas>()
  useEffect(() => {
    const ended = new AbortController()
    call(registry.mapAreas, { signal: ended.signal }).then(setAreas, quietly)
    return () => ended.abort()
  }, [])
  return areas
}

/** The villages and service points nearest to a place; `failed` where they cannot be asked for. */
export function usePlacesNear(place: { readonly lng: number; readonly lat: number } | undefined) {
  const [near, setNear] = useState<{ readonly items: readonly KnownPlace[]; readonly failed: boolean }>(none)
  const [lng, lat] = [place?.lng, place?.lat]
  useEffect(() => {
    if (lng === undefined || lat === undefined) return
    const ended = new AbortController()
    call(registry.nearestServicePoints, { query: { lng, lat }, signal: ended.signal }).then(
      ({ items }) => setNear({ items, failed: false }),
      (error: unknown) => {
        if (!ended.signal.aborted) setNear({ items: [], failed: true })
        quietly(error)
      },
    )
    return () => ended.abort()
  }, [lng, lat])
  return near
}

const none = { items: [], failed: false } as const

/** Without towns and villages the pin can still be set. */
function quietly(error: unknown): void {
  if (!(error instanceof Problem) && !(error instanceof DOMException)) throw error
}
