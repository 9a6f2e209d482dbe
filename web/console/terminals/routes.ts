import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { knownSearch } from '../app/known-search.ts'
import { rootRoute } from '../app/root-route.ts'
import { readFleetFilters } from './fleet-filters.ts'

const terminals = createRoute({
  getParentRoute: () => rootRoute,
  path: '/terminals',
  validateSearch: knownSearch(readFleetFilters),
  component: lazyRouteComponent(() => import('./terminal-page.tsx'), 'TerminalPage'),
})

const terminal = createRoute({
  getParentRoute: () => rootRoute,
  path: '/terminals/$id',
  component: lazyRouteComponent(() => import('./life-page.tsx'), 'LifePage'),
})

export const terminalRoutes = [terminals, terminal] as const
