import { type OwnDay, ownRoutes as routes } from '#contract/partners'
import { call } from '../../shared/api.ts'
import { defineArea } from '../app/area.ts'
import { cooperationDoor } from './door.ts'
import { CooperationScreen } from './screens/cooperation.tsx'

/** 协作: tasks given to an agency or a colleague, and the actions one takes part in. */
export const cooperationArea = defineArea<OwnDay>({
  id: 'cooperation',
  text: 'area.cooperation',
  needs: routes.ownDay,
  load: () => call(routes.ownDay),
  Screen: CooperationScreen,
  door: cooperationDoor,
})
