import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type { Database } from '../database.ts'
import type { Metrics } from '../metrics.ts'

/** `/health`: the process lives. `/ready`: it can serve (database answers). `/metrics`: Prometheus. */
export function serveHealth(app: FastifyInstance, database: Database, metrics: Metrics): void {
  const hidden = { schema: { hide: true }, config: { rateLimit: false } } as const
  app.get('/health', hidden, async () => ({ status: 'ok' }))
  app.get('/ready', hidden, async (_, reply) => {
    try {
      await sql`select 1`.execute(database.db)
      return { status: 'ready' }
    } catch {
      return reply.code(503).send({ status: 'databaseAway' })
    }
  })
  app.get('/metrics', hidden, async (_, reply) => reply.type(metrics.contentType).send(await metrics.text()))
}
