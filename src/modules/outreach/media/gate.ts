import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { timingSafeEqual } from '#platform/crypto'
import { endProcess, hlsArguments, startFfmpeg } from './ffmpeg.ts'
import { publishedKey } from './published-key.ts'

export interface Gate {
  readonly port: number
  readonly key: string
  receiving(): boolean
  close(): Promise<void>
}

/** Before it publishes, a client sends two kilobytes of greeting and a few commands. */
const GREETING_LIMIT = 65_536
/** A stream that ended has this long to become its last piece. */
const LAST_PIECE_MS = 3_000

/**
 * 推流入口 of one broadcast on the loopback address. ffmpeg takes RTMP in but checks no key, so the key is read here before
 * anything reaches it. No process waits: each stream gets a ffmpeg of its own, which ends with its connection, also when this
 * server is killed. One stream at a time; a stream that breaks off may come again and continues the same recording.
 */
export async function openGate(folder: string, key: string): Promise<Gate> {
  let current: { readonly client: Socket; readonly child: ChildProcess; admitted: boolean } | undefined
  const server = createServer({ pauseOnConnect: true }, client => {
    client.on('error', () => client.destroy())
    if (current) {
      client.destroy()
      return
    }
    void admit(client)
  })
  const admit = async (client: Socket) => {
    const inner = await freePort()
    const address = `rtmp://127.0.0.1:${inner}/live/in`
    const input = ['-analyzeduration', '1000000', '-listen', '1', '-i', address]
    const child = startFfmpeg([...input, '-map', '0:v:0', '-map', '0:a:0?', '-c', 'copy', ...hlsArguments], folder)
    const mine = { client, child, admitted: false }
    current = mine
    const over = () => {
      client.destroy()
      // What was sent is still on its way to the encoder: it ends by itself when it has read to the end.
      const ended = mine.admitted ? exitOf(child, LAST_PIECE_MS).then(() => endProcess(child)) : endProcess(child)
      void ended.then(() => {
        if (current === mine) current = undefined
      })
    }
    client.once('close', over)
    child.once('error', over)
    child.once('exit', over)
    const encoder = await reach(inner, child)
    if (!encoder) return over()
    encoder.on('error', over)
    encoder.pipe(client)
    let heard = Buffer.alloc(0)
    client.on('data', chunk => {
      if (mine.admitted) return
      heard = Buffer.concat([heard, Buffer.from(chunk)])
      const published = publishedKey(heard)
      if (published === undefined && heard.length < GREETING_LIMIT) return void encoder.write(chunk)
      if (published === undefined || !timingSafeEqual(published, key)) return over()
      mine.admitted = true
      client.removeAllListeners('data')
      encoder.write(chunk)
      client.pipe(encoder)
    })
    client.resume()
  }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: portOf(server),
    key,
    receiving: () => current?.admitted === true,
    close: async () => {
      server.close()
      const last = current
      last?.client.destroy()
      if (last) await endProcess(last.child)
    },
  }
}

/** When it has ended, or after this long all the same. */
const exitOf = (child: ChildProcess, patience: number): Promise<void> =>
  new Promise(resolve => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    const enough = setTimeout(resolve, patience)
    child.once('exit', () => {
      clearTimeout(enough)
      resolve()
    })
  })

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const port = portOf(probe)
  probe.close()
  await once(probe, 'close')
  return port
}

/** ffmpeg needs a moment before it listens; it takes one connection only, so the first that holds is the one that is used. */
async function reach(port: number, child: ChildProcess): Promise<Socket | undefined> {
  for (let tries = 0; tries < 100 && child.exitCode === null && child.signalCode === null; tries += 1) {
    const socket = connect(port, '127.0.0.1')
    const reached = await new Promise<boolean>(resolve => {
      socket.once('connect', () => resolve(true))
      socket.once('error', () => resolve(false))
    })
    if (reached) return socket
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  return undefined
}
