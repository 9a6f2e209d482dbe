import Ajv from 'ajv'
import addFormats from 'ajv-formats'
import type { FastifySchemaCompiler } from 'fastify'

// Fastify's own validator changes bodies ("3" becomes 3, unknown fields vanish). Bodies are judged as sent; addresses,
// which are always text, are converted and given their defaults.
const strict = new Ajv.default({ allErrors: false })
const lenient = new Ajv.default({ allErrors: false, coerceTypes: 'array', useDefaults: true })
for (const ajv of [strict, lenient]) addFormats.default(ajv)

/**
 * Each schema is compiled when its route is first called: the house has hundreds of routes, and compiling them all was half of its start.
 * A test compiles every one (`src/app/modules.test.ts`), so that a wrong schema is found before a caller does.
 */
export const validatorCompiler: FastifySchemaCompiler<object> = ({ schema, httpPart }) => {
  const ajv = httpPart === 'body' ? strict : lenient
  let compiled: ReturnType<typeof ajv.compile> | undefined
  const judge: ReturnType<FastifySchemaCompiler<object>> = data => {
    compiled ??= ajv.compile(schema)
    const good = compiled(data) === true
    // Fastify reads what was wrong off the function itself.
    judge.errors = compiled.errors ?? null
    return good
  }
  return judge
}
