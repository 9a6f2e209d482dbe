import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../app/root-route.ts'
import { readCreditFilters } from './filters.ts'

const lists = createRoute({
  getParentRoute: () => rootRoute,
  path: '/credit',
  validateSearch: readCreditFilters,
  component: lazyRouteComponent(() => import('./credit-page.tsx'), 'CreditPage'),
})

const file = createRoute({
  getParentRoute: () => rootRoute,
  path: '/credit/$fileId',
  component: lazyRouteComponent(() => import('./file-page.tsx'), 'FilePage'),
})

export const creditPages = [lists, file] as const
