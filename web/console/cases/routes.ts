import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { knownSearch } from '../app/known-search.ts'
import { rootRoute } from '../app/root-route.ts'
import { readCaseFilters } from './filters.ts'

const list = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cases',
  validateSearch: knownSearch(readCaseFilters),
  component: lazyRouteComponent(() => import('./cases-page.tsx'), 'CasesPage'),
})

const one = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cases/$no',
  component: lazyRouteComponent(() => import('./case-page.tsx'), 'CasePage'),
})

export const casePages = [list, one] as const
