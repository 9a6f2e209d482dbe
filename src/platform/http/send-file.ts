import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ServedFile } from '../module.ts'

/** Bytes as they are, or the part a player asks for (RFC 9110 §14): without parts a film cannot be wound forward. */
export function sendFile(request: FastifyRequest, reply: FastifyReply, file: ServedFile): FastifyReply {
  const { type, bytes, lasting } = file
  reply
    .type(type)
    .header('cache-control', lasting ? 'private, max-age=3600' : 'no-store')
    .header('accept-ranges', 'bytes')
  const part = partOf(request.headers.range, bytes.length)
  if (part === undefined) return reply.send(Buffer.from(bytes))
  const [from, to] = part
  return reply
    .code(206)
    .header('content-range', `bytes ${from}-${to}/${bytes.length}`)
    .send(Buffer.from(bytes.subarray(from, to + 1)))
}

/** One range; several at once, or one that lies outside, are answered by the whole. */
export function partOf(range: string | undefined, length: number): readonly [number, number] | undefined {
  const [, from, to] = /^bytes=(\d{1,12})-(\d{0,12})$/u.exec(range ?? '') ?? []
  if (from === undefined) return undefined
  const [first, last] = [Number(from), to === '' || to === undefined ? length - 1 : Math.min(Number(to), length - 1)]
  return first <= last ? [first, last] : undefined
}
