import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { knownSearch } from '../app/known-search.ts'
import { rootRoute } from '../app/root-route.ts'

const tabs = ['graph', 'hits', 'merges', 'looks'] as const
type GraphTab = (typeof tabs)[number]

/** Which part is open, and for which clue or case the graph is asked for. */
interface GraphSearch {
  readonly tab?: GraphTab
  readonly no?: string
}

function readGraphSearch({ tab, no }: Readonly<Record<string, unknown>>): GraphSearch {
  const known = tabs.find(one => one === tab)
  return {
    ...(known === undefined ? {} : { tab: known }),
    ...(typeof no === 'string' && no.length <= 60 ? { no } : {}),
  }
}

const graph = createRoute({
  getParentRoute: () => rootRoute,
  path: '/graph',
  validateSearch: knownSearch(readGraphSearch),
  component: lazyRouteComponent(() => import('./graph-page.tsx'), 'GraphPage'),
})

export const graphPages = [graph] as const
