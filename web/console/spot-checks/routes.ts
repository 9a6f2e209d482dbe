import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../app/root-route.ts'

const spotChecks = createRoute({
  getParentRoute: () => rootRoute,
  path: '/spot-checks',
  component: lazyRouteComponent(() => import('./spot-check-page.tsx'), 'SpotCheckPage'),
})

export const spotCheckPages = [spotChecks] as const
