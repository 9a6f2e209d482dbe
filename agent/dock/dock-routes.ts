import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { Compile } from 'typebox/compile'
import { sendProblem } from '../http/problems.ts'
import type { Dock } from './dock.ts'
import { networkFaults } from './network-proxy.ts'
import { challengeBy } from './portraits.ts'
import { readerFaults } from './reader-simulator.ts'
import { printerFaults } from './simulated-printer.ts'

const LayCard = Compile(Type.Object({ cardId: Type.Union([Type.String(), Type.Null()]) }))
const SetFault = Compile(
  Type.Object({
    reader: Type.Optional(Type.Enum([...readerFaults])),
    printer: Type.Optional(Type.Enum([...printerFaults])),
    network: Type.Optional(Type.Enum([...networkFaults])),
    challenge: Type.Optional(Type.Enum([...challengeBy])),
    /** With network: cutAfter. */
    cutAfter: Type.Optional(Type.Object({ bytes: Type.Integer({ minimum: 0 }), direction: Type.Enum(['up', 'down']) })),
    /** With network: slow. */
    bytesPerSecond: Type.Optional(Type.Integer({ minimum: 1 })),
  }),
)

const files = [
  ['/', 'index.html', 'text/html; charset=utf-8'],
  ['/panel.js', 'panel.js', 'text/javascript; charset=utf-8'],
  ['/panel.css', 'panel.css', 'text/css; charset=utf-8'],
] as const

type Docked = Pick<Dock, 'cards' | 'devices' | 'lay' | 'dropReader'>

/** The panel and the control API of the dock. */
export function dockRoutes(app: FastifyInstance, dock: Docked): void {
  for (const [path, file, type] of files) {
    const content = readFileSync(new URL(`./panel/${file}`, import.meta.url))
    app.get(path, (_request, reply) => reply.type(type).send(content))
  }
  app.get('/api/state', () => stateOf(dock))

  app.post('/api/card', (request, reply) => {
    const wish = request.body
    if (!LayCard.Check(wish) || !dock.lay(wish.cardId)) return sendProblem(reply, 'badRequest', 'zh')
    return reply.send(stateOf(dock))
  })

  app.post('/api/fault', (request, reply) => {
    const wish = request.body
    if (!SetFault.Check(wish)) return sendProblem(reply, 'badRequest', 'zh')
    if (wish.reader) dock.devices.reader.fault = wish.reader
    if (wish.reader === 'cableOut') dock.dropReader()
    if (wish.printer) dock.devices.printer.fault = wish.printer
    if (wish.cutAfter) dock.devices.network.cutAfter = wish.cutAfter
    if (wish.bytesPerSecond) dock.devices.network.bytesPerSecond = wish.bytesPerSecond
    if (wish.challenge) dock.devices.challenge.by = wish.challenge
    if (wish.network) dock.devices.network.fault = wish.network
    return reply.send(stateOf(dock))
  })

  app.get<{ Params: { n: string } }>('/api/prints/:n', (request, reply) => {
    const page = dock.devices.printer.pages.find(out => String(out.n) === request.params.n)
    if (!page) return sendProblem(reply, 'notFound', 'zh')
    return reply.type('application/pdf').send(page.document)
  })
}

function stateOf(dock: Docked) {
  return {
    cards: dock.cards.map(({ id, label, name }) => ({ id, label, name })),
    cardId: dock.devices.reader.card?.id ?? null,
    reader: dock.devices.reader.fault,
    printer: dock.devices.printer.fault,
    printing: dock.devices.printer.look(),
    network: dock.devices.network.fault,
    challenge: dock.devices.challenge.by,
    prints: dock.devices.printer.pages.map(({ n, document }) => ({ n, bytes: document.length })),
  }
}
