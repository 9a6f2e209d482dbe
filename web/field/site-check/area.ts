import { siteCheckRoutes as routes } from '#contract/licensing'
import { call, type Reply } from '../../shared/api.ts'
import { defineArea } from '../app/area.ts'
import { siteCheckDoor } from './door.ts'
import { SiteCheckScreen } from './screens/site-checks.tsx'

/** 待核查的办件 with what stands around them: enough to check without network. */
export type SiteBundle = Reply<typeof routes.mySiteChecks>

/** 核查: site checks of a verifier's area. */
export const siteCheckArea = defineArea<SiteBundle>({
  id: 'site-checks',
  text: 'area.siteChecks',
  needs: routes.mySiteChecks,
  load: () => call(routes.mySiteChecks),
  Screen: SiteCheckScreen,
  door: siteCheckDoor,
})
