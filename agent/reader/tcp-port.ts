import { connect } from 'node:net'
import type { OpenLine } from './port.ts'

/** The reader's bytes through a socket: a serial device server, or the simulator of the dock. */
export function tcpLine(host: string, port: number): OpenLine {
  return events =>
    new Promise((resolve, reject) => {
      const socket = connect({ host, port, noDelay: true, timeout: 2000 })
      let open = true
      socket.once('error', reject)
      socket.once('timeout', () => socket.destroy(new Error('time-out')))
      socket.once('connect', () => {
        socket.setTimeout(0)
        socket.on('data', (bytes: Buffer) => events.bytes(bytes))
        socket.on('close', () => {
          if (open) events.lost()
          open = false
        })
        resolve({
          send: bytes => void socket.write(bytes),
          close() {
            open = false
            socket.destroy()
          },
        })
      })
    })
}
