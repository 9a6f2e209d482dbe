import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { hitRoutes } from '#contract/intelligence'
import { call } from '../../shared/api.ts'

/** How many hits this officer was told of and has not seen; asked anew whenever the server says that something changed. */
export function useHitNotices(): number {
  const queries = useQueryClient()
  useEffect(() => {
    let source: EventSource | undefined
    const refresh = () => {
      void queries.invalidateQueries({ queryKey: ['hitNotices'] })
      void queries.invalidateQueries({ queryKey: ['graphHits'] })
    }
    // A page nobody sees holds no line: a browser has few of them for one server.
    const follow = () => {
      source?.close()
      source = undefined
      if (document.visibilityState === 'hidden') return
      source = new EventSource(hitRoutes.stream.url)
      source.addEventListener('changed', refresh)
    }
    follow()
    document.addEventListener('visibilitychange', follow)
    return () => {
      document.removeEventListener('visibilitychange', follow)
      source?.close()
    }
  }, [queries])
  const count = useQuery({ queryKey: ['hitNotices'], queryFn: ({ signal }) => call(hitRoutes.count, { signal }) })
  return count.data?.unseen ?? 0
}
