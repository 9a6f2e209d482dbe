import { sql } from 'kysely'
import { type Citation, formatCitation } from '#kernel/citation'
import type { Tx } from '#platform/database'
import { type PolicyEntry, type PublishedEntry, policyBookOf, shippedEntries } from '#platform/policy'
import { readPublished } from '#platform/policy/published'
import type { PolicyDraft, PolicyTrial, PolicyValue, PolicyVersion, TrialLine } from './contract.ts'
import type { DraftRow, TrialRow } from './store.ts'

type Names = ReadonlyMap<string, string>

async function staffNames(tx: Tx): Promise<Names> {
  const { rows } = await sql<{ label: string; name: string }>`
    select 'staff:' || id::text as label, name from access.published_staff`.execute(tx)
  return new Map(rows.map(row => [row.label, row.name]))
}

const basisText = (basis: readonly Citation[] | string): string =>
  typeof basis === 'string' ? basis : basis.map(formatCitation).join('；')

/** 参数表: each value with where it comes from, who confirmed it, what is coming and what was. */
export async function listValues(tx: Tx, today: Temporal.PlainDate): Promise<PolicyValue[]> {
  const published = await readPublished(tx)
  const names = await staffNames(tx)
  const day = today.toString()
  return policyBookOf(shippedEntries(), published)
    .on(today)
    .list()
    .map(entry => {
      const own = published.filter(p => p.key === entry.key)
      const shipped = shippedEntries().filter(p => p.key === entry.key)
      const versions = [...shipped, ...own].map(version => versionOf(version, names)).reverse()
      return {
        ...{ key: entry.key, value: entry.value, unit: entry.unit, note: entry.note, sure: entry.sure },
        ...{ basis: basisText(entry.basis), effective: entry.effective, unconfirmed: entry.unconfirmed },
        confirmedBy: versionOf(entry, names).confirmedBy,
        coming: versions.filter(version => version.publication !== null && version.effective > day),
        versions,
      }
    })
}

function versionOf(entry: PolicyEntry | PublishedEntry, names: Names): PolicyVersion {
  const base = { value: entry.value, effective: entry.effective, basis: basisText(entry.basis) }
  if (!('publication' in entry))
    return { ...base, publication: null, draftedBy: null, confirmedBy: null, publishedAt: null }
  return {
    ...base,
    publication: entry.publication,
    draftedBy: names.get(entry.draftedBy) ?? entry.draftedBy,
    confirmedBy: names.get(entry.publishedBy) ?? entry.publishedBy,
    publishedAt: entry.publishedAt,
  }
}

/** Open drafts, each with its last trial. */
export async function listDrafts(tx: Tx, reader: string): Promise<PolicyDraft[]> {
  const names = await staffNames(tx)
  const { rows } = await sql<DraftRow & { trial: TrialRow | null }>`
    select d.id, d.key, d.value, d.why, d.basis, d.drafted_by, d.drafted_at, d.state, (
      select jsonb_build_object('id', t.id, 'draftId', t.draft_id, 'askedBy', t.asked_by, 'askedAt', t.asked_at, 'beforeValue', t.before_value,
        'lastCount', t.last_count, 'state', t.state, 'total', t.total, 'done', t.done, 'different', t.different, 'inRules', t.in_rules)
      from policies.trial t where t.draft_id = d.id order by t.id desc limit 1) as trial
    from policies.draft d where d.state = 'open' order by d.id`.execute(tx)
  return rows.map(({ trial, state: _, ...draft }) => ({
    ...draft,
    draftedBy: names.get(draft.draftedBy) ?? draft.draftedBy,
    mine: draft.draftedBy === reader,
    trial: trial && trialView(trial, names),
  }))
}

/** Progress and at most five hundred lines; the count says how many there are. */
export async function findTrialView(
  tx: Tx,
  row: TrialRow,
): Promise<{ readonly trial: PolicyTrial; readonly lines: TrialLine[] }> {
  const { rows } = await sql<TrialLine>`
    select application_no, before_outcome as before, after_outcome as after, rules, reasons from policies.trial_line
    where trial_id = ${row.id} order by application_no desc limit 500`.execute(tx)
  return { trial: trialView(row, await staffNames(tx)), lines: rows }
}

const trialView = (row: TrialRow, names: Names): PolicyTrial => ({
  ...{ id: row.id, state: row.state, lastCount: row.lastCount, total: row.total, done: row.done },
  ...{ different: row.different, inRules: row.inRules, askedAt: row.askedAt, beforeValue: row.beforeValue },
  askedBy: names.get(row.askedBy) ?? row.askedBy,
})
