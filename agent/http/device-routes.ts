import type { FastifyInstance } from 'fastify'
import { Compile } from 'typebox/compile'
import { PrintRequest, SlipRequest } from '../contract.ts'
import type { Terminal } from '../terminal.ts'
import type { Refused } from '../uplink/card-session.ts'
import { languageOf, sendProblem } from './problems.ts'
import { relay } from './relay.ts'

const printCheck = Compile(PrintRequest)
const slipCheck = Compile(SlipRequest)
const cardWaitMs = 20_000

/** The device interface (contract.ts): reader, session, printer, helper. */
export function deviceRoutes(app: FastifyInstance, terminal: Terminal): void {
  app.post('/card-session', async (request, reply) => {
    const language = languageOf(request)
    const gone = new AbortController()
    reply.raw.once('close', () => gone.abort())
    const opened = await terminal.openSession({ language, waitMs: cardWaitMs, signal: gone.signal })
    if (typeof opened === 'string') return sendProblem(reply, opened, language)
    return 'person' in opened ? opened : refused(opened)
    function refused(refusal: Refused) {
      return 'code' in refusal ? sendProblem(reply, refusal.code, language) : relay(reply, refusal.answer)
    }
  })

  app.post('/card-session/extend', async (request, reply) => {
    const language = languageOf(request)
    const uplink = terminal.openUplink()
    if (typeof uplink === 'string') return sendProblem(reply, uplink, language)
    const life = await uplink.session.extend()
    if ('code' in life) return sendProblem(reply, life.code, language)
    return 'answer' in life ? relay(reply, life.answer) : life
  })

  app.delete('/card-session', async (_request, reply) => {
    await terminal.endSession()
    return reply.code(204).send()
  })

  app.get('/portrait', async (request, reply) => {
    const portrait = terminal.portrait()
    return typeof portrait === 'string' ? sendProblem(reply, portrait, languageOf(request)) : portrait
  })

  app.post('/prints', async (request, reply) => {
    const language = languageOf(request)
    if (!printCheck.Check(request.body)) return sendProblem(reply, 'badRequest', language)
    const outcome = await terminal.print(request.body)
    if (typeof outcome === 'string') return sendProblem(reply, outcome, language)
    return 'answer' in outcome ? relay(reply, outcome.answer) : outcome
  })

  app.post('/slips', async (request, reply) => {
    const language = languageOf(request)
    if (!slipCheck.Check(request.body)) return sendProblem(reply, 'badRequest', language)
    const outcome = await terminal.printSlip(request.body)
    if (typeof outcome === 'string') return sendProblem(reply, outcome, language)
    return 'answer' in outcome ? relay(reply, outcome.answer) : outcome
  })

  app.post('/call-helper', async (request, reply) => {
    const language = languageOf(request)
    const uplink = terminal.openUplink()
    if (typeof uplink === 'string') return sendProblem(reply, uplink, language)
    const answer = await terminal.callHelper(uplink, { body: request.body, language })
    if (answer.kind === 'noAnswer') return sendProblem(reply, 'uplinkDown', language)
    return relay(reply, answer)
  })
}
