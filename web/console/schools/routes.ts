import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { knownSearch } from '../app/known-search.ts'
import { rootRoute } from '../app/root-route.ts'
import { readSchoolFilters } from './filters.ts'

const board = createRoute({
  getParentRoute: () => rootRoute,
  path: '/schools',
  validateSearch: knownSearch(readSchoolFilters),
  component: lazyRouteComponent(() => import('./schools-page.tsx'), 'SchoolsPage'),
})
const campaigns = createRoute({
  getParentRoute: () => rootRoute,
  path: '/schools/campaigns',
  component: lazyRouteComponent(() => import('./campaigns-page.tsx'), 'CampaignsPage'),
})

export const schoolPages = [board, campaigns] as const
