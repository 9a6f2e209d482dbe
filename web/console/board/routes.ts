import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { knownSearch } from '../app/known-search.ts'
import { rootRoute } from '../app/root-route.ts'
import { readBoardFilters } from './filters.ts'

const board = createRoute({
  getParentRoute: () => rootRoute,
  path: '/board',
  validateSearch: knownSearch(readBoardFilters),
  component: lazyRouteComponent(() => import('./board-page.tsx'), 'BoardPage'),
})

export const boardPages = [board] as const
