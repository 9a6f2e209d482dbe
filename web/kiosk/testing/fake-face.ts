import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { Value } from 'typebox/value'
import { routes as access, decideFace, type FacePolicy, type FaceResult, webRoutes } from '#contract/access'
import { Portrait } from '../../../agent/contract.ts'

/** What the pretended reader and server are like where a face is compared. */
export interface FaceWorld {
  /** The reader gives no portrait unless a test lends one. */
  portrait: Portrait
  policy: FacePolicy
  /** Milliseconds until the server tells its policy: holds the camera page still. */
  wait: number
  /** Says the result instead of the real rule. */
  result: FaceResult | undefined
  tries: number
}

export const newFaceWorld = (): FaceWorld => ({
  portrait: { image: null, challengeSimulated: false },
  policy: { sameFrom: 0.5, differentBelow: 0.4, challengeSeconds: 12, tries: 3 },
  wait: 0,
  result: undefined,
  tries: 0,
})

export function fakeFaceRoutes(app: FastifyInstance, world: () => FaceWorld): void {
  app.get('/device/portrait', (_request, reply) => {
    const { portrait } = world()
    if (!Value.Check(Portrait, portrait)) throw new Error('no portrait of the contract')
    return reply.send(portrait)
  })
  app.post(webRoutes.askCardCode.url, () => ({
    challengeId: '5f1c2f8e-0000-4000-8000-0000000000c1',
    phoneMasked: '*******8000',
    minutes: 5,
    pauseSeconds: 60,
  }))
  app.post(webRoutes.proveByCode.url, (request, reply) => {
    if (!Value.Check(webRoutes.proveByCode.body, request.body)) throw new Error('no code of the contract')
    return reply.code(204).send()
  })
  app.get(access.facePolicy.url, async () => {
    await pause(world().wait)
    return world().policy
  })
  app.post(access.consentToFace.url, (request, reply) => {
    if (!Value.Check(access.consentToFace.body, request.body)) throw new Error('no consent of the contract')
    return reply.code(204).send()
  })
  app.delete(access.withdrawFaceConsent.url, () => ({ deleted: 1 }))
  app.post(access.checkFace.url, request => {
    const claim = request.body
    if (!Value.Check(access.checkFace.body, claim)) throw new Error('no claim of the contract')
    const now = world()
    now.tries += 1
    // The very rule of the server.
    const result = now.result ?? decideFace(claim, now.policy, { demo: true })
    return { result, triesLeft: now.policy.tries - now.tries }
  })
}
