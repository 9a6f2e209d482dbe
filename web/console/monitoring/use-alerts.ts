import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { routes } from '#contract/monitoring'
import { call } from '../../shared/api.ts'
import type { AlertFilters } from './filters.ts'

const key = 'alerts'

export function useAlerts({ state = 'open', page = 1, ...rest }: AlertFilters) {
  const query = { state, page, ...rest }
  return useQuery({
    queryKey: [key, query],
    queryFn: ({ signal }) => call(routes.listAlerts, { query, signal }),
  })
}

/** Where the alerts of the filter are; kept while the next answer is on its way, so that the map does not blink. */
export function useAlertMap({ state = 'open', page: _, ...rest }: AlertFilters) {
  const query = { state, ...rest }
  return useQuery({
    queryKey: [key, 'map', query],
    queryFn: ({ signal }) => call(routes.mapAlerts, { query, signal }),
    placeholderData: keepPreviousData,
  })
}

/** Reads the board again whenever the server says that something changed; true while the line stands. */
export function useLiveAlerts(): boolean {
  const queries = useQueryClient()
  const [live, setLive] = useState(false)
  useEffect(() => {
    const source = new EventSource(routes.streamAlerts.url)
    const refresh = () => void queries.invalidateQueries({ queryKey: [key] })
    source.addEventListener('open', () => {
      setLive(true)
      // What changed while the line was down.
      refresh()
    })
    source.addEventListener('error', () => setLive(false))
    source.addEventListener('changed', refresh)
    return () => source.close()
  }, [queries])
  return live
}
