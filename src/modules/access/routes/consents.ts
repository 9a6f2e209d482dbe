import { ok, refuse } from '#kernel/refusal'
import { bind, type RouteBinding } from '#platform/module'
import { withdrawFaceConsent } from '../actions/face-consent.ts'
import { withdrawConsent } from '../actions/record-consent.ts'
import { webRoutes as routes } from '../contract.ts'
import { listConsents } from '../store/consent.ts'
import { byCitizen } from './actors.ts'

/** 我的同意 (个人信息保护法第十五条): seen and taken back by the person. */
export const consentRoutes: readonly RouteBinding[] = [
  bind(routes.myConsents, async ask => {
    const { personIndex } = byCitizen(ask)
    return ok({ items: [...(await ask.read(tx => listConsents(tx, personIndex)))] })
  }),

  bind(routes.withdrawConsent, ask => {
    const by = byCitizen(ask)
    const { kind } = ask.body
    return ask.act({ action: 'access.withdrawConsent', subject: by.sessionId }, async tx => {
      // What was kept on the ground of the consent goes with it.
      if (kind === 'face') await withdrawFaceConsent(tx, by, ask.at)
      else if (!(await withdrawConsent(tx, { personIndex: by.personIndex, kind }, ask.at))) return refuse('consentGone')
      return ok({ withdrawn: true })
    })
  }),
]
