import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { Problem } from '../../shared/api.ts'
import { sessionStore } from '../session/session-store.ts'

/** An answer 401 anywhere means that the server has ended the session: lock, and keep what was typed. */
function onError(error: unknown): void {
  if (error instanceof Problem && error.status === 401) sessionStore.lock('ended')
}

/** Refusals are answers and not asked again; a lost network is worth one more try. */
export const queries = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (count, error) => count < 1 && error instanceof Problem && error.unreachable,
      retryDelay: 500,
      refetchOnWindowFocus: true,
    },
  },
})
