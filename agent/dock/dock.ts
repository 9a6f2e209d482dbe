import fastify, { type FastifyInstance } from 'fastify'
import { dockPolicy, isOwnPage, securityHeaders } from '../http/guards.ts'
import { sendProblem } from '../http/problems.ts'
import type { PortraitDecoder } from '../reader/portrait.ts'
import { loadDrawer, loadDrawerWithTrials, type SampleCard } from './cards.ts'
import { dockRoutes } from './dock-routes.ts'
import { type NetworkProxy, startNetworkProxy } from './network-proxy.ts'
import { type challengeBy, simulatedDecoder } from './portraits.ts'
import { startPrinterSimulator } from './printer-simulator.ts'
import { startReaderEndpoint } from './reader-endpoint.ts'
import { type ReaderSimulator, readerSimulator } from './reader-simulator.ts'
import type { SimulatedPrinter } from './simulated-printer.ts'

export interface DockOptions {
  /** The server behind the simulated network, e.g. http://127.0.0.1:8080. */
  server: string
  /** Port of the dock's own panel; a free one when not given. */
  port?: number
  /** The drawer of cards: a JSON file or the cards themselves; the built-in drawer when not given. */
  cards?: string | SampleCard[]
  /** The same as a file's name. */
  cardsFile?: string
  /** An end of a pseudo-terminal that the simulated reader also speaks through. */
  readerTty?: string
}

/** The simulated devices themselves, with their faults. */
interface Devices {
  readonly reader: ReaderSimulator
  readonly printer: SimulatedPrinter
  readonly network: NetworkProxy
  /** simulated: the dock answers for blink and turn, because a still test picture before the camera cannot. */
  readonly challenge: { by: (typeof challengeBy)[number] }
}

/** The device dock 模拟设备: reader, cards, printer and network of a terminal that has none. */
export interface Dock {
  /** The panel on a port of its own. */
  readonly url: string
  readonly readerPort: number
  /** The simulated reader as an address for the agent, `tcp:127.0.0.1:…`. */
  readonly reader: string
  readonly printerUrl: string
  /** The server through the simulated network. */
  readonly proxyUrl: string
  readonly cards: readonly SampleCard[]
  /** What the maker's decoder is at a real reader. */
  readonly decodePortrait: PortraitDecoder
  readonly devices: Devices
  /** Lays the card on the reader; null lifts it. false when there is no such card. */
  lay(cardId: string | null): boolean
  /** Panel and control API; to be registered under the prefix /dock. */
  routes(app: FastifyInstance): void
  /** Ends the open line to the reader, as when its cable comes out. */
  dropReader(): void
  stop(): Promise<void>
}

/** Starts the simulated devices; every endpoint is on 127.0.0.1 only. */
export async function startDock(options: DockOptions): Promise<Dock> {
  const cards = drawerOf(options)
  const reader = readerSimulator()
  const line = await startReaderEndpoint(reader, options.readerTty)
  const printer = await startPrinterSimulator()
  const network = await startNetworkProxy(options.server)
  const dock: Omit<Dock, 'url'> = {
    readerPort: line.port,
    reader: `tcp:127.0.0.1:${line.port}`,
    printerUrl: printer.url,
    proxyUrl: network.url,
    cards,
    decodePortrait: simulatedDecoder(cards),
    devices: { reader, printer: printer.printer, network, challenge: { by: 'camera' } },
    lay(cardId) {
      const card = cards.find(other => other.id === cardId)
      if (cardId !== null && !card) return false
      reader.card = card
      return true
    },
    routes: app => dockRoutes(app, dock),
    dropReader: () => line.drop(),
    async stop() {
      await panel.stop()
      await Promise.all([line.stop(), printer.stop(), network.stop()])
    },
  }
  const panel = await startPanel(dock, options.port ?? 0)
  return Object.assign(dock, { url: panel.url })
}

function drawerOf({ cards, cardsFile }: DockOptions): SampleCard[] {
  if (typeof cards === 'object') return cards
  const file = cards ?? cardsFile
  return file === undefined ? loadDrawer() : loadDrawerWithTrials(file)
}

async function startPanel(dock: Pick<Dock, 'routes'>, wanted: number) {
  const app = fastify({ logger: false, forceCloseConnections: true })
  let port = wanted
  app.addHook('onRequest', async (request, reply) => {
    reply.headers({ ...securityHeaders, 'content-security-policy': dockPolicy, 'cache-control': 'no-store' })
    if (!isOwnPage(request.headers, port)) return sendProblem(reply, 'foreignPage', 'zh')
  })
  await app.register(async scope => dock.routes(scope), { prefix: '/dock' })
  await app.listen({ host: '127.0.0.1', port: wanted })
  const address = app.server.address()
  if (typeof address === 'object' && address) port = address.port
  return { url: `http://127.0.0.1:${port}/dock`, stop: () => app.close() }
}
