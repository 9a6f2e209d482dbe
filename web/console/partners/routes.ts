import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { knownSearch } from '../app/known-search.ts'
import { rootRoute } from '../app/root-route.ts'
import { readGiveFilters, readPartnerFilters } from './filters.ts'

const partners = createRoute({
  getParentRoute: () => rootRoute,
  path: '/partners',
  validateSearch: knownSearch(readPartnerFilters),
  component: lazyRouteComponent(() => import('./partners-page.tsx'), 'PartnersPage'),
})

const give = createRoute({
  getParentRoute: () => rootRoute,
  path: '/partners/give',
  validateSearch: knownSearch(readGiveFilters),
  component: lazyRouteComponent(() => import('./give-page.tsx'), 'GivePage'),
})

const item = createRoute({
  getParentRoute: () => rootRoute,
  path: '/partners/items/$no',
  component: lazyRouteComponent(() => import('./item-page.tsx'), 'ItemPage'),
})

const inbox = createRoute({
  getParentRoute: () => rootRoute,
  path: '/inbox',
  component: lazyRouteComponent(() => import('./inbox-page.tsx'), 'InboxPage'),
})

const inboxItem = createRoute({
  getParentRoute: () => rootRoute,
  path: '/inbox/$no',
  component: lazyRouteComponent(() => import('./inbox-item-page.tsx'), 'InboxItemPage'),
})

export const partnerPages = [partners, give, item, inbox, inboxItem] as const
