import type { FastifyInstance } from 'fastify'
import type { DeviceState } from '../contract.ts'
import type { Terminal } from '../terminal.ts'

const aliveMs = 15_000

/** GET /device/state, and the same as server-sent events on each change. */
export function stateRoutes(app: FastifyInstance, terminal: Terminal): void {
  app.get('/state', () => terminal.state())

  app.get('/events', (request, reply) => {
    reply.hijack()
    const headers = reply.getHeaders() as Record<string, string>
    reply.raw.writeHead(200, { ...headers, 'content-type': 'text/event-stream; charset=utf-8' })
    const send = (state: DeviceState) => void reply.raw.write(`data: ${JSON.stringify(state)}\n\n`)
    send(terminal.state())
    const unwatch = terminal.watch(send)
    const alive = setInterval(() => reply.raw.write(':\n\n'), aliveMs)
    request.raw.once('close', () => {
      unwatch()
      clearInterval(alive)
    })
  })
}
