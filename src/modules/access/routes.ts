import type { RouteBinding } from '#platform/module'
import type { AccessPorts } from './ports.ts'
import { agencyKeyBindings } from './routes/agency-keys.ts'
import { cardCodeRoutes } from './routes/card-codes.ts'
import { cardSessionRoutes } from './routes/card-sessions.ts'
import { channelRoutes } from './routes/channel.ts'
import { consentRoutes } from './routes/consents.ts'
import { counterRoutes } from './routes/counter.ts'
import { faceRoutes } from './routes/face.ts'
import { fleetRoutes } from './routes/fleet.ts'
import { heldActRoutes } from './routes/held-acts.ts'
import { helpCallRoutes } from './routes/help-calls.ts'
import { interestBindings } from './routes/interests.ts'
import { messageBindings } from './routes/messages.ts'
import { pointBindings } from './routes/points.ts'
import { staffRoutes } from './routes/staff.ts'
import { staffChangeRoutes } from './routes/staff-changes.ts'
import { staffSetupRoutes } from './routes/staff-setups.ts'
import { terminalActRoutes } from './routes/terminal-acts.ts'
import { terminalRoutes } from './routes/terminals.ts'
import { unifiedIdentityRoutes } from './routes/unified-identity.ts'
import { webSessionRoutes } from './routes/web-sessions.ts'

/** Every route of this domain with its handler. */
export const routeBindings = (ports: AccessPorts): readonly RouteBinding[] => [
  ...terminalRoutes,
  ...fleetRoutes,
  ...pointBindings,
  ...channelRoutes,
  ...cardSessionRoutes,
  ...faceRoutes,
  ...counterRoutes,
  ...terminalActRoutes,
  ...heldActRoutes,
  ...helpCallRoutes,
  ...staffRoutes,
  ...staffChangeRoutes,
  ...staffSetupRoutes,
  ...interestBindings,
  ...webSessionRoutes(ports),
  ...cardCodeRoutes(ports),
  ...unifiedIdentityRoutes(ports),
  ...consentRoutes,
  ...agencyKeyBindings,
  ...messageBindings,
]
