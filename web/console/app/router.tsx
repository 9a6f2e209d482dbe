import { createRoute, createRouter, lazyRouteComponent, Navigate } from '@tanstack/react-router'
import { routes as licensing } from '#contract/licensing'
import { routes as monitoring } from '#contract/monitoring'
import { assistRoutes } from '../assist/routes.ts'
import { barRoutes } from '../bars/routes.ts'
import { boardPages } from '../board/routes.ts'
import { casePages } from '../cases/routes.ts'
import { circlePages } from '../circle/routes.ts'
import { cluePages } from '../clues/routes.ts'
import { cooperationPages } from '../cooperation/routes.ts'
import { creditPages } from '../credit/routes.ts'
import { deliveryRoutes } from '../delivery/routes.ts'
import { drawPages } from '../draw/routes.ts'
import { eventPages } from '../events/routes.ts'
import { figureRoutes } from '../figures/routes.ts'
import { filmPages } from '../films/routes.ts'
import { gatewayRoutes } from '../gateways/routes.ts'
import { goodsPages } from '../goods/routes.ts'
import { graphPages } from '../graph/routes.ts'
import { hotspotPages } from '../hotspots/routes.ts'
import { inspectionCalendarPages } from '../inspection-calendar/routes.ts'
import { interestPages } from '../interests/routes.ts'
import { lawPages } from '../law/routes.ts'
import { livePages } from '../live/routes.ts'
import { readMapFilters } from '../map/filters.ts'
import { modelPages } from '../model/routes.ts'
import { monitoringPages } from '../monitoring/routes.ts'
import { partnerPages } from '../partners/routes.ts'
import { policyPages } from '../policy/routes.ts'
import { quizPages } from '../quiz/routes.ts'
import { ratingPages } from '../ratings/routes.ts'
import { readRetailerFilters } from '../retailers/filters.ts'
import { schoolPages } from '../schools/routes.ts'
import { useStaff } from '../session/session.ts'
import { spotCheckPages } from '../spot-checks/routes.ts'
import { staffPages } from '../staff/routes.ts'
import { taskPages } from '../tasks/routes.ts'
import { terminalRoutes } from '../terminals/routes.ts'
import { windowPageRoutes } from '../window/routes.ts'
import { readWorkFilters } from '../work-list/filters.ts'
import { WorkListPage } from '../work-list/work-list-page.tsx'
import { knownSearch } from './known-search.ts'
import { Broken, Loading } from './page-states.tsx'
import { mayUse } from './permissions.ts'
import { rootRoute } from './root-route.ts'

function Start() {
  const staff = useStaff()
  if (staff.agencyId !== undefined) return <Navigate to="/inbox" replace />
  if (mayUse(licensing.workList, staff)) return <Navigate to="/work" search={{ view: 'mine' }} replace />
  return <Navigate to={mayUse(monitoring.listAlerts, staff) ? '/alerts' : '/terminals'} replace />
}

const start = createRoute({ getParentRoute: () => rootRoute, path: '/', component: Start })

const work = createRoute({
  getParentRoute: () => rootRoute,
  path: '/work',
  validateSearch: knownSearch(readWorkFilters),
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
  validateSearch: knownSearch(readRetailerFilters),
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
  validateSearch: knownSearch(readMapFilters),
  component: lazyRouteComponent(() => import('../map/map-page.tsx'), 'MapPage'),
})

const automatic = createRoute({
  getParentRoute: () => rootRoute,
  path: '/automatic',
  component: lazyRouteComponent(() => import('../automatic/automatic-page.tsx'), 'AutomaticPage'),
})

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    start,
    work,
    application,
    retailers,
    retailer,
    map,
    automatic,
    ...barRoutes,
    ...deliveryRoutes,
    ...eventPages,
    ...figureRoutes,
    ...boardPages,
    ...circlePages,
    ...gatewayRoutes,
    ...windowPageRoutes,
    ...assistRoutes,
    ...monitoringPages,
    ...hotspotPages,
    ...lawPages,
    ...modelPages,
    ...policyPages,
    ...quizPages,
    ...livePages,
    ...filmPages,
    ...ratingPages,
    ...terminalRoutes,
    ...spotCheckPages,
    ...staffPages,
    ...interestPages,
    ...schoolPages,
    ...drawPages,
    ...taskPages,
    ...inspectionCalendarPages,
    ...casePages,
    ...cooperationPages,
    ...creditPages,
    ...goodsPages,
    ...cluePages,
    ...graphPages,
    ...partnerPages,
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
