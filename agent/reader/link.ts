import { pause, type Timers } from '../time.ts'
import type { Line, OpenLine } from './port.ts'

export interface ReaderLink {
  readonly isOpen: boolean
  /** false when the cable is out. */
  send(bytes: Uint8Array): boolean
  /** The one listener for what comes in. */
  onBytes(listener: (bytes: Buffer) => void): void
  onChange(listener: (open: boolean) => void): void
  stop(): void
}

/** Keeps the line to the reader open: tries again each second after the cable came out. */
export function keepLinked(open: OpenLine, timers: Timers, retryMs = 1000): ReaderLink {
  let line: Line | undefined
  let stopped = false
  let listener: (bytes: Buffer) => void = () => {}
  let changed: (open: boolean) => void = () => {}

  async function run() {
    while (!stopped) {
      const lost = Promise.withResolvers<void>()
      try {
        line = await open({ bytes: bytes => listener(bytes), lost: () => lost.resolve() })
        if (stopped) return line.close()
        changed(true)
        await lost.promise
        line = undefined
        changed(false)
      } catch {
        line = undefined
      }
      if (!stopped) await pause(timers, retryMs)
    }
  }
  void run()

  return {
    get isOpen() {
      return line !== undefined
    },
    send(bytes) {
      line?.send(bytes)
      return line !== undefined
    },
    onBytes: fn => {
      listener = fn
    },
    onChange: fn => {
      changed = fn
    },
    stop() {
      stopped = true
      line?.close()
      line = undefined
    },
  }
}
