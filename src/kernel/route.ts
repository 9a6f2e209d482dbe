import type { Permission } from './actor.ts'

/**
 * One HTTP route as data: server binding, OpenAPI, permission check and typed client all read this value.
 * `allow` is required: a route without a declared permission does not compile.
 * Schemas are JSON Schema objects (TypeBox values); the kernel does not depend on the library.
 */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly url: `/api/${string}`
  readonly allow: Permission
  readonly summary: string
  readonly params?: object
  readonly query?: object
  readonly body?: object
  /** JSON schema of the reply; `'pdf'` for a document, `'empty'` for 204. */
  readonly reply: object | 'pdf' | 'empty'
  /** Writes need an Idempotency-Key unless the route says why it does not. */
  readonly withoutKey?: string
}

export type Routes = Readonly<Record<string, Route>>
