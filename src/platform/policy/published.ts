import { sql } from 'kysely'
import type { Db, Tx } from '../database.ts'
import type { Logger } from '../log.ts'
import { holdPublished, type PublishedEntry } from '../policy.ts'

/** 发布 of one value, as the second person signed it. */
export interface Publication {
  readonly key: string
  readonly value: number | string | boolean
  readonly unit: string
  readonly basis: string
  readonly note: string
  readonly effective: string
  readonly draftedBy: string
  readonly publishedBy: string
  readonly publishedAt: string
}

/** Returns the number of the publication; the running servers read it within `policyRefreshMs`. */
export async function savePublication(tx: Tx, p: Publication): Promise<number> {
  const { rows } = await sql<{ publication: number }>`
    insert into platform.policy_entry (key, value, unit, basis, note, effective, drafted_by, published_by, published_at)
    values (${p.key}, ${JSON.stringify(p.value)}::jsonb, ${p.unit}, ${p.basis}, ${p.note}, ${p.effective}::date,
      ${p.draftedBy}, ${p.publishedBy}, ${p.publishedAt}::timestamptz) returning publication`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('the publication was not stored')
  return row.publication
}

/** Everything the bureau has published, oldest first. */
export async function readPublished(db: Db | Tx): Promise<PublishedEntry[]> {
  const { rows } = await sql<Omit<PublishedEntry, 'sure' | 'unconfirmed'>>`
    select publication, key, value, unit, basis, note, effective, drafted_by, published_by, published_at
    from platform.policy_entry order by publication`.execute(db)
  // Two people of the bureau stand behind it: that is what 待确认 waited for.
  return rows.map(row => ({ ...row, sure: 'design', unconfirmed: false }))
}

/** Well under the minute that a change may take to reach every server. */
const policyRefreshMs = 15_000

/** Reads the publications into this process now. */
export async function refreshPolicy(db: Db): Promise<void> {
  holdPublished(await readPublished(db))
}

/**
 * Keeps this process at the published values. While the database is away the last known ones stay: a server without its
 * database decides nothing anyway.
 */
export async function keepPolicyFresh(db: Db, log: Logger, everyMs = policyRefreshMs): Promise<{ stop(): void }> {
  await refreshPolicy(db)
  const timer = setInterval(() => {
    refreshPolicy(db).catch(error => log.warn({ err: error }, 'published policy values could not be read'))
  }, everyMs)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
