import { type RawBuilder, sql } from 'kysely'
import { type Actor, actorLabel } from '#kernel/actor'
import { ok, type Refusal, type Result, refuse } from '#kernel/refusal'
import { type Database, type Scope, type Tx, uniqueViolation } from './database.ts'
import { type AuditEntry, writeAudit } from './ledger/write.ts'

export interface ActOptions {
  /** `licensing.submit`: domain and verb, the word in the audit ledger. */
  readonly action: string
  /** What it is done to: a number of the register, never a name of a person. */
  readonly subject?: string
  readonly reason?: string
  readonly details?: AuditEntry['details']
  /** Widens the scope for actions whose actor has no rows of his own (a terminal opening a session). */
  readonly scope?: Scope
}

/** Who calls, and the key under which the reply is kept. */
export interface Caller {
  readonly actor: Actor
  readonly requestId: string
  readonly key?: { readonly value: string; readonly digest: string }
}

/** 幂等: the person or machine a key belongs to, so that nobody meets another's reply. A session may change between tries. */
function keyOwner(actor: Actor): string {
  if (actor.kind === 'citizen') return `person:${actor.personIndex}`
  return actorLabel(actor)
}

export function scopeOf(actor: Actor): Scope {
  if (actor.kind === 'staff') return { areas: actor.areas, staff: actor.staffId }
  if (actor.kind === 'citizen') return { areas: [], person: actor.personIndex }
  if (actor.kind === 'partner') return { areas: [], agency: actor.agencyId }
  if (actor.kind === 'system') return { areas: 'all' }
  return { areas: [] }
}

/**
 * The one function that runs a write (办理动作): business rows, audit row, jobs and the kept reply commit together.
 * Same key and body → the kept reply; same key, other body → `keyReused`; twin still running → `twinInFlight`.
 * A refusal rolls the business rows back and is itself audited (and kept under the key).
 */
export async function act<T>(
  database: Database,
  caller: Caller,
  options: ActOptions,
  work: (tx: Tx) => Promise<Result<T>>,
): Promise<Result<T>> {
  const scope = options.scope ?? scopeOf(caller.actor)
  try {
    return await database.within(scope, async tx => {
      const known = await findReply<T>(tx, caller)
      if (known) return known
      const result = await work(tx)
      if (!result.ok) throw new Refused(result)
      await settle(tx, caller, options, result)
      return result
    })
  } catch (error) {
    if (uniqueViolation(error) === 'idempotency_pkey') return refuse('twinInFlight')
    if (!(error instanceof Refused)) throw error
    return recordRefusal<T>(database, scope, caller, options, error.refusal)
  }
}

class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.refusal)
    this.refusal = refusal
  }
}

async function findReply<T>(tx: Tx, { actor, key }: Caller): Promise<Result<T> | undefined> {
  if (!key) return undefined
  const owner = keyOwner(actor)
  const lock: RawBuilder<{ free: boolean; digest: string | null; status: number | null; reply: unknown }> = sql`
    select pg_try_advisory_xact_lock(hashtextextended(${`${owner}\n${key.value}`}, 7312)) as free, i.request_digest as digest, i.status, i.reply
    from (select 1) one left join platform.idempotency i on i.owner = ${owner} and i.key = ${key.value}`
  const row = (await lock.execute(tx)).rows[0]
  if (!row || (row.digest === null && !row.free)) return refuse('twinInFlight')
  if (row.digest === null) return undefined
  if (row.digest !== key.digest) return refuse('keyReused')
  return row.status === 200 ? ok(row.reply as T) : (row.reply as Refusal)
}

async function settle(tx: Tx, caller: Caller, options: ActOptions, result: Result<unknown>): Promise<void> {
  await writeAudit(tx, {
    actor: actorLabel(caller.actor),
    action: options.action,
    requestId: caller.requestId,
    outcome: result.ok ? 'allowed' : 'refused',
    ...(options.subject === undefined ? {} : { subject: options.subject }),
    ...(result.ok ? (options.reason === undefined ? {} : { reason: options.reason }) : { reason: result.refusal }),
    ...(options.details === undefined ? {} : { details: options.details }),
  })
  if (!caller.key) return
  const reply = JSON.stringify(result.ok ? (result.value ?? null) : result)
  await sql`insert into platform.idempotency (owner, key, request_digest, status, reply)
    values (${keyOwner(caller.actor)}, ${caller.key.value}, ${caller.key.digest}, ${result.ok ? 200 : 422}, ${reply}::jsonb)`.execute(
    tx,
  )
}

async function recordRefusal<T>(
  database: Database,
  scope: Scope,
  caller: Caller,
  options: ActOptions,
  refusal: Refusal,
): Promise<Result<T>> {
  // A twin's or a wrong key's refusal belongs to the request, not to the key: it is audited but not kept.
  const keyed = refusal.refusal === 'twinInFlight' || refusal.refusal === 'keyReused'
  const { key, ...keyless } = caller
  await database.within(scope, tx => settle(tx, keyed || !key ? keyless : { ...keyless, key }, options, refusal))
  return refusal
}
