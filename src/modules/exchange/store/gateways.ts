import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { GatewayName } from '../rules/gateways.ts'

/** The gateway, locked; undefined while another worker speaks to it. */
export async function lockGateway(
  tx: Tx,
  name: GatewayName,
): Promise<{ readonly failures: number; readonly nextTryAt: string | null } | undefined> {
  const { rows } = await sql<{ failures: number; nextTryAt: string | null }>`
    select failures, next_try_at from exchange.gateway where name = ${name} for update skip locked`.execute(tx)
  return rows[0]
}

export async function saveSuccess(tx: Tx, name: GatewayName, at: string): Promise<void> {
  await sql`update exchange.gateway set last_success_at = ${at}, failures = 0, next_try_at = null where name = ${name}`.execute(
    tx,
  )
}

export async function saveFailure(
  tx: Tx,
  name: GatewayName,
  failure: { readonly error: string; readonly at: string; readonly nextTryAt: string | null },
): Promise<void> {
  await sql`update exchange.gateway set last_failure_at = ${failure.at}, last_error = ${failure.error}, failures = failures + 1,
    next_try_at = ${failure.nextTryAt} where name = ${name}`.execute(tx)
}

export async function clearPause(tx: Tx, name: GatewayName): Promise<void> {
  await sql`update exchange.gateway set next_try_at = null where name = ${name}`.execute(tx)
}
