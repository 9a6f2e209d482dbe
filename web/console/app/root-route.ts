import { createRootRoute, retainSearchParams } from '@tanstack/react-router'
import { Frame } from './frame.tsx'
import { Broken, NotFound } from './page-states.tsx'

/** Every area of the console hangs its pages below this one, in a `routes.ts` of its own. */
export const rootRoute = createRootRoute({
  component: Frame,
  notFoundComponent: NotFound,
  errorComponent: Broken,
  // The language stands in the address too and must survive every link.
  validateSearch: (search: Record<string, unknown>): { lang?: 'en' } => (search['lang'] === 'en' ? { lang: 'en' } : {}),
  search: { middlewares: [retainSearchParams(['lang'])] },
})
