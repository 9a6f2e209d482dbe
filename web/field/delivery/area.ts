import { routes } from '#contract/delivery'
import { defineArea } from '../app/area.ts'
import { deliveryDoor } from './door.ts'
import { DeliveryScreen } from './screens/delivery.tsx'
import { loadToday, type Today } from './today.ts'

/** 送达: today's rounds of a courier. */
export const deliveryArea = defineArea<Today>({
  id: 'delivery',
  text: 'area.delivery',
  needs: routes.myRounds,
  load: loadToday,
  Screen: DeliveryScreen,
  door: deliveryDoor,
})
