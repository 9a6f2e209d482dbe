import type { FieldAct, FieldStop } from '#contract/delivery'
import type { Act } from '../outbox/outbox.ts'
import { texts } from './texts.ts'

/** One act at a door as the outbox keeps it. */
export const actOf = (stop: FieldStop, body: FieldAct): Act<FieldAct> => ({
  area: 'delivery',
  matter: body.itemNo,
  within: body.roundId,
  kind: body.kind,
  subject: stop.shopName,
  what: texts.t(body.kind),
  body,
})
