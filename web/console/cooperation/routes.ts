import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { knownSearch } from '../app/known-search.ts'
import { rootRoute } from '../app/root-route.ts'
import { readListFilters, readTaskFilters } from './filters.ts'

const meetings = createRoute({
  getParentRoute: () => rootRoute,
  path: '/meetings',
  validateSearch: knownSearch(readListFilters),
  component: lazyRouteComponent(() => import('./meetings-page.tsx'), 'MeetingsPage'),
})

const meeting = createRoute({
  getParentRoute: () => rootRoute,
  path: '/meetings/$id',
  component: lazyRouteComponent(() => import('./meeting-page.tsx'), 'MeetingPage'),
})

const actions = createRoute({
  getParentRoute: () => rootRoute,
  path: '/joint-actions',
  validateSearch: knownSearch(readListFilters),
  component: lazyRouteComponent(() => import('./actions-page.tsx'), 'ActionsPage'),
})

const action = createRoute({
  getParentRoute: () => rootRoute,
  path: '/joint-actions/$id',
  component: lazyRouteComponent(() => import('./action-page.tsx'), 'ActionPage'),
})

const tasks = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cooperation-tasks',
  validateSearch: knownSearch(readTaskFilters),
  component: lazyRouteComponent(() => import('./tasks-page.tsx'), 'CooperationTasksPage'),
})

const sixfold = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sixfold',
  component: lazyRouteComponent(() => import('./sixfold-page.tsx'), 'SixfoldPage'),
})

const own = createRoute({
  getParentRoute: () => rootRoute,
  path: '/own-work',
  component: lazyRouteComponent(() => import('./own-work-page.tsx'), 'OwnWorkPage'),
})

export const cooperationPages = [meetings, meeting, actions, action, tasks, sixfold, own] as const
