import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../app/root-route.ts'

const films = createRoute({
  getParentRoute: () => rootRoute,
  path: '/films',
  component: lazyRouteComponent(() => import('./films-page.tsx'), 'FilmsPage'),
})

export const filmPages = [films] as const
