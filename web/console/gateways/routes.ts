import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../app/root-route.ts'

const gateways = createRoute({
  getParentRoute: () => rootRoute,
  path: '/gateways',
  component: lazyRouteComponent(() => import('./gateways-page.tsx'), 'GatewaysPage'),
})

export const gatewayRoutes = [gateways] as const
