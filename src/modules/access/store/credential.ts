import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { Tries } from '../rules/sign-in.ts'
import { saveLastUse } from './staff.ts'

export interface Credential {
  readonly staffId: string
  readonly passwordHash: string
  readonly totpSealed: string
  readonly totpStep: number
  readonly wrongTries: number
  readonly lockedUntil: string | null
}

/** What a sign-in is checked against, locked; `undefined` for accounts that do not exist or are closed. */
export async function lockCredential(tx: Tx, account: string): Promise<Credential | undefined> {
  const { rows } = await sql<Credential>`
    select c.staff_id, c.password_hash, c.totp_sealed, c.totp_step, c.wrong_tries, c.locked_until
    from access.staff_credential c join access.staff s on s.id = c.staff_id
    where s.account = ${account} and s.state = 'active' for update of c`.execute(tx)
  return rows[0]
}

export async function saveTries(tx: Tx, staffId: string, tries: Tries): Promise<void> {
  await sql`update access.staff_credential
    set wrong_tries = ${tries.wrongTries}, locked_until = ${tries.lockedUntil?.toString() ?? null}
    where staff_id = ${staffId}`.execute(tx)
}

/** Both factors anew, and the count of wrong tries with them. */
export async function saveFactors(
  tx: Tx,
  staffId: string,
  { passwordHash, totpSealed, totpStep }: { passwordHash: string; totpSealed: string; totpStep: number },
): Promise<void> {
  await sql`update access.staff_credential set password_hash = ${passwordHash}, totp_sealed = ${totpSealed},
    totp_step = ${totpStep}, wrong_tries = 0, locked_until = null where staff_id = ${staffId}`.execute(tx)
}

/** A right sign-in: the count begins again and the code's step is spent. */
export async function saveSignIn(
  tx: Tx,
  staffId: string,
  right: { totpStep: number; at: Temporal.Instant },
): Promise<void> {
  await sql`update access.staff_credential set wrong_tries = 0, locked_until = null, totp_step = ${right.totpStep}
    where staff_id = ${staffId}`.execute(tx)
  await saveLastUse(tx, staffId, right.at)
}
