import type { RouteBinding } from '#platform/module'
import type { LicensingPorts } from './ports.ts'
import { automaticRoutes } from './routes/automatic.ts'
import { citizenRoutes } from './routes/citizen.ts'
import { documentRoutes } from './routes/documents.ts'
import { draftRoutes } from './routes/drafts.ts'
import { guideDayRoutes } from './routes/guide-days.ts'
import { mandateRoutes } from './routes/mandates.ts'
import { officerRoutes } from './routes/officer.ts'
import { paperRoutes } from './routes/papers.ts'
import { personBarRoutes } from './routes/person-bars.ts'
import { printRoutes } from './routes/prints.ts'
import { proceedingRoutes } from './routes/proceedings.ts'
import { progressRoutes } from './routes/progress.ts'
import { ratingRoutes } from './routes/rating.ts'
import { siteCheckRoutes } from './routes/site-checks.ts'
import { spotCheckRoutes } from './routes/spot-checks.ts'
import { terminalPrintRoutes } from './routes/terminal-prints.ts'
import { verificationRoutes } from './routes/verification.ts'
import { windowRoutes } from './routes/window.ts'
import { windowPrintRoutes } from './routes/window-prints.ts'

export const routeBindings = (ports: LicensingPorts): readonly RouteBinding[] => [
  ...citizenRoutes(ports),
  ...documentRoutes,
  ...draftRoutes,
  ...guideDayRoutes,
  ...mandateRoutes(ports),
  ...officerRoutes,
  ...automaticRoutes,
  ...paperRoutes,
  ...personBarRoutes,
  ...printRoutes,
  ...proceedingRoutes,
  ...progressRoutes,
  ...ratingRoutes,
  ...terminalPrintRoutes,
  ...siteCheckRoutes,
  ...spotCheckRoutes,
  ...verificationRoutes,
  ...windowRoutes(ports),
  ...windowPrintRoutes,
]
