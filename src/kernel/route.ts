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
  /** JSON schema of the reply; `'pdf'` for a document, `'file'` for bytes with a type of their own, `'empty'` for 204. */
  readonly reply: object | 'pdf' | 'file' | 'empty'
  /** Writes need an Idempotency-Key unless the route says why it does not. */
  readonly withoutKey?: string
  /**
   * 特权操作: decisions, enrolments, accounts, publications. Stopped while the audit ledger goes unsealed (F29). A route
   * that carries many steps names the field that tells them and the values that count.
   */
  readonly privileged?: true | { readonly field: string; readonly values: readonly string[] }
}

/** Whether this request to the route is a privileged operation. */
export function isPrivileged({ privileged }: Pick<Route, 'privileged'>, body: unknown): boolean {
  if (privileged === undefined || privileged === true) return privileged === true
  const told = typeof body === 'object' && body !== null ? Reflect.get(body, privileged.field) : undefined
  return typeof told === 'string' && privileged.values.includes(told)
}

export type Routes = Readonly<Record<string, Route>>
