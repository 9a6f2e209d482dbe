import { connect, createServer, type Socket } from 'node:net'

/** A line between a terminal and the server on which the way back can be held: what is asked arrives, no answer comes. */
export interface Wire {
  readonly url: string
  /** From now on no answer passes, until `release`. */
  hold(): void
  release(): void
  stop(): Promise<void>
}

export async function layWire(serverPort: number): Promise<Wire> {
  const sockets = new Set<Socket>()
  let holding = false
  const line = createServer(client => {
    const server = connect(serverPort, '127.0.0.1')
    for (const socket of [client, server]) {
      sockets.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        sockets.delete(socket)
        client.destroy()
        server.destroy()
      })
    }
    client.on('data', bytes => void server.write(bytes))
    server.on('data', bytes => {
      if (!holding) client.write(bytes)
    })
  })
  await new Promise<void>(resolve => line.listen(0, '127.0.0.1', () => resolve()))
  const address = line.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    hold: () => {
      holding = true
    },
    release: () => {
      holding = false
    },
    stop: () =>
      new Promise(resolve => {
        for (const socket of sockets) socket.destroy()
        line.close(() => resolve())
      }),
  }
}
