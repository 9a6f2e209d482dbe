import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../app/root-route.ts'

const ratings = createRoute({
  getParentRoute: () => rootRoute,
  path: '/ratings',
  component: lazyRouteComponent(() => import('./ratings-page.tsx'), 'RatingsPage'),
})

export const ratingPages = [ratings] as const
