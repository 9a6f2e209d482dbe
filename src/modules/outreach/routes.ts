import type { RouteBinding } from '#platform/module'
import { articleRoutes } from './routes/articles.ts'
import { libraryRoutes } from './routes/library.ts'

export const outreachRoutes: readonly RouteBinding[] = [...articleRoutes, ...libraryRoutes]
