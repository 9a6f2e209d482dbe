import type pg from 'pg'
import Type, { type Static } from 'typebox'
import { genesis } from './seal.ts'

/** The newest seal in short (台账头): kept elsewhere, it proves later that nothing before it was changed or cut off. */
export const LedgerHead = Type.Object({
  batch: Type.Integer({ minimum: 0 }),
  root: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  /** Lines sealed until then. */
  entries: Type.Integer({ minimum: 0 }),
  /** When it was sealed, UTC. */
  at: Type.String(),
  signature: Type.String(),
})
export type LedgerHead = Static<typeof LedgerHead>

/** The head as it is now; batch 0 and an empty signature before the first seal. */
export async function headOf(client: Pick<pg.ClientBase, 'query'>): Promise<LedgerHead> {
  const { rows } = await client.query<{ batch: string; root: Buffer; entries: string; at: string; signature: string }>(`
    select batch::text, root, (select sum(entries)::text from platform.audit_seal) as entries, signature,
      to_char(sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
    from platform.audit_seal order by audit_seal.batch desc limit 1`)
  const row = rows[0]
  if (row === undefined) return { batch: 0, root: genesis.root.toString('hex'), entries: 0, at: '', signature: '' }
  const { at, signature } = row
  return { batch: Number(row.batch), root: row.root.toString('hex'), entries: Number(row.entries), at, signature }
}
