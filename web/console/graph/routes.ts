import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../app/root-route.ts'

const graph = createRoute({
  getParentRoute: () => rootRoute,
  path: '/graph',
  component: lazyRouteComponent(() => import('./graph-page.tsx'), 'GraphPage'),
})

export const graphPages = [graph] as const
