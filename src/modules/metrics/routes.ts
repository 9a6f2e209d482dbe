import type { RouteBinding } from '#platform/module'
import { boardBindings } from './routes/board.ts'
import { circleBindings } from './routes/circle.ts'
import { figureRoutes } from './routes/figures.ts'
import { openDataBindings } from './routes/open-data.ts'

export const metricsRoutes: readonly RouteBinding[] = [
  ...figureRoutes,
  ...boardBindings,
  ...circleBindings,
  ...openDataBindings,
]
