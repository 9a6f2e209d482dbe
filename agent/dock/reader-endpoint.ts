import { createServer, type Socket } from 'node:net'
import { keepLinked } from '../reader/link.ts'
import { ttyLine } from '../reader/tty-port.ts'
import { systemTimers } from '../time.ts'
import type { ReaderSimulator } from './reader-simulator.ts'

export interface ReaderEndpoint {
  readonly port: number
  /** Pulls the plug of all that are connected; they may connect again. */
  drop(): void
  stop(): Promise<void>
}

/** The simulated reader at a socket on loopback, and at the end of a pseudo-terminal when a path is given. */
export async function startReaderEndpoint(simulator: ReaderSimulator, ttyPath?: string): Promise<ReaderEndpoint> {
  const sockets = new Set<Socket>()
  const server = createServer({ noDelay: true }, socket => {
    if (simulator.fault === 'cableOut') return void socket.destroy()
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
    socket.on('data', (bytes: Buffer) => sendPieces(simulator.take(bytes), piece => void socket.write(piece)))
  })
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
  const tty = ttyPath === undefined ? undefined : keepLinked(ttyLine(ttyPath), systemTimers)
  tty?.onBytes(bytes => sendPieces(simulator.take(bytes), piece => void tty.send(piece)))
  const drop = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    port,
    drop,
    stop: () =>
      new Promise(resolve => {
        tty?.stop()
        server.close(() => resolve())
        drop()
      }),
  }
}

/** Each piece in a turn of its own, so that it also arrives as one. */
function sendPieces([piece, ...rest]: Buffer[], send: (piece: Buffer) => void) {
  if (!piece) return
  send(piece)
  setImmediate(() => sendPieces(rest, send))
}
