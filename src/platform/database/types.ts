import type { Kysely, Transaction } from 'kysely'
import type { DB } from './generated.ts'

/** Reads outside a scope see nothing of what row security guards; it exists for queries that need no rows of people. */
export type Db = Kysely<DB>

/** Required first parameter of everything that writes or locks, so that a write outside a transaction does not compile. */
export type Tx = Transaction<DB>

/**
 * Whose rows a transaction may see (row-level security 行级权限): staff by areas (6-digit county or 9-digit town codes),
 * a citizen by the keyed index of the person, a partner by its agency, jobs everything. Some rows name the staff who may see them.
 */
export interface Scope {
  readonly areas: readonly string[] | 'all'
  readonly person?: string
  readonly staff?: string
  readonly agency?: string
}
