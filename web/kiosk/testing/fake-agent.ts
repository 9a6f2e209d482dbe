import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify'
import type { TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { fleetRoutes } from '#contract/access'
import { reportRoutes } from '#contract/intelligence'
import {
  type ApplicationRow,
  type CheckResult,
  type LicenceCard,
  routes as licensing,
  progressRoutes,
  type ServiceCode,
  type ServiceSheet,
} from '#contract/licensing'
import { routes as outreach, quizRoutes } from '#contract/outreach'
import { CardSession, DeviceState, KeptAct, PrintOutcome, SessionLife } from '../../../agent/contract.ts'
import { fakeDraftRoutes } from './fake-drafts.ts'
import { type FaceWorld, fakeFaceRoutes, newFaceWorld } from './fake-face.ts'
import * as sample from './sample.ts'

/** What the pretended terminal and server are like at this moment; a test changes it as it goes. */
export interface World {
  device: DeviceState
  person: { name: string; idNoMasked: string; elder: boolean }
  idleSeconds: number
  endsInSeconds: number
  /** Milliseconds that the reader waits for a card. */
  cardWait: number
  licences: readonly LicenceCard[]
  sheet: ServiceSheet
  result: CheckResult
  applications: readonly ApplicationRow[]
  printOutcome: PrintOutcome['outcome']
  /** Milliseconds each answer under /api/licensing takes. */
  slowness: number
  /** The server cannot be reached: acts are kept, the rest is refused. */
  serverGone: boolean
  face: FaceWorld
  draftService: ServiceCode
  /** Refusals by the last part of the address: `card-session`, `renewal`, `prints` … */
  refusals: Record<string, { status: number; code: string; title?: string; next?: string; basis?: unknown[] }>
}

export interface FakeAgent {
  readonly url: string
  world: World
  /** Every request that changed something: `POST /api/… {body}`. */
  readonly calls: { method: string; url: string; body: unknown; key: string | undefined }[]
  device(change: Partial<DeviceState>): void
  close(): Promise<void>
}

export const newWorld = (): World => ({
  device: structuredClone(sample.device),
  person: { name: '梁*英', idNoMasked: '**************4021', elder: false },
  idleSeconds: 60,
  endsInSeconds: 600,
  cardWait: 20_000,
  licences: [sample.licence],
  sheet: sample.sheet,
  result: sample.granted,
  applications: sample.applications,
  printOutcome: 'printed',
  slowness: 0,
  serverGone: false,
  face: newFaceWorld(),
  draftService: 'suspend',
  refusals: {},
})

// The same policy as the real agent sends: an inline script or style would be seen to fail here.
const policy =
  "default-src 'none'; base-uri 'none'; form-action 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; media-src 'self' blob:; connect-src 'self'; frame-ancestors 'none'"

/** A pretended agent for tests of the page: in memory, on a free port of loopback, every answer checked against its contract. */
export async function startFakeAgent(
  folder: string = fileURLToPath(new URL('../../../dist/kiosk', import.meta.url)),
): Promise<FakeAgent> {
  const app = Fastify({ forceCloseConnections: true })
  const watchers = new Set<(state: DeviceState) => void>()
  const agent: FakeAgent = {
    url: '',
    world: newWorld(),
    calls: [],
    device(change) {
      agent.world.device = { ...agent.world.device, ...change }
      for (const watcher of watchers) watcher(agent.world.device)
    },
    close: () => app.close(),
  }
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('content-security-policy', policy)
  })
  app.addHook('preHandler', async (request, reply) => {
    const key = request.headers['idempotency-key']
    if (request.method !== 'GET') {
      agent.calls.push({
        method: request.method,
        url: request.url,
        body: request.body,
        key: typeof key === 'string' ? key : undefined,
      })
    }
    const last = request.url.split('?')[0]?.split('/').at(-1) ?? ''
    const refusal = agent.world.refusals[last]
    if (refusal) return problem(reply, refusal)
    if (!request.url.startsWith('/api/')) return
    await pause(agent.world.slowness)
    if (agent.world.serverGone) {
      if (request.headers['x-yzt-act'] === '1') return reply.code(202).send(kept)
      return problem(reply, { status: 503, code: 'uplinkDown' })
    }
  })
  await app.register(fastifyStatic, { root: folder, prefix: '/kiosk/', preCompressed: true })
  deviceRoutes(app, agent, watchers)
  licensingRoutes(app, agent)
  fakeFaceRoutes(app, () => agent.world.face)
  fakeDraftRoutes(app, () => agent.world.draftService)
  await app.listen({ host: '127.0.0.1', port: 0 })
  const address = app.server.address()
  return Object.assign(agent, { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/kiosk/` })
}

const kept = checked(KeptAct, { state: 'kept', receipt: 'B3F09A1C7' })

const problem = (reply: FastifyReply, { status, ...rest }: World['refusals'][string]) =>
  reply
    .code(status)
    .type('application/problem+json')
    .send({ status, title: '', next: '', ...rest })

/** A pretended answer that is not what the contract promises would make every test a lie. */
function checked<T>(schema: TSchema, value: T): T {
  if (!Value.Check(schema, value)) {
    throw new Error(`not what the contract says: ${JSON.stringify([...Value.Errors(schema, value)].slice(0, 3))}`)
  }
  return value
}

function deviceRoutes(app: FastifyInstance, agent: FakeAgent, watchers: Set<(state: DeviceState) => void>): void {
  app.get('/device/state', () => checked(DeviceState, agent.world.device))
  app.get('/device/events', (request, reply) => {
    reply.hijack()
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream' })
    const send = (state: DeviceState) =>
      void reply.raw.write(`data: ${JSON.stringify(checked(DeviceState, state))}\n\n`)
    send(agent.world.device)
    watchers.add(send)
    request.raw.once('close', () => watchers.delete(send))
  })
  app.post('/device/card-session', async (_request, reply) => {
    const until = Date.now() + agent.world.cardWait
    while (agent.world.device.reader !== 'cardPresent' && Date.now() < until) await pause(20)
    if (agent.world.device.reader !== 'cardPresent') return problem(reply, { status: 404, code: 'noCard' })
    const portrait = agent.world.face.portrait.image !== null
    return checked(CardSession, { person: agent.world.person, ...life(agent), portrait })
  })
  app.post('/device/card-session/extend', () => checked(SessionLife, life(agent)))
  app.delete('/device/card-session', (_request, reply) => reply.code(204).send())
  app.post('/device/prints', async () => {
    await pause(agent.world.slowness)
    return checked(PrintOutcome, { outcome: agent.world.printOutcome })
  })
  app.post('/device/slips', () => checked(PrintOutcome, { outcome: agent.world.printOutcome }))
  app.get(reportRoutes.towns.url, () => checked(reportRoutes.towns.reply, { items: sample.towns }))
  app.post(reportRoutes.report.url, request => {
    checked(reportRoutes.report.body, request.body)
    return checked(reportRoutes.report.reply, { receipt: sample.reportReceipt })
  })
  app.post('/device/call-helper', () => ({ id: sample.device.terminal.id, message: '已通知' }))
}

const life = ({ world: { endsInSeconds, idleSeconds } }: FakeAgent) => ({ endsInSeconds, idleSeconds })

function licensingRoutes(app: FastifyInstance, agent: FakeAgent): void {
  const ticket = () => ({
    printId: '5f1c2f8e-0000-4000-8000-000000000001',
    url: '/api/licensing/prints/5f1c2f8e-0000-4000-8000-000000000001/page',
    copyNo: 1,
    state: 'reserved',
  })
  const { world } = { world: () => agent.world }
  app.get(licensing.myLicences.url, () => checked(licensing.myLicences.reply, { items: world().licences }))
  app.get(licensing.serviceSheet.url, () => checked(licensing.serviceSheet.reply, world().sheet))
  app.get(licensing.myApplications.url, () => checked(licensing.myApplications.reply, { items: world().applications }))
  app.post(licensing.submit.url, request => {
    checked(licensing.submit.body, request.body)
    return checked(licensing.submit.reply, world().result)
  })
  app.post(licensing.withdraw.url, () => checked(licensing.withdraw.reply, world().applications[0]))
  app.post(licensing.reservePrint.url, request => {
    checked(licensing.reservePrint.body, request.body)
    return checked(licensing.reservePrint.reply, ticket())
  })
  app.post(licensing.reserveReceipt.url, () => checked(licensing.reserveReceipt.reply, ticket()))
  app.post(licensing.confirmPrint.url, request => {
    checked(licensing.confirmPrint.body, request.body)
    return checked(licensing.confirmPrint.reply, ticket())
  })
  app.get(progressRoutes.progress.url, () => checked(progressRoutes.progress.reply, sample.progress))
  app.get(fleetRoutes.nearbyPoints.url, () => checked(fleetRoutes.nearbyPoints.reply, { items: sample.nearby }))
  app.get(outreach.getArticle.url, () => checked(outreach.getArticle.reply, sample.article))
  app.get(outreach.getUse.url, () => checked(outreach.getUse.reply, sample.lawUse))
  app.get(outreach.searchLaws.url, () => checked(outreach.searchLaws.reply, { items: [sample.lawHit] }))
  app.get(quizRoutes.quizHall.url, () => checked(quizRoutes.quizHall.reply, sample.quizHall))
  app.get(quizRoutes.openQuiz.url, () => checked(quizRoutes.openQuiz.reply, sample.openQuiz))
  app.post(quizRoutes.answerQuiz.url, request => {
    checked(quizRoutes.answerQuiz.body, request.body)
    return checked(quizRoutes.answerQuiz.reply, sample.markedSheet)
  })
}
