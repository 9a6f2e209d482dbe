import type { RouteBinding } from '#platform/module'
import { figureRoutes } from './routes/figures.ts'

export const metricsRoutes: readonly RouteBinding[] = [...figureRoutes]
