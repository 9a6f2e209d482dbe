import { execFile } from 'node:child_process'
import { closeSync, constants, openSync, writeSync } from 'node:fs'
import { ReadStream } from 'node:tty'
import { promisify } from 'node:util'
import type { Line, LineEvents, OpenLine } from './port.ts'

const run = promisify(execFile)

/**
 * A serial device opened as a file (Linux). The native serialport add-on stalls on this Node: the answer to the
 * last write is delivered only when something else wakes the loop, so it is not used.
 */
export function ttyLine(path: string, baud = 115_200): OpenLine {
  return async events => {
    await run('stty', ['-F', path, String(baud), 'cs8', '-cstopb', '-parenb', 'clocal', 'raw', '-echo'])
    // NOCTTY: the reader must never become the terminal that controls this process and sends it signals.
    const fd = openSync(path, constants.O_RDWR | constants.O_NOCTTY | constants.O_NONBLOCK)
    try {
      return lineOf(fd, events)
    } catch (error) {
      closeSync(fd)
      throw error
    }
  }
}

function lineOf(fd: number, events: LineEvents): Line {
  const input = new ReadStream(fd)
  let open = true
  const lost = () => {
    if (!open) return
    open = false
    input.destroy()
    events.lost()
  }
  input.on('data', (bytes: Buffer) => events.bytes(bytes))
  input.on('end', lost)
  input.on('error', lost)
  input.on('close', lost)
  return {
    send(bytes) {
      try {
        writeSync(fd, bytes)
      } catch {
        lost()
      }
    },
    close() {
      open = false
      input.destroy()
    },
  }
}
