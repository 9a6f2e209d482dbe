import { existsSync } from 'node:fs'
import fastifyStatic from '@fastify/static'
import fastify, { type FastifyInstance } from 'fastify'
import type { Log } from '../log.ts'
import type { Terminal } from '../terminal.ts'
import { deskRoutes } from './desk-routes.ts'
import { deviceRoutes } from './device-routes.ts'
import { forwardRoutes } from './forward-routes.ts'
import {
  deskHeaders,
  deskPath,
  dockPolicy,
  isDeskPage,
  isOwnPage,
  kioskPolicy,
  plainPolicy,
  securityHeaders,
} from './guards.ts'
import { languageOf, sendProblem } from './problems.ts'
import { stateRoutes } from './state-routes.ts'

export interface ServerParts {
  terminal: Terminal
  /** Folder of the built kiosk page. */
  kioskDir: string
  port: number
  log: Log
  /** The dock's routes, in a demonstration. */
  dockRoutes?: ((app: FastifyInstance) => void) | undefined
  /** Origins of the console that this desk serves. */
  deskOrigins: readonly string[]
}

/** The agent's server for the page beside it; loopback only. */
export async function startServer(parts: ServerParts): Promise<{ url: string; port: number; stop(): Promise<void> }> {
  const app = fastify({ logger: false, forceCloseConnections: true, bodyLimit: 64 * 1024 })
  let port = parts.port
  guard(app, () => port, parts.deskOrigins)
  errors(app, parts.log)

  for (const path of ['/', '/kiosk']) app.get(path, (_request, reply) => reply.redirect('/kiosk/', 302))
  app.get('/favicon.ico', (_request, reply) => reply.code(204).send())
  await app.register(async scope => kioskPages(scope, parts.kioskDir), { prefix: '/kiosk' })
  await app.register(
    async scope => {
      stateRoutes(scope, parts.terminal)
      deviceRoutes(scope, parts.terminal)
      if (parts.deskOrigins.length > 0) deskRoutes(scope, parts.terminal)
    },
    { prefix: '/device' },
  )
  await app.register(async scope => forwardRoutes(scope, parts.terminal), { prefix: '/api' })
  if (parts.dockRoutes) await app.register(async scope => parts.dockRoutes?.(scope), { prefix: '/dock' })

  await app.listen({ host: '127.0.0.1', port: parts.port })
  const address = app.server.address()
  if (typeof address === 'object' && address) port = address.port
  return { url: `http://127.0.0.1:${port}`, port, stop: () => app.close() }
}

function guard(app: FastifyInstance, port: () => number, deskOrigins: readonly string[]) {
  app.addHook('onRequest', async (request, reply) => {
    reply.headers({ ...securityHeaders, 'content-security-policy': policyOf(request.raw.url ?? '') })
    // Pages of assets keep their own caching; whatever may concern a person is never stored.
    if (!request.raw.url?.startsWith('/kiosk/')) reply.header('cache-control', 'no-store')
    if (request.raw.url?.split('?')[0] === deskPath && isDeskPage(request.headers, port(), deskOrigins)) {
      reply.headers(deskHeaders(request.headers.origin ?? ''))
      return request.method === 'OPTIONS' ? reply.code(204).send() : undefined
    }
    if (!isOwnPage(request.headers, port())) return sendProblem(reply, 'foreignPage', languageOf(request))
  })
}

function policyOf(url: string): string {
  if (url.startsWith('/dock')) return dockPolicy
  return url.startsWith('/kiosk') ? kioskPolicy : plainPolicy
}

function errors(app: FastifyInstance, log: Log) {
  app.setNotFoundHandler((request, reply) => sendProblem(reply, 'notFound', languageOf(request)))
  app.setErrorHandler((error: { statusCode?: number; code?: string }, request, reply) => {
    const status = error.statusCode ?? 500
    if (status < 500) return sendProblem(reply, 'badRequest', languageOf(request))
    // Neither the message nor the address is logged: both may hold what a person typed.
    log('requestFailed', { code: error.code ?? 'unexpected' })
    return sendProblem(reply, 'uplinkDown', languageOf(request))
  })
}

async function kioskPages(app: FastifyInstance, folder: string) {
  if (existsSync(folder)) {
    await app.register(fastifyStatic, { root: folder, prefix: '/', redirect: false, preCompressed: true })
    // The page has screens with addresses of their own; a reload of one of them starts the page again.
    app.setNotFoundHandler((request, reply) => {
      const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html')
      return wantsPage ? reply.sendFile('index.html') : sendProblem(reply, 'notFound', languageOf(request))
    })
    return
  }
  const text = '终端页面还没有生成，请先运行 npm run build:web。The kiosk page is not built yet.'
  app.get('/*', (_request, reply) => reply.code(503).type('text/plain; charset=utf-8').send(text))
}
