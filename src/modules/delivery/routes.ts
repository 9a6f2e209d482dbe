import type { RouteBinding } from '#platform/module'
import type { DeliveryPorts } from './ports.ts'
import { fieldRoutes } from './routes/field.ts'
import { itemRoutes } from './routes/items.ts'
import { roundRoutes } from './routes/rounds.ts'
import { visitRoutes } from './routes/visits.ts'

export const routeBindings = (ports: DeliveryPorts): readonly RouteBinding[] => [
  ...itemRoutes(ports),
  ...roundRoutes,
  ...fieldRoutes,
  ...visitRoutes,
]
