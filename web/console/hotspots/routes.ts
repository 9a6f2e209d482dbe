import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../app/root-route.ts'

const hotspots = createRoute({
  getParentRoute: () => rootRoute,
  path: '/hotspots',
  component: lazyRouteComponent(() => import('./hotspots-page.tsx'), 'HotspotsPage'),
})

export const hotspotPages = [hotspots] as const
