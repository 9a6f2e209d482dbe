import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../app/root-route.ts'

const list = createRoute({
  getParentRoute: () => rootRoute,
  path: '/draws',
  component: lazyRouteComponent(() => import('./draw-list-page.tsx'), 'DrawListPage'),
})
const room = createRoute({
  getParentRoute: () => rootRoute,
  path: '/draws/$drawId',
  component: lazyRouteComponent(() => import('./draw-room-page.tsx'), 'DrawRoomPage'),
})

export const drawPages = [list, room] as const
