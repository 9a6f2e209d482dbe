import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../app/root-route.ts'

const calendar = createRoute({
  getParentRoute: () => rootRoute,
  path: '/inspection-calendar',
  component: lazyRouteComponent(() => import('./calendar-page.tsx'), 'InspectionCalendarPage'),
})

export const inspectionCalendarPages = [calendar] as const
