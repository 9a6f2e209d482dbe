import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { knownSearch } from '../app/known-search.ts'
import { rootRoute } from '../app/root-route.ts'
import { readCreditFilters } from './filters.ts'

const lists = createRoute({
  getParentRoute: () => rootRoute,
  path: '/credit',
  validateSearch: knownSearch(readCreditFilters),
  component: lazyRouteComponent(() => import('./credit-page.tsx'), 'CreditPage'),
})

const file = createRoute({
  getParentRoute: () => rootRoute,
  path: '/credit/$fileId',
  component: lazyRouteComponent(() => import('./file-page.tsx'), 'FilePage'),
})

export const creditPages = [lists, file] as const
