import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { actionRoutes as routes } from '#contract/partners'
import { addressOf } from '../../shared/api.ts'

/** Reads the action again whenever the server says that something on its board changed; true while the line stands. */
export function useLiveAction(id: string, running: boolean): boolean {
  const queries = useQueryClient()
  const [live, setLive] = useState(false)
  useEffect(() => {
    if (!running) return
    const source = new EventSource(addressOf(routes.streamAction.url, { id }))
    const refresh = () => void queries.invalidateQueries({ queryKey: ['jointActions', id] })
    source.addEventListener('open', () => setLive(true))
    source.addEventListener('error', () => setLive(false))
    source.addEventListener('changed', refresh)
    return () => source.close()
  }, [queries, id, running])
  return live
}
