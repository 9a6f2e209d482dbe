import { SerializerSelector } from '@fastify/fast-json-stringify-compiler'
import type { FastifySerializerCompiler } from 'fastify'

/** Fastify's own: a reply has the fields of its schema and no other. */
export const compile = SerializerSelector()({}, {})

/** As `validatorCompiler`: compiled at the first reply. */
export const serializerCompiler: FastifySerializerCompiler<object> = ({ schema, method, url, httpStatus = '200' }) => {
  let write: ReturnType<typeof compile> | undefined
  return data => {
    write ??= compile({ schema, method, url, httpStatus })
    return write(data)
  }
}
