/**
 * Frames of the SAM_V protocol 安全模块通信帧.
 * Host → reader: AA AA AA 96 69 | length (2, big-endian) | CMD PARA DATA | CHK.
 * Reader → host: the same with SW1 SW2 SW3 in place of CMD PARA.
 * The length counts everything behind it including CHK; CHK is the XOR of all bytes after the preamble, length included.
 */
export const preamble = Buffer.from([0xaa, 0xaa, 0xaa, 0x96, 0x69])

/** A reply is at least SW1 SW2 SW3 CHK; 4096 is above the longest known reply (2,314 bytes). */
export const replyLength = { least: 4, most: 4096 } as const

export interface Reply {
  /** SW1 SW2 SW3 as one number. */
  status: number
  data: Buffer
}

/** XOR over the bytes; 0 for a correct frame from the length to CHK. */
export function xorOf(bytes: Uint8Array): number {
  let sum = 0
  for (const byte of bytes) sum ^= byte
  return sum
}

function wrap(content: Uint8Array): Buffer {
  const frame = Buffer.alloc(preamble.length + 2 + content.length + 1)
  preamble.copy(frame)
  frame.writeUInt16BE(content.length + 1, preamble.length)
  frame.set(content, preamble.length + 2)
  frame[frame.length - 1] = xorOf(frame.subarray(preamble.length, -1))
  return frame
}

/** A command of the host, ready for the wire. */
export function encodeCommand(command: Uint8Array): Buffer {
  return wrap(command)
}

/** A reply of the reader, as the simulator sends it. */
export function encodeReply(reply: Reply): Buffer {
  const status = [reply.status >> 16, reply.status >> 8, reply.status].map(byte => byte & 0xff)
  return wrap(Buffer.concat([Buffer.from(status), reply.data]))
}
