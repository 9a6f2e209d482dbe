import { randomUUID } from 'node:crypto'
import swagger from '@fastify/swagger'
import scalar from '@scalar/fastify-api-reference'
import fastify, { type FastifyInstance } from 'fastify'
import { kernelRefusals } from '#kernel/refusal-texts'
import type { Metrics } from '../metrics.ts'
import type { Module, Services } from '../module.ts'
import { answerErrors } from './errors.ts'
import { serveHealth } from './health.ts'
import { joinRefusals } from './join-refusals.ts'
import { servePages } from './pages.ts'
import { platformRefusals } from './refusals.ts'
import { type Authenticate, registerRoute } from './routes.ts'
import { secure } from './security.ts'
import { serializerCompiler } from './serialization.ts'
import { validatorCompiler } from './validation.ts'

export interface ServerParts {
  readonly services: Services
  readonly modules: readonly Module[]
  readonly authenticate: Authenticate
  readonly metrics: Metrics
  readonly distFolder: string
}

const BODY_LIMIT = 2_500_000

/** Builds the server without listening, so that tests can `inject`. */
export async function buildServer(parts: ServerParts): Promise<FastifyInstance> {
  const { services, modules } = parts
  const { config } = services
  const app = fastify({
    logger: false,
    bodyLimit: BODY_LIMIT,
    requestTimeout: 15_000,
    connectionTimeout: 30_000,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: true,
  })
  const refusals = joinRefusals([platformRefusals, kernelRefusals, ...modules.map(module => module.refusals)])
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  keepRawBody(app)
  answerErrors(app, refusals, services.log)
  await secure(app, {
    https: config.publicUrl.startsWith('https:'),
    tilesUrl: config.tilesUrl,
    deskReaderUrl: config.deskReaderUrl,
  })
  app.addHook('onSend', async (request, reply) => void reply.header('x-request-id', request.id))
  app.addHook('onResponse', async (request, reply) =>
    parts.metrics.observeRequest(
      request.method,
      request.routeOptions.url ?? 'none',
      reply.statusCode,
      reply.elapsedTime,
    ),
  )
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: '烟政通 yanzhengtong', version: '0.1.0' } },
  })
  for (const module of modules) {
    for (const binding of module.routes)
      registerRoute(app, binding, { services, refusals, authenticate: parts.authenticate })
  }
  serveHealth(app, services.database, parts.metrics)
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
  await app.register(scalar, {
    routePrefix: '/api/docs',
    configuration: { url: '/api/openapi.json', withDefaultFonts: false, telemetry: false },
  })
  await servePages(app, { dist: parts.distFolder, mode: config.mode, tilesUrl: config.tilesUrl })
  return app
}

/** JSON is parsed by us so that the exact bytes stay beside it; `__proto__` and friends are refused by the secure parser. */
function keepRawBody(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const bytes = Buffer.isBuffer(body) ? body : Buffer.from(body)
    request.rawBody = bytes
    if (bytes.length === 0) return done(null, undefined)
    return parse(request, bytes.toString('utf8'), done)
  })
}
