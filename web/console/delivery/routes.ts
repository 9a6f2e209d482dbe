import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../app/root-route.ts'

const deliveryItems = createRoute({
  getParentRoute: () => rootRoute,
  path: '/delivery',
  component: lazyRouteComponent(() => import('./item-list-page.tsx'), 'ItemListPage'),
})

const deliveryItem = createRoute({
  getParentRoute: () => rootRoute,
  path: '/delivery/items/$itemNo',
  component: lazyRouteComponent(() => import('./item-page.tsx'), 'ItemPage'),
})

const deliveryPlan = createRoute({
  getParentRoute: () => rootRoute,
  path: '/delivery/plan',
  component: lazyRouteComponent(() => import('./plan-page.tsx'), 'PlanPage'),
})

const deliveryRounds = createRoute({
  getParentRoute: () => rootRoute,
  path: '/delivery/rounds',
  component: lazyRouteComponent(() => import('./rounds-page.tsx'), 'RoundsPage'),
})

const deliveryRound = createRoute({
  getParentRoute: () => rootRoute,
  path: '/delivery/rounds/$id',
  component: lazyRouteComponent(() => import('./rounds-page.tsx'), 'RoundPage'),
})

const deliveryCalendar = createRoute({
  getParentRoute: () => rootRoute,
  path: '/delivery/calendar',
  validateSearch: ({ day }: Record<string, unknown>): { day?: string } =>
    typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day) ? { day } : {},
  component: lazyRouteComponent(() => import('./calendar-page.tsx'), 'CalendarPage'),
})

const deliveryHeld = createRoute({
  getParentRoute: () => rootRoute,
  path: '/delivery/held',
  component: lazyRouteComponent(() => import('./held-page.tsx'), 'HeldPage'),
})

export const deliveryRoutes = [
  deliveryItems,
  deliveryItem,
  deliveryPlan,
  deliveryRounds,
  deliveryRound,
  deliveryCalendar,
  deliveryHeld,
] as const
