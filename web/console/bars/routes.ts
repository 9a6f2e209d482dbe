import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../app/root-route.ts'

const bars = createRoute({
  getParentRoute: () => rootRoute,
  path: '/bars',
  component: lazyRouteComponent(() => import('./bars-page.tsx'), 'BarsPage'),
})

export const barRoutes = [bars] as const
