import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { knownSearch } from '../app/known-search.ts'
import { rootRoute } from '../app/root-route.ts'
import { readFigureFilters } from './filters.ts'

const figures = createRoute({
  getParentRoute: () => rootRoute,
  path: '/figures',
  validateSearch: knownSearch(readFigureFilters),
  component: lazyRouteComponent(() => import('./figures-page.tsx'), 'FiguresPage'),
})

const definitions = createRoute({
  getParentRoute: () => rootRoute,
  path: '/figures/definitions',
  component: lazyRouteComponent(() => import('./definitions-page.tsx'), 'DefinitionsPage'),
})

const figureRows = createRoute({
  getParentRoute: () => rootRoute,
  path: '/figures/$code',
  validateSearch: knownSearch(readFigureFilters),
  component: lazyRouteComponent(() => import('./rows-page.tsx'), 'FigureRowsPage'),
})

export const figureRoutes = [figures, definitions, figureRows] as const
