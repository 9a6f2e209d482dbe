import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { knownSearch } from '../app/known-search.ts'
import { rootRoute } from '../app/root-route.ts'

/** `ref`: only what one draw, alert or period of the calendar has asked for. */
function readBoardFilter({ ref }: Record<string, unknown>): { ref?: string } {
  return typeof ref === 'string' && ref !== '' ? { ref } : {}
}

const board = createRoute({
  getParentRoute: () => rootRoute,
  path: '/tasks',
  validateSearch: knownSearch(readBoardFilter),
  component: lazyRouteComponent(() => import('./board-page.tsx'), 'BoardPage'),
})

const task = createRoute({
  getParentRoute: () => rootRoute,
  path: '/tasks/$taskId',
  component: lazyRouteComponent(() => import('./task-page.tsx'), 'TaskPage'),
})

const visit = createRoute({
  getParentRoute: () => rootRoute,
  path: '/tasks/$taskId/visit',
  component: lazyRouteComponent(() => import('./visit-page.tsx'), 'VisitPage'),
})

export const taskPages = [board, task, visit] as const
