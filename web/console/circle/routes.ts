import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { knownSearch } from '../app/known-search.ts'
import { rootRoute } from '../app/root-route.ts'
import { readCircleFilters } from './filters.ts'

const circle = createRoute({
  getParentRoute: () => rootRoute,
  path: '/circle',
  validateSearch: knownSearch(readCircleFilters),
  component: lazyRouteComponent(() => import('./circle-page.tsx'), 'CirclePage'),
})

export const circlePages = [circle] as const
