import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Static, TSchema } from 'typebox'
import { Check, Convert, Default, Errors } from 'typebox/value'
import type { Route } from '#kernel/route'

/** A refusal of the fake server: thrown by a handler, sent as problem+json. */
export class Refused extends Error {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly next: string

  constructor(status: number, code: string, words: { title: string; next: string }) {
    super(code)
    this.status = status
    this.code = code
    this.title = words.title
    this.next = words.next
  }
}

type Part<T extends Route, K extends string> = T extends { readonly [P in K]: infer S extends TSchema }
  ? Static<S>
  : never

export interface Asked<T extends Route> {
  readonly params: Part<T, 'params'>
  readonly query: Part<T, 'query'>
  readonly body: Part<T, 'body'>
  readonly request: FastifyRequest
}

type Answer<T extends Route> = T['reply'] extends infer S extends TSchema ? Static<S> : undefined | Buffer

/**
 * Binds one route of a contract to a handler and checks both directions against the schemas: a page that sends what the
 * contract does not allow, and sample data that the contract does not know, are both found here.
 */
export function bind<T extends Route>(app: FastifyInstance, route: T, handler: (asked: Asked<T>) => Answer<T>): void {
  app.route({
    method: route.method,
    url: route.url,
    handler: async (request, reply) => {
      const write = route.method !== 'GET' && route.withoutKey === undefined
      if (write && typeof request.headers['idempotency-key'] !== 'string')
        return reply.code(428).send({ code: 'keyMissing' })
      const asked = {
        params: read(route.params, request.params, 'params'),
        query: read(route.query, request.query, 'query'),
        body: route.body === undefined ? undefined : strictly(route.body as TSchema, request.body, 'body'),
        request,
      } as unknown as Asked<T>
      const answer = handler(asked)
      if (route.reply === 'empty') return reply.code(204).send()
      if (route.reply === 'pdf') return reply.type('application/pdf').send(answer)
      return reply.send(strictly(route.reply as TSchema, answer, `reply of ${route.url}`))
    },
  })
}

const read = (schema: object | undefined, value: unknown, where: string): unknown =>
  schema === undefined
    ? undefined
    : strictly(schema as TSchema, Convert(schema as TSchema, Default(schema as TSchema, value)), where)

function strictly(schema: TSchema, value: unknown, where: string): unknown {
  if (Check(schema, value)) return value
  const [first] = Errors(schema, value)
  const why = `${where}${first?.instancePath ?? ''} ${first?.message ?? ''}`
  throw new Refused(where.startsWith('reply') ? 500 : 400, 'inputInvalid', { title: why, next: '' })
}
