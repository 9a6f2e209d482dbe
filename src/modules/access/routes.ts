import type { RouteBinding } from '#platform/module'
import { cardSessionRoutes } from './routes/card-sessions.ts'
import { channelRoutes } from './routes/channel.ts'
import { counterRoutes } from './routes/counter.ts'
import { faceRoutes } from './routes/face.ts'
import { fleetRoutes } from './routes/fleet.ts'
import { heldActRoutes } from './routes/held-acts.ts'
import { helpCallRoutes } from './routes/help-calls.ts'
import { staffRoutes } from './routes/staff.ts'
import { terminalActRoutes } from './routes/terminal-acts.ts'
import { terminalRoutes } from './routes/terminals.ts'

/** Every route of this domain with its handler. */
export const routeBindings: readonly RouteBinding[] = [
  ...terminalRoutes,
  ...fleetRoutes,
  ...channelRoutes,
  ...cardSessionRoutes,
  ...faceRoutes,
  ...counterRoutes,
  ...terminalActRoutes,
  ...heldActRoutes,
  ...helpCallRoutes,
  ...staffRoutes,
]
