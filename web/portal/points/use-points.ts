import { useCallback, useEffect, useState } from 'react'
import { pointRoutes, type ServicePoint } from '#contract/access'
import { type AreaView, routes as registry } from '#contract/registry'
import { call, Problem } from '../../shared/api.ts'

export type Found =
  | { readonly state: 'asking' }
  | { readonly state: 'here'; readonly at: number; readonly points: readonly ServicePoint[] }
  | { readonly state: 'failed'; readonly problem: Problem }

/** Every service point as it is at this moment; asked once, because the way to each is measured on the telephone. */
export function usePoints() {
  const [found, setFound] = useState<Found>({ state: 'asking' })
  const ask = useCallback((signal?: AbortSignal) => {
    setFound({ state: 'asking' })
    call(pointRoutes.servicePoints, signal ? { signal } : {}).then(
      ({ at, items }) => setFound({ state: 'here', at: Date.parse(at), points: items }),
      (error: unknown) => {
        if (signal?.aborted) return
        if (!(error instanceof Problem)) throw error
        setFound({ state: 'failed', problem: error })
      },
    )
  }, [])
  useEffect(() => {
    const gone = new AbortController()
    ask(gone.signal)
    return () => gone.abort()
  }, [ask])
  return { found, again: () => ask() }
}

/** Towns and villages of the register whose place is known; without them the points themselves can be chosen. */
export function usePlaces(): readonly AreaView[] {
  const [areas, setAreas] = useState<readonly AreaView[]>([])
  useEffect(() => {
    const gone = new AbortController()
    call(registry.listAreas, { signal: gone.signal }).then(
      ({ items }) => setAreas(items.filter(({ position }) => position !== null)),
      () => undefined,
    )
    return () => gone.abort()
  }, [])
  return areas
}
