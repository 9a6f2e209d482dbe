import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../app/root-route.ts'

export const assistRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/assist',
    component: lazyRouteComponent(() => import('./assist-page.tsx'), 'AssistPage'),
  }),
] as const
