import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
  retainSearchParams,
} from '@tanstack/react-router'
import { routes as licensing } from '#contract/licensing'
import { readMapFilters } from '../map/filters.ts'
import { readRetailerFilters } from '../retailers/filters.ts'
import { useStaff } from '../session/session.ts'
import { readWorkFilters } from '../work-list/filters.ts'
import { WorkListPage } from '../work-list/work-list-page.tsx'
import { Frame } from './frame.tsx'
import { Broken, Loading, NotFound } from './page-states.tsx'
import { mayUse } from './permissions.ts'

const rootRoute = createRootRoute({
  component: Frame,
  notFoundComponent: NotFound,
  errorComponent: Broken,
  // The language stands in the address too and must survive every link.
  validateSearch: (search: Record<string, unknown>): { lang?: 'en' } => (search['lang'] === 'en' ? { lang: 'en' } : {}),
  search: { middlewares: [retainSearchParams(['lang'])] },
})

function Start() {
  const staff = useStaff()
  return mayUse(licensing.workList, staff) ? (
    <Navigate to="/work" search={{ view: 'mine' }} replace />
  ) : (
    <Navigate to="/terminals" replace />
  )
}

const start = createRoute({ getParentRoute: () => rootRoute, path: '/', component: Start })

const work = createRoute({
  getParentRoute: () => rootRoute,
  path: '/work',
  validateSearch: readWorkFilters,
  component: WorkListPage,
})

const application = createRoute({
  getParentRoute: () => rootRoute,
  path: '/applications/$applicationNo',
  component: lazyRouteComponent(() => import('../application/application-page.tsx'), 'ApplicationPage'),
})

const retailers = createRoute({
  getParentRoute: () => rootRoute,
  path: '/retailers',
  validateSearch: readRetailerFilters,
  component: lazyRouteComponent(() => import('../retailers/retailer-list-page.tsx'), 'RetailerListPage'),
})

const retailer = createRoute({
  getParentRoute: () => rootRoute,
  path: '/retailers/$licenceNo',
  component: lazyRouteComponent(() => import('../retailers/retailer-page.tsx'), 'RetailerPage'),
})

const map = createRoute({
  getParentRoute: () => rootRoute,
  path: '/map',
  validateSearch: readMapFilters,
  component: lazyRouteComponent(() => import('../map/map-page.tsx'), 'MapPage'),
})

const terminals = createRoute({
  getParentRoute: () => rootRoute,
  path: '/terminals',
  component: lazyRouteComponent(() => import('../terminals/terminal-page.tsx'), 'TerminalPage'),
})

const automatic = createRoute({
  getParentRoute: () => rootRoute,
  path: '/automatic',
  component: lazyRouteComponent(() => import('../automatic/automatic-page.tsx'), 'AutomaticPage'),
})

const gateways = createRoute({
  getParentRoute: () => rootRoute,
  path: '/gateways',
  component: lazyRouteComponent(() => import('../gateways/gateways-page.tsx'), 'GatewaysPage'),
})

const deliveryItems = createRoute({
  getParentRoute: () => rootRoute,
  path: '/delivery',
  component: lazyRouteComponent(() => import('../delivery/item-list-page.tsx'), 'ItemListPage'),
})

const deliveryItem = createRoute({
  getParentRoute: () => rootRoute,
  path: '/delivery/items/$itemNo',
  component: lazyRouteComponent(() => import('../delivery/item-page.tsx'), 'ItemPage'),
})

const deliveryPlan = createRoute({
  getParentRoute: () => rootRoute,
  path: '/delivery/plan',
  component: lazyRouteComponent(() => import('../delivery/plan-page.tsx'), 'PlanPage'),
})

const deliveryRounds = createRoute({
  getParentRoute: () => rootRoute,
  path: '/delivery/rounds',
  component: lazyRouteComponent(() => import('../delivery/rounds-page.tsx'), 'RoundsPage'),
})

const deliveryRound = createRoute({
  getParentRoute: () => rootRoute,
  path: '/delivery/rounds/$id',
  component: lazyRouteComponent(() => import('../delivery/rounds-page.tsx'), 'RoundPage'),
})

const deliveryCalendar = createRoute({
  getParentRoute: () => rootRoute,
  path: '/delivery/calendar',
  component: lazyRouteComponent(() => import('../delivery/calendar-page.tsx'), 'CalendarPage'),
})

const deliveryHeld = createRoute({
  getParentRoute: () => rootRoute,
  path: '/delivery/held',
  component: lazyRouteComponent(() => import('../delivery/held-page.tsx'), 'HeldPage'),
})

const delivery = [
  deliveryItems,
  deliveryItem,
  deliveryPlan,
  deliveryRounds,
  deliveryRound,
  deliveryCalendar,
  deliveryHeld,
] as const

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    start,
    work,
    application,
    retailers,
    retailer,
    map,
    terminals,
    automatic,
    gateways,
    ...delivery,
  ]),
  basepath: '/console',
  defaultPendingComponent: Loading,
  defaultErrorComponent: Broken,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
