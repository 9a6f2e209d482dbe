import { createServer, type IncomingMessage, type Server } from 'node:http'

/** How a simulated neighbour behaves: `answerLost` does the work and breaks off; what `lying` means each says itself. */
export type Behaviour = 'normal' | 'slow' | 'down' | 'nonsense' | 'answerLost' | 'refusing' | 'lying' | 'repeating'
const behaviours: readonly Behaviour[] = [
  ...(['normal', 'slow', 'down', 'nonsense'] as const),
  ...(['answerLost', 'refusing', 'lying', 'repeating'] as const),
]

export interface SimulatedRequest {
  readonly method: string
  readonly path: readonly string[]
  readonly query: URLSearchParams
  readonly body: unknown
}

export interface SimulatedServer {
  readonly url: string
  behave(mode: Behaviour): void
  stop(): Promise<void>
}

/**
 * A simulated outside system 模拟: HTTP on loopback, nothing leaves the machine. `POST /behaviour {"mode":"down"}` changes
 * it from outside, so that a demonstration (and a journey) can take a neighbour away and bring it back.
 */
export async function startSimulatedServer(
  answer: (request: SimulatedRequest, mode: Behaviour) => unknown,
): Promise<SimulatedServer> {
  let mode: Behaviour = 'normal'
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://simulator')
    const path = url.pathname.split('/').filter(Boolean).map(decodeURIComponent)
    const body = await bodyOf(request)
    response.setHeader('content-type', 'application/json')
    if (path[0] === 'behaviour') {
      mode = behaviourOf(body) ?? mode
      return void response.end(JSON.stringify({ mode }))
    }
    if (mode === 'down') return void request.socket.destroy()
    if (mode === 'slow') return
    if (mode === 'nonsense') return void response.end('<html>系统维护</html>')
    const said = answer({ method: request.method ?? 'GET', path, query: url.searchParams, body }, mode)
    if (mode === 'answerLost') return void request.socket.destroy()
    response.end(JSON.stringify(said))
  })
  return {
    url: `http://127.0.0.1:${await listen(server)}`,
    behave: next => {
      mode = next
    },
    stop: () =>
      new Promise(resolve => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

const behaviourOf = (body: unknown): Behaviour | undefined =>
  behaviours.find(name => typeof body === 'object' && body !== null && 'mode' in body && body.mode === name)

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const text = Buffer.concat(parts).toString('utf8')
  return text === '' ? undefined : JSON.parse(text)
}

const listen = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
