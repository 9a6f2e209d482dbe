import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { randomId, sm3 } from '#platform/crypto'
import { actHeader, type KeptAct } from '../contract.ts'
import type { Terminal } from '../terminal.ts'
import { sealAct } from '../uplink/seal.ts'
import type { Uplink } from '../uplink/uplink.ts'
import { type DeviceProblemCode, sendProblem, serverLanguageOf } from './problems.ts'
import { relay } from './relay.ts'

/** Addresses at which the agent speaks for itself: a page must not pose as the terminal or forge a card. */
const agentOnly = /^\/api\/access\/(card-sessions|desk-readings|terminal-|terminals|staff-|help-calls)/
const passedOn = ['content-type', 'accept', 'accept-language', 'idempotency-key', 'if-match']
/** The server takes sealed acts of 1 MB; in hex a byte is two. */
const mostBytes = 900_000

/** Passes what the page asks under /api/ to the server: signed, in the citizen's session, one after the other. */
export function forwardRoutes(app: FastifyInstance, terminal: Terminal): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: mostBytes }, (_request, body, done) => done(null, body))

  app.all('/*', async (request, reply) => {
    const language = serverLanguageOf(request)
    const path = pathOf(request.raw.url ?? '')
    if (!path) return sendProblem(reply, 'badRequest', language)
    if (agentOnly.test(path)) return sendProblem(reply, 'notForThePage', language)
    const uplink = terminal.openUplink()
    if (typeof uplink === 'string') return sendProblem(reply, uplink, language)
    uplink.session.touch()
    const isAct = request.method === 'POST' && request.headers[actHeader] === '1'
    if (isAct) return act(terminal, uplink, { request, reply, path })
    const answer = await uplink.line.send({
      method: request.method,
      path,
      headers: headersOf(request),
      lane: 'front',
      ...(uplink.session.token ? { session: uplink.session.token } : {}),
      ...(Buffer.isBuffer(request.body) ? { body: request.body } : {}),
    })
    if (answer.kind === 'reply') return relay(reply, answer)
    const harmless = answer.neverSent || request.method === 'GET' || request.method === 'HEAD'
    return sendProblem(reply, harmless ? 'uplinkDown' : 'answerUnknown', language)
  })
}

interface Exchange {
  request: FastifyRequest
  reply: FastifyReply
  path: string
}

async function act(terminal: Terminal, uplink: Uplink, { request, reply, path }: Exchange) {
  const refuse = (code: DeviceProblemCode) => sendProblem(reply, code, serverLanguageOf(request))
  const session = uplink.session.token
  if (!session) return refuse('sessionMissing')
  const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.from('null')
  const key = keyOf(request.headers['idempotency-key'])
  const body = parsed(bytes)
  if (!key || body === undefined) return refuse('badRequest')
  const digest = sm3(Buffer.concat([Buffer.from(`${path}\n`), bytes])).toString('hex')
  const before = uplink.recent.look(key, digest)
  if (before === 'otherBody') return refuse('keyReused')
  if (typeof before !== 'string') return relay(reply, before)
  uplink.recent.note(key, digest)
  const capturedAt = new Date(terminal.timers.now()).toISOString()
  // The server runs acts at plain addresses only; a query of the page (its language) is no part of the act.
  const url = path.split('?')[0] ?? path
  const act = { method: request.method, url, body, session, capturedAt, idempotencyKey: key }
  const envelope = sealAct(act, uplink.identity.serverSealingKey)
  bytes.fill(0)
  const answer = await uplink.outbox.submit(key, envelope, serverLanguageOf(request))
  if (answer === 'full') return refuse('storageFull')
  if (answer !== 'kept' && answer.kind === 'reply') {
    if (uplink.session.token === session) uplink.recent.note(key, digest, answer)
    return relay(reply, answer)
  }
  const kept: KeptAct = { state: 'kept', receipt: receiptOf(key) }
  return reply.code(202).send(kept)
}

/** Path and query as they will be signed; undefined when they could mean something else to the server. */
function pathOf(url: string): string | undefined {
  const plain = /^\/api\/[\w\-./~%]*(\?[\w\-./~%=&+:,!*'()@]*)?$/.test(url)
  const path = url.split('?')[0] ?? ''
  return plain && !/%2f|%5c|%2e|%00|\/\/|\/\.{1,2}(\/|$)/i.test(path) ? url : undefined
}

function keyOf(header: string | string[] | undefined): string | undefined {
  if (header === undefined) return randomId()
  return typeof header === 'string' && /^[A-Za-z0-9_-]{8,100}$/.test(header) ? header : undefined
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}

function headersOf(request: FastifyRequest): Record<string, string> {
  const pairs = passedOn.map(name => [name, request.headers[name]] as const)
  return Object.fromEntries(pairs.filter((pair): pair is [string, string] => typeof pair[1] === 'string'))
}

/** A short number for the slip of paper: the same act always has the same one. */
function receiptOf(key: string): string {
  return `B${sm3(key).toString('hex').slice(0, 8).toUpperCase()}`
}
