import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../app/root-route.ts'

const store = createRoute({
  getParentRoute: () => rootRoute,
  path: '/goods',
  component: lazyRouteComponent(() => import('./store-page.tsx'), 'GoodsStorePage'),
})
const prices = createRoute({
  getParentRoute: () => rootRoute,
  path: '/goods/prices',
  component: lazyRouteComponent(() => import('./prices-page.tsx'), 'PricesPage'),
})
const lot = createRoute({
  getParentRoute: () => rootRoute,
  path: '/goods/$lotNo',
  component: lazyRouteComponent(() => import('./lot-page.tsx'), 'LotPage'),
})
const ofCase = createRoute({
  getParentRoute: () => rootRoute,
  path: '/goods/cases/$caseNo',
  component: lazyRouteComponent(() => import('./case-goods-page.tsx'), 'CaseGoodsPage'),
})

export const goodsPages = [store, prices, lot, ofCase] as const
