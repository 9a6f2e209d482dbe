import Ajv from 'ajv'
import addFormats from 'ajv-formats'
import type { FastifySchemaCompiler } from 'fastify'

// Fastify's own validator changes bodies ("3" becomes 3, unknown fields vanish). Bodies are judged as sent; addresses,
// which are always text, are converted and given their defaults.
const strict = new Ajv.default({ allErrors: false })
const lenient = new Ajv.default({ allErrors: false, coerceTypes: 'array', useDefaults: true })
for (const ajv of [strict, lenient]) addFormats.default(ajv)

export const validatorCompiler: FastifySchemaCompiler<object> = ({ schema, httpPart }) =>
  (httpPart === 'body' ? strict : lenient).compile(schema)
