import { type FieldAct, routes } from '#contract/delivery'
import { call } from '../../shared/api.ts'
import { currentLanguage } from '../../shared/language.ts'
import { defineDoor } from '../outbox/door.ts'

/** 送达: acts at the doors of a round; the photos travel inside them. */
export const deliveryDoor = defineDoor<FieldAct>({
  send: async (body, { key }) => {
    const reply = await call(routes.fieldAct, { body, idempotencyKey: key })
    return currentLanguage() === 'en' ? reply.stateLabelEn : reply.stateLabel
  },
  setAside: async (act, why, { key }) => {
    await call(routes.holdAct, { body: { act, why }, idempotencyKey: key })
  },
})
