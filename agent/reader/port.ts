/** An open line to the reader: the same bytes over a serial device or a socket. */
export interface Line {
  send(bytes: Uint8Array): void
  close(): void
}

export interface LineEvents {
  bytes(bytes: Buffer): void
  /** The cable came out, the other end closed, or a write failed. */
  lost(): void
}

/** Opens the line once; rejects when there is nothing to open. */
export type OpenLine = (events: LineEvents) => Promise<Line>

export type ReaderAddress = { kind: 'tty'; path: string } | { kind: 'tcp'; host: string; port: number }

/** `tty:/dev/ttyUSB0` or `tcp:127.0.0.1:4001`; undefined when it is neither. */
export function parseReaderAddress(text: string): ReaderAddress | undefined {
  const tty = /^tty:(\/.+)$/.exec(text)
  if (tty?.[1]) return { kind: 'tty', path: tty[1] }
  const tcp = /^tcp:([^:\s]+):(\d{1,5})$/.exec(text)
  if (tcp?.[1] && tcp[2] && Number(tcp[2]) <= 65535) return { kind: 'tcp', host: tcp[1], port: Number(tcp[2]) }
  return undefined
}
