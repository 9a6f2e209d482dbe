import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'

/** One entry of the simulated register (模拟的市场监管登记信息). */
export interface SimulatedBusiness {
  readonly live: boolean
  readonly name: string
  readonly operatorName: string
  readonly address: string
  /** Whose it is. The e-certificate library is asked by it; neither simulator ever answers it. */
  readonly operatorIdNo?: string
}

/** What is answered of an entry. */
export const shownOf = ({ live, name, operatorName, address }: SimulatedBusiness) => ({
  ...{ live, name, operatorName, address },
})

export interface Simulator {
  readonly url: string
  /** How it behaves from now on: as it should, slow, broken off, or answering garbage with status 200. */
  behave(mode: 'normal' | 'slow' | 'down' | 'lying'): void
  stop(): Promise<void>
}

/** The simulator speaks HTTP on loopback, so that the adapter under test is the adapter that runs. */
export async function startSimulator(entries: ReadonlyMap<string, SimulatedBusiness>): Promise<Simulator> {
  let mode: Parameters<Simulator['behave']>[0] = 'normal'
  const server = createServer((request, response) => {
    const code = decodeURIComponent(request.url?.split('/').at(-1) ?? '')
    const licence = entries.get(code)
    if (mode === 'down') return void request.socket.destroy()
    if (mode === 'slow') return
    response.setHeader('content-type', 'application/json')
    response.end(
      mode === 'lying'
        ? '{"found":"maybe"}'
        : JSON.stringify(licence ? { found: true, licence: shownOf(licence) } : { found: false }),
    )
  })
  const port = await listen(server)
  return {
    url: `http://127.0.0.1:${port}`,
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

/** The entries the demo's county wrote: a JSON object by credit code; a missing file is an empty register. */
export async function readEntries(file: string): Promise<ReadonlyMap<string, SimulatedBusiness>> {
  const text = await readFile(file, 'utf8').catch(() => '{}')
  return new Map(Object.entries(JSON.parse(text) as Record<string, SimulatedBusiness>))
}

const listen = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
