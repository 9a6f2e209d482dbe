import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../app/root-route.ts'

const board = createRoute({
  getParentRoute: () => rootRoute,
  path: '/tasks',
  component: lazyRouteComponent(() => import('./board-page.tsx'), 'BoardPage'),
})

const visit = createRoute({
  getParentRoute: () => rootRoute,
  path: '/tasks/$taskId/visit',
  component: lazyRouteComponent(() => import('./visit-page.tsx'), 'VisitPage'),
})

export const taskPages = [board, visit] as const
