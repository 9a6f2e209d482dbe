import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../app/root-route.ts'
import { readFigureFilters } from './filters.ts'

const figures = createRoute({
  getParentRoute: () => rootRoute,
  path: '/figures',
  validateSearch: readFigureFilters,
  component: lazyRouteComponent(() => import('./figures-page.tsx'), 'FiguresPage'),
})

const figureCases = createRoute({
  getParentRoute: () => rootRoute,
  path: '/figures/$code',
  validateSearch: readFigureFilters,
  component: lazyRouteComponent(() => import('./cases-page.tsx'), 'FigureCasesPage'),
})

export const figureRoutes = [figures, figureCases] as const
