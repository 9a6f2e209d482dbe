import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../app/root-route.ts'

const interests = createRoute({
  getParentRoute: () => rootRoute,
  path: '/interests',
  component: lazyRouteComponent(() => import('./interests-page.tsx'), 'InterestsPage'),
})

export const interestPages = [interests] as const
