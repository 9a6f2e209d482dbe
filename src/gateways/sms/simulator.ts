import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'

interface SimulatedMessage {
  readonly id: string
  readonly phone: string
  readonly text: string
}

export interface SmsSimulator {
  readonly url: string
  /** What would lie on telephones now; each message once, however often it was handed over. */
  inbox(): readonly SimulatedMessage[]
  /** `lost`: taken, and the receipt says that it never arrived. */
  behave(mode: 'normal' | 'slow' | 'down' | 'lying' | 'barred' | 'answerLost' | 'lost'): void
  stop(): Promise<void>
}

/** The simulated provider 模拟短信: HTTP on loopback, nothing leaves the machine. Numbers may be out of use (空号). */
export async function startSmsSimulator(outOfUse: (phone: string) => boolean = () => false): Promise<SmsSimulator> {
  let mode: Parameters<SmsSimulator['behave']>[0] = 'normal'
  const taken = new Map<string, SimulatedMessage & { readonly outcome: 'delivered' | 'failed' }>()
  const run = randomUUID()
  const server = createServer(async (request, response) => {
    if (mode === 'down') return void request.socket.destroy()
    if (mode === 'slow') return
    response.setHeader('content-type', 'application/json')
    if (mode === 'lying') return void response.end('{"accepted":"perhaps"}')
    // Not of the contract: what the demonstration shows as the telephone of a made-up person.
    if (request.url === '/inbox') return void response.end(JSON.stringify([...taken.values()]))
    if (request.method === 'GET') return void response.end(JSON.stringify(receipts(request.url ?? '')))
    const message = JSON.parse(await bodyOf(request)) as SimulatedMessage
    if (mode === 'barred') return void response.end('{"accepted":false,"why":"号码在免打扰名单里"}')
    if (outOfUse(message.phone)) return void response.end('{"accepted":false,"why":"空号"}')
    taken.set(message.id, { ...message, outcome: mode === 'lost' ? 'failed' : 'delivered' })
    if (mode === 'answerLost') return void request.socket.destroy()
    response.end(JSON.stringify({ accepted: true, providerId: `sim-${message.id}` }))
  })
  /** The cursor is the count of what was told in this run: after a restart of the simulator everything is told from the beginning. */
  function receipts(url: string) {
    const [told, count] = (new URL(url, 'http://sms').searchParams.get('after') ?? '').split('.')
    const after = told === run ? Number(count) : 0
    const news = [...taken.values()].slice(after)
    return {
      receipts: news.map(({ id, outcome }) => ({ providerId: `sim-${id}`, outcome })),
      cursor: `${run}.${after + news.length}`,
    }
  }
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
  return {
    url: `http://127.0.0.1:${port}`,
    inbox: () => [...taken.values()].map(({ outcome: _, ...message }) => message),
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

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}
