import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import Fastify, { type FastifyInstance } from 'fastify'
import { Refused } from './bind-contract.ts'
import { type FakeState, freshState, serveContract } from './fake-routes.ts'

export interface FakeServer {
  readonly url: string
  readonly state: FakeState
  readonly close: () => Promise<void>
}

interface Options {
  /** Folders of the built front ends. */
  readonly dist: string
  readonly mode?: 'demo' | 'production'
  readonly port?: number
}

const NONCE = 'nonce-of-the-fake-server'

/** What the real server sends: anything that needs more fails in the tests, not at the bureau. */
const policy = [
  "default-src 'self'",
  "script-src 'self'",
  `style-src 'self' 'nonce-${NONCE}'`,
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ')

/** An in-memory server that speaks the contracts, for looking at pages and for their tests. Never shipped. */
export async function startFakeServer({ dist, mode = 'demo', port = 0 }: Options): Promise<FakeServer> {
  const app = Fastify({ forceCloseConnections: true })
  const state = freshState()
  app.setErrorHandler((error, _, reply) => {
    if (!(error instanceof Refused)) throw error
    const { status, code, title, next } = error
    return reply.code(status).type('application/problem+json').send({ status, code, title, next, basis: [] })
  })
  serveContract(app, state)
  for (const [name, base] of [
    ['console', '/console/'],
    ['portal', '/'],
  ] as const) {
    if (existsSync(path.join(dist, name, 'index.html')))
      await servePages(app, { folder: path.join(dist, name), base, mode })
  }
  const url = await app.listen({ port, host: '127.0.0.1' })
  return { url, state, close: () => app.close() }
}

async function servePages(
  app: FastifyInstance,
  { folder, base, mode }: { folder: string; base: string; mode: string },
): Promise<void> {
  const html = (await readFile(path.join(folder, 'index.html'), 'utf8'))
    .replace(/<html([^>]*)>/, `<html$1 data-mode="${mode}" data-tiles="">`)
    .replace('</head>', `<meta name="csp-nonce" content="${NONCE}"></head>`)
  await app.register(async scope => {
    await scope.register(fastifyStatic, {
      root: folder,
      prefix: base,
      index: false,
      wildcard: false,
      preCompressed: true,
    })
    for (const url of [base, `${base}*`]) {
      scope.get(url, (_, reply) => reply.header('content-security-policy', policy).type('text/html').send(html))
    }
  })
}

if (import.meta.main) {
  const server = await startFakeServer({ dist: path.resolve('dist'), port: Number(process.argv[2] ?? 8099) })
  process.stdout.write(`${server.url}\n`)
}
