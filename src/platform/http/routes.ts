import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Actor, mayCall } from '#kernel/actor'
import type { Moment } from '#kernel/dates'
import { type Refusal, type RefusalTable, type Result, refuse } from '#kernel/refusal'
import { isPrivileged, type Route } from '#kernel/route'
import { act, type Caller, scopeOf } from '../act.ts'
import { sm3 } from '../crypto.ts'
import { unsealedSeconds } from '../ledger/age.ts'
import { decideSealGuard } from '../ledger/seal-guard.ts'
import type { Ask, RouteBinding, ServedFile, Services } from '../module.ts'
import { problemOf } from './problem.ts'
import { sendFile } from './send-file.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The bytes as sent: signatures and idempotency digests are over them. */
    rawBody?: Buffer
  }
}

export type Authenticate = (
  request: FastifyRequest,
) => Promise<Result<{ readonly actor: Actor; readonly capturedAt?: Moment }>>

export interface RouteContext {
  readonly services: Services
  readonly refusals: RefusalTable
  readonly authenticate: Authenticate
}

export function registerRoute(app: FastifyInstance, binding: RouteBinding, context: RouteContext): void {
  const { route } = binding
  app.route({
    method: route.method,
    url: route.url,
    schema: schemaOf(binding),
    handler: async (request, reply) => {
      const result = await answer(request, reply, binding, context)
      if (!result.ok) return sendRefusal(request, reply, result, context.refusals)
      if (route.reply === 'file') return sendFile(request, reply, result.value as ServedFile)
      if (route.reply === 'empty') return reply.code(204).send()
      if (route.reply === 'pdf')
        return reply
          .type('application/pdf')
          .header('cache-control', 'no-store')
          .send(Buffer.from(result.value as Uint8Array))
      return reply.header('cache-control', 'no-store').send(result.value)
    },
  })
}

function schemaOf({ route }: RouteBinding): object {
  const json = typeof route.reply === 'object'
  return {
    summary: route.summary,
    tags: [route.url.split('/')[2] ?? 'api'],
    ...(route.params ? { params: route.params } : {}),
    ...(route.query ? { querystring: route.query } : {}),
    ...(route.body ? { body: route.body } : {}),
    ...(json && Object.keys(route.reply).length > 0 ? { response: { 200: route.reply } } : {}),
  }
}

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  { route, handle }: RouteBinding,
  context: RouteContext,
): Promise<Result<unknown>> {
  const { services } = context
  const who = await context.authenticate(request)
  if (!who.ok) return who
  const { actor } = who.value
  if (!mayCall(route.allow, actor)) return refuseCaller(services, { actor, requestId: request.id }, route)
  // A route that says why it needs no key keeps no reply either, even if a key is sent.
  const caller = route.withoutKey === undefined ? callerOf(request, actor) : { actor, requestId: request.id }
  if (route.method !== 'GET' && route.withoutKey === undefined && !('key' in caller)) return refuse('keyMissing')
  if (isPrivileged(route, request.body)) {
    const stopped = decideSealGuard(await unsealedSeconds(services.database.pool))
    if (!stopped.ok) return noteStopped(services, { actor, requestId: request.id }, route, stopped)
  }
  const at = services.clock.now()
  const ask: Ask = {
    params: request.params as undefined,
    query: request.query as undefined,
    body: request.body as undefined,
    actor,
    at,
    capturedAt: who.value.capturedAt ?? at,
    services,
    http: { request, reply },
    act: (options, work) => act(services.database, caller, options, work),
    read: (work, scope) => services.database.within(scope ?? scopeOf(actor), work),
  }
  return handle(ask)
}

/**
 * Whoever is known and tries what his role may not do stands in the ledger, each time: the limit of requests a minute bounds
 * him like his allowed acts. A stranger leaves no line (decision 0010): anybody could fill the ledger, and a line that names
 * nobody proves nothing; strangers are counted in /metrics.
 */
async function refuseCaller(services: Services, caller: Caller, { method, url }: Route): Promise<Refusal> {
  if (caller.actor.kind === 'anonymous') return refuse('notSignedIn')
  const refusal = refuse('notPermitted')
  const noted = { action: 'platform.notPermitted', subject: `${method} ${url}` }
  await act(services.database, caller, noted, async () => refusal)
  return refusal
}

/** On record, but not kept under the caller's key: once the ledger is sealed again, the same request may be repeated. */
const noteStopped = (services: Services, caller: Caller, { url }: Route, stopped: Refusal): Promise<Result<unknown>> =>
  act(services.database, caller, { action: 'platform.privilegedStopped', subject: url }, async () => stopped)

function callerOf(request: FastifyRequest, actor: Actor): Caller {
  const value = request.headers['idempotency-key']
  const base = { actor, requestId: request.id }
  if (typeof value !== 'string' || value.length < 8 || value.length > 100 || request.method === 'GET') return base
  const digest = sm3(`${request.method} ${request.url}\n${request.rawBody?.toString('utf8') ?? ''}`).toString('hex')
  return { ...base, key: { value, digest } }
}

export function sendRefusal(
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: Refusal,
  refusals: RefusalTable,
): FastifyReply {
  const problem = problemOf(refusal, refusals, { id: request.id, english: wantsEnglish(request) })
  if (problem.status === 503 || problem.status === 429 || problem.status === 409) reply.header('retry-after', '2')
  return reply.code(problem.status).type('application/problem+json').header('cache-control', 'no-store').send(problem)
}

const wantsEnglish = (request: FastifyRequest): boolean => /^en\b/i.test(request.headers['accept-language'] ?? '')
