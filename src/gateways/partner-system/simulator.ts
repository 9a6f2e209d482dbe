import { createServer, type IncomingMessage } from 'node:http'
import { agencyRequestText } from '#modules/access'
import { contentText, makeReceipt, noticeText } from '#modules/partners'
import { makeSm2KeyPair, randomId, type Sm2KeyPair, sm2Sign, sm2Verify, sm3 } from '../../platform/crypto.ts'

interface LogLine {
  readonly id: string
  readonly itemNo: string
  readonly digest: string
}

/** How a request reaches our door: `fetch` in a running house, `inject` in a test. */
export type Door = (request: {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}) => Promise<{ readonly status: number; readonly body: unknown }>

export interface PartnerSystem {
  readonly url: string
  readonly keys: Sm2KeyPair
  /** What two people of the bureau let in, and the bureau's own key. */
  enrol(known: { readonly keyId: string; readonly bureauKey: string }): void
  /** Ids of the notices it took, each once. */
  notices(): readonly string[]
  /** Its own log of what it fetched. */
  log(): readonly LogLine[]
  behave(mode: 'normal' | 'down' | 'slow' | 'lying'): void
  /** A signed request; `alter` spoils it on its way. */
  ask(
    method: 'GET' | 'POST',
    path: string,
    body?: object,
    alter?: (headers: Record<string, string>) => void,
  ): ReturnType<Door>
  /** Opens an item, reckons its digest itself and writes its own log. */
  fetchItem(itemNo: string): Promise<{ readonly values: Record<string, string>; readonly version: number }>
  /** Takes the package of an item and says so, signed. */
  takePackage(itemNo: string): Promise<string>
  stop(): Promise<void>
}

/** The simulated system of a partner agency 模拟协作单位系统: takes notices, signs its requests, keeps its own log; nothing leaves the machine. */
export async function startPartnerSystem(door: Door, now: () => Temporal.Instant): Promise<PartnerSystem> {
  const keys = makeSm2KeyPair()
  let known = { keyId: '', bureauKey: '' }
  let mode: Parameters<PartnerSystem['behave']>[0] = 'normal'
  const taken = new Set<string>()
  const own: LogLine[] = []
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request)
    if (mode === 'down') return void request.socket.destroy()
    if (mode === 'slow') return
    response.setHeader('content-type', 'application/json')
    if (mode === 'lying') return void response.end('{"accepted":true,"id":"another"}')
    const signature = String(request.headers['x-yzt-notice-signature'] ?? '')
    if (!sm2Verify(known.bureauKey, noticeText(body), signature)) return void response.writeHead(401).end('{}')
    const { id } = JSON.parse(body) as { id: string }
    taken.add(id)
    response.end(JSON.stringify({ accepted: true, id }))
  })
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })

  const ask: PartnerSystem['ask'] = async (method, path, asked, alter) => {
    const body = asked === undefined ? undefined : JSON.stringify(asked)
    const time = now().toString({ smallestUnit: 'millisecond' })
    const nonce = randomId()
    const text = agencyRequestText(
      { keyId: known.keyId, time, nonce },
      { method, path, bodyDigest: sm3(body ?? '').toString('hex') },
    )
    const headers: Record<string, string> = {
      'x-yzt-partner-key': known.keyId,
      'x-yzt-partner-time': time,
      'x-yzt-partner-nonce': nonce,
      'x-yzt-partner-signature': sm2Sign(keys.privateKey, keys.publicKey, text),
      'idempotency-key': randomId(),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    }
    alter?.(headers)
    return door({ method, path, headers, ...(body === undefined ? {} : { body }) })
  }

  const must = async (answer: ReturnType<Door>): Promise<Record<string, unknown>> => {
    const { status, body } = await answer
    if (status >= 300) throw new Error(`the bureau refused: ${status} ${JSON.stringify(body)}`)
    return body as Record<string, unknown>
  }

  return {
    url: `http://127.0.0.1:${port}/notices`,
    keys,
    enrol: told => {
      known = told
    },
    notices: () => [...taken],
    log: () => own,
    behave: next => {
      mode = next
    },
    ask,
    fetchItem: async itemNo => {
      const seen = await must(ask('GET', `/api/partner/v1/items/${itemNo}`))
      const values = seen['values'] as Record<string, string>
      const fetch = seen['fetch'] as { id: string }
      own.push({ id: fetch.id, itemNo, digest: sm3(contentText(itemNo, values)).toString('hex') })
      return { values, version: Number(seen['version']) }
    },
    takePackage: async itemNo => {
      const pack = await must(ask('GET', `/api/partner/v1/items/${itemNo}/package`))
      const text = String(pack['text'])
      const receipt = makeReceipt(text, { by: '模拟收件人', receivedAt: `${now()}` }, keys)
      if (!receipt.ok) throw new Error(receipt.refusal)
      await must(ask('POST', `/api/partner/v1/items/${itemNo}/receipt`, { receipt: JSON.stringify(receipt.value) }))
      return text
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
