import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { Channel, ServiceCode } from '../rules/services/service.ts'

export interface DraftStep {
  readonly channel: Channel
  readonly at: string
}

/** One person's matter: the key of an open draft. */
export interface DraftMatter {
  readonly personIndex: string
  readonly service: ServiceCode
  readonly licenceNo: string | null
}

export interface DraftRecord extends DraftMatter {
  readonly id: string
  readonly contentSealed: string
  readonly history: readonly DraftStep[]
  readonly savedAt: string
  readonly expiresAt: string
  /** Papers given for the matter: they lie under the same key, so every door of the draft finds them. */
  readonly documents: number
}

const columns = sql`d.id, d.person_index, d.service, d.licence_no, d.content_sealed, d.history, d.saved_at, d.expires_at,
  (select count(*)::int from licensing.document p where p.person_index = d.person_index and p.service = d.service
    and p.licence_no is not distinct from d.licence_no and p.application_no is null and p.ended_at is null) as documents`
/** More doors than these are not worth a line. */
const longestHistory = 20

/** Saves anew or over the open draft of the same matter, whose id (and so its code) stays. */
export async function saveDraft(
  tx: Tx,
  d: DraftMatter & {
    readonly id: string
    readonly codeIndex: string
    readonly contentSealed: string
    readonly step: DraftStep
    readonly expiresAt: string
  },
): Promise<DraftRecord> {
  const { rows } = await sql<DraftRecord>`
    insert into licensing.draft as d (id, code_index, person_index, service, licence_no, content_sealed, history, begun_at, saved_at, expires_at)
    values (${d.id}, ${d.codeIndex}, ${d.personIndex}, ${d.service}, ${d.licenceNo}, ${d.contentSealed},
      ${JSON.stringify([d.step])}::jsonb, ${d.step.at}::timestamptz, ${d.step.at}::timestamptz, ${d.expiresAt}::timestamptz)
    on conflict (person_index, service, licence_no) where ended_at is null do update
      set content_sealed = excluded.content_sealed, saved_at = excluded.saved_at, expires_at = excluded.expires_at,
        history = case when jsonb_array_length(d.history) >= ${longestHistory} then d.history else d.history || excluded.history end
    returning ${columns}`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('the draft was not stored')
  return row
}

export async function listOpenDrafts(tx: Tx, personIndex: string, at: string): Promise<DraftRecord[]> {
  const { rows } = await sql<DraftRecord>`select ${columns} from licensing.draft d
    where d.person_index = ${personIndex} and d.ended_at is null and d.expires_at > ${at}::timestamptz
    order by d.saved_at desc`.execute(tx)
  return rows
}

/** Locked. The person is part of the question: another's draft is as unknown as none at all. */
export async function lockDraftByCode(
  tx: Tx,
  by: { readonly codeIndex: string; readonly personIndex: string; readonly at: string },
): Promise<DraftRecord | undefined> {
  const { rows } = await sql<DraftRecord>`select ${columns} from licensing.draft d
    where d.code_index = ${by.codeIndex} and d.person_index = ${by.personIndex} and d.ended_at is null
      and d.expires_at > ${by.at}::timestamptz for update`.execute(tx)
  return rows[0]
}

export async function noteDraftStep(tx: Tx, id: string, step: DraftStep): Promise<void> {
  await sql`update licensing.draft set history = history || ${JSON.stringify([step])}::jsonb
    where id = ${id} and jsonb_array_length(history) < ${longestHistory}`.execute(tx)
}

/** The words go with the end. */
export async function endDraft(
  tx: Tx,
  id: string,
  end: { readonly because: 'submitted' | 'discarded'; readonly at: string },
): Promise<void> {
  await sql`update licensing.draft set ended_at = ${end.at}, ended_because = ${end.because}, content_sealed = null
    where id = ${id} and ended_at is null`.execute(tx)
}

/** 提交后不再需要草稿: part of the statement that stores the submission, so that a terminal does not wait for one more. */
export const draftEnd = (matter: DraftMatter, at: string): RawBuilder<unknown> =>
  sql`update licensing.draft set ended_at = ${at}::timestamptz, ended_because = 'submitted', content_sealed = null
    where person_index = ${matter.personIndex} and service = ${matter.service}
      and licence_no is not distinct from ${matter.licenceNo} and ended_at is null`

export async function endDraftOf(tx: Tx, matter: DraftMatter, at: string): Promise<void> {
  await draftEnd(matter, at).execute(tx)
}

/** Of one person before a new draft is begun, or of everybody by the job; gives how many. */
export async function expireDrafts(tx: Tx, at: string, personIndex?: string): Promise<number> {
  const { numAffectedRows } = await sql`update licensing.draft
    set ended_at = ${at}, ended_because = 'expired', content_sealed = null
    where ended_at is null and expires_at <= ${at}::timestamptz
      and (${personIndex ?? null}::text is null or person_index = ${personIndex ?? null})`.execute(tx)
  return Number(numAffectedRows ?? 0)
}
