import { type CooperationAct, ownRoutes as routes } from '#contract/partners'
import { call } from '../../shared/api.ts'
import { currentLanguage } from '../../shared/language.ts'
import { defineDoor } from '../outbox/door.ts'

/** 协作: one call for every act; the same key is done once, whenever the network comes back. */
export const cooperationDoor = defineDoor<CooperationAct>({
  send: async (body, { key }) => {
    const { label, labelEn } = await call(routes.act, { body, idempotencyKey: key })
    return currentLanguage() === 'en' ? labelEn : label
  },
  setAside: async (act, why, { key }) => {
    await call(routes.holdAct, { body: { act, why }, idempotencyKey: key })
  },
})
