import { ok } from '#kernel/refusal'
import { bind, type RouteBinding } from '#platform/module'
import { checkFace } from '../actions/check-face.ts'
import { consentToFace, withdrawFaceConsent } from '../actions/face-consent.ts'
import { routes } from '../contract.ts'
import { facePolicy } from '../policy.ts'
import { byCitizen, terminalOf } from './actors.ts'

/** 刷脸核对: one way among equal ones; asked for by the person, agreed to apart, withdrawn as easily. */
export const faceRoutes: readonly RouteBinding[] = [
  bind(routes.facePolicy, async ask => ok(facePolicy(ask.at.today))),

  bind(routes.consentToFace, ask => {
    const by = byCitizen(ask)
    return ask.act({ action: 'access.consentToFace', subject: by.sessionId }, tx =>
      consentToFace(tx, { by, version: ask.body.version }, ask.at),
    )
  }),

  bind(routes.withdrawFaceConsent, ask => {
    const by = byCitizen(ask)
    return ask.act({ action: 'access.withdrawFaceConsent', subject: by.sessionId }, tx =>
      withdrawFaceConsent(tx, by, ask.at),
    )
  }),

  bind(routes.checkFace, ask => {
    const by = byCitizen(ask)
    const demo = ask.services.config.mode === 'demo'
    return ask.act({ action: 'access.checkFace', subject: by.sessionId }, tx =>
      checkFace(tx, { by, terminalId: terminalOf(ask), claim: ask.body }, { at: ask.at, demo }),
    )
  }),
]
