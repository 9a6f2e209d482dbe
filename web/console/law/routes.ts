import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../app/root-route.ts'

const library = createRoute({
  getParentRoute: () => rootRoute,
  path: '/law',
  validateSearch: (search: Record<string, unknown>): { q?: string; on?: string } => ({
    ...(typeof search['q'] === 'string' && search['q'] !== '' ? { q: search['q'].slice(0, 60) } : {}),
    ...(typeof search['on'] === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(search['on']) ? { on: search['on'] } : {}),
  }),
  component: lazyRouteComponent(() => import('./library-page.tsx'), 'LibraryPage'),
})
const statute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/law/$key',
  component: lazyRouteComponent(() => import('./statute-page.tsx'), 'StatutePage'),
})
const use = createRoute({
  getParentRoute: () => rootRoute,
  path: '/law/use/$id',
  component: lazyRouteComponent(() => import('./use-page.tsx'), 'LawUsePage'),
})
const editor = createRoute({
  getParentRoute: () => rootRoute,
  path: '/law/new',
  component: lazyRouteComponent(() => import('./editor-page.tsx'), 'EditorPage'),
})
const draft = createRoute({
  getParentRoute: () => rootRoute,
  path: '/law/drafts/$id',
  component: lazyRouteComponent(() => import('./draft-page.tsx'), 'LawDraftPage'),
})

export const lawPages = [library, statute, use, editor, draft] as const
