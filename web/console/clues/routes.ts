import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { knownSearch } from '../app/known-search.ts'
import { rootRoute } from '../app/root-route.ts'
import { readClueFilters } from './filters.ts'

const lists = createRoute({
  getParentRoute: () => rootRoute,
  path: '/clues',
  validateSearch: knownSearch(readClueFilters),
  component: lazyRouteComponent(() => import('./clues-page.tsx'), 'CluesPage'),
})

const clue = createRoute({
  getParentRoute: () => rootRoute,
  path: '/clues/$no',
  component: lazyRouteComponent(() => import('./clue-page.tsx'), 'CluePage'),
})

const openings = createRoute({
  getParentRoute: () => rootRoute,
  path: '/openings',
  component: lazyRouteComponent(() => import('./openings-page.tsx'), 'OpeningsPage'),
})

const payouts = createRoute({
  getParentRoute: () => rootRoute,
  path: '/payouts',
  component: lazyRouteComponent(() => import('./payouts-page.tsx'), 'PayoutsPage'),
})

export const cluePages = [lists, clue, openings, payouts] as const
