import { connect, createServer, type Socket } from 'node:net'

/** What the simulated network does 模拟网络. */
export const networkFaults = ['pass', 'cut', 'blackHole', 'slow', 'cutAfter'] as const
type NetworkFault = (typeof networkFaults)[number]

export interface NetworkProxy {
  readonly url: string
  fault: NetworkFault
  /** For cutAfter: the connection is cut when so many bytes have passed in that direction. */
  cutAfter: { bytes: number; direction: 'up' | 'down' }
  /** For slow. */
  bytesPerSecond: number
  stop(): Promise<void>
}

const tickMs = 100

/** Stands between agent and server and passes bytes, or does not. Loopback only. */
export async function startNetworkProxy(target: string): Promise<NetworkProxy> {
  const { hostname, port: targetPort } = new URL(target)
  const sockets = new Set<Socket>()
  let fault: NetworkFault = 'pass'

  const server = createServer(client => {
    if (fault === 'cut') return void client.destroy()
    const upstream = connect(Number(targetPort) || 80, hostname)
    for (const [from, to, direction] of [
      [client, upstream, 'up'],
      [upstream, client, 'down'],
    ] as const) {
      sockets.add(from)
      from.on('error', () => {})
      from.on('close', () => {
        sockets.delete(from)
        to.destroy()
      })
      pump(from, to, direction)
    }
  })

  function pump(from: Socket, to: Socket, direction: 'up' | 'down') {
    let passed = 0
    let waiting: Buffer = Buffer.alloc(0)
    const drip = setInterval(() => {
      const size = fault === 'slow' ? Math.max(1, Math.floor((self.bytesPerSecond * tickMs) / 1000)) : waiting.length
      if (waiting.length === 0 || fault === 'blackHole') return
      to.write(waiting.subarray(0, size))
      waiting = waiting.subarray(size)
    }, tickMs)
    from.on('close', () => clearInterval(drip))
    from.on('data', (bytes: Buffer) => {
      if (fault === 'blackHole') return
      if (fault === 'slow' || waiting.length > 0) {
        waiting = Buffer.concat([waiting, bytes])
        return
      }
      const limit =
        fault === 'cutAfter' && direction === self.cutAfter.direction ? self.cutAfter.bytes - passed : Infinity
      passed += bytes.length
      if (bytes.length < limit) return void to.write(bytes)
      to.write(bytes.subarray(0, Math.max(0, limit)), () => to.destroy())
      from.destroy()
    })
  }

  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
  const dropAll = () => {
    for (const socket of sockets) socket.destroy()
  }
  const self: NetworkProxy = {
    url: `http://127.0.0.1:${port}`,
    get fault() {
      return fault
    },
    set fault(next) {
      fault = next
      // A counter of bytes starts with a new connection, and a cut cable cuts what is open.
      if (next === 'cut' || next === 'cutAfter') dropAll()
    },
    cutAfter: { bytes: 0, direction: 'down' },
    bytesPerSecond: 200,
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        dropAll()
      }),
  }
  return self
}
