import type { FastifyInstance } from 'fastify'
import { Compile } from 'typebox/compile'
import { DeskReadingRequest } from '../contract.ts'
import type { Terminal } from '../terminal.ts'
import { languageOf, sendProblem } from './problems.ts'
import { relay } from './relay.ts'

const check = Compile(DeskReadingRequest)
const cardWaitMs = 20_000

/** 窗口读卡: only where the keeper named the console's origin (`--desk`); a village terminal has no such route. */
export function deskRoutes(app: FastifyInstance, terminal: Terminal): void {
  // The preflight is answered by the guard; without a route its hook would not run.
  app.options('/desk-readings', (_request, reply) => reply.code(204).send())
  app.post('/desk-readings', async (request, reply) => {
    const language = languageOf(request)
    if (!check.Check(request.body)) return sendProblem(reply, 'badRequest', language)
    const gone = new AbortController()
    reply.raw.once('close', () => gone.abort())
    const read = await terminal.readForDesk(request.body, { language, waitMs: cardWaitMs, signal: gone.signal })
    if (typeof read === 'string') return sendProblem(reply, read, language)
    if ('card' in read) return read
    return 'code' in read ? sendProblem(reply, read.code, language) : relay(reply, read.answer)
  })
}
