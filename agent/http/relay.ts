import type { FastifyReply } from 'fastify'
import type { Answer } from '../uplink/post-office.ts'

const passedOn = ['content-type', 'retry-after', 'content-disposition', 'content-language']

/** The server's answer as it came, without headers that are between the agent and the server. */
export function relay(reply: FastifyReply, answer: Answer & { kind: 'reply' }): FastifyReply {
  for (const name of passedOn) {
    const value = answer.headers.get(name)
    if (value !== null) reply.header(name, value)
  }
  reply.code(answer.status)
  return answer.body.length > 0 ? reply.send(answer.body) : reply.send()
}
