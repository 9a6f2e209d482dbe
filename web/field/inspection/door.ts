import { heldRoutes, type VisitAct, visitRoutes } from '#contract/inspection'
import { call } from '../../shared/api.ts'
import { currentLanguage } from '../../shared/language.ts'
import { defineDoor } from '../outbox/door.ts'
import { keepVisit } from './bundle.ts'

/** 检查: each act, photos too, goes by itself; the reply is the visit as the server now has it, with what the colleague did. */
export const inspectionDoor = defineDoor<VisitAct>({
  send: async (body, { key }) => {
    const reply = await call(visitRoutes.visitAct, { body, idempotencyKey: key })
    await keepVisit(reply.taskId, reply.visit)
    return currentLanguage() === 'en' ? reply.stateLabelEn : reply.stateLabel
  },
  setAside: async (act, why, { key }) => {
    await call(heldRoutes.holdVisitAct, { body: { act, why }, idempotencyKey: key })
  },
})
