import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../app/root-route.ts'

export const windowPageRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/window',
    component: lazyRouteComponent(() => import('./window-page.tsx'), 'WindowPage'),
  }),
] as const
