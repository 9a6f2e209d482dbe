import { sql } from 'kysely'
import type { Tx } from '#platform/database'

export interface SiteCheckRow {
  readonly id: string
  readonly applicationNo: string
  readonly areaCode: string
  readonly state: 'recorded' | 'signed' | 'disputed' | 'replaced'
  readonly recordSealed: string
  readonly digest: string
  readonly recordedBy: string
  readonly second: string
  readonly capturedAt: string
  readonly recordedAt: string
  readonly endedAt: string | null
  readonly dispute: string
}

export const siteCheckColumns = sql`c.id::text, c.application_no, c.area_code, c.state, c.record_sealed, c.digest, c.recorded_by::text,
  c.second::text, c.captured_at, c.recorded_at, c.ended_at, c.dispute`

export async function insertSiteCheck(tx: Tx, row: Omit<SiteCheckRow, 'state' | 'endedAt' | 'dispute'>): Promise<void> {
  await sql`insert into licensing.site_record (id, application_no, area_code, record_sealed, digest, recorded_by, second,
      captured_at, recorded_at)
    values (${row.id}, ${row.applicationNo}, ${row.areaCode}, ${row.recordSealed}, ${row.digest}, ${row.recordedBy},
      ${row.second}, ${row.capturedAt}, ${row.recordedAt})`.execute(tx)
}

/** The record that waits for its second signature; locked, because a signature and another record may come at once. */
export async function lockOpenSiteCheck(tx: Tx, applicationNo: string): Promise<SiteCheckRow | undefined> {
  const { rows } = await sql<SiteCheckRow>`select ${siteCheckColumns} from licensing.site_record c
    where c.application_no = ${applicationNo} and c.state = 'recorded' for update`.execute(tx)
  return rows[0]
}

export async function endSiteCheck(
  tx: Tx,
  id: string,
  end: { readonly state: 'signed' | 'disputed' | 'replaced'; readonly at: string; readonly dispute?: string },
): Promise<void> {
  await sql`update licensing.site_record set state = ${end.state}, ended_at = ${end.at}, dispute = ${end.dispute ?? ''}
    where id = ${id}`.execute(tx)
}

export interface NewSitePhoto {
  readonly applicationNo: string
  readonly digest: string
  readonly areaCode: string
  readonly fileDigest: string
  readonly fileBytes: number
  readonly bytes: number
  readonly capturedAt: string
  readonly sentBy: string
  readonly sentAt: string
}

/** The same picture sent again under another act is the same picture. */
export async function insertSitePhoto(tx: Tx, p: NewSitePhoto): Promise<void> {
  await sql`insert into licensing.site_photo (application_no, digest, area_code, file_digest, file_bytes, bytes, captured_at,
      sent_by, sent_at)
    values (${p.applicationNo}, ${p.digest}, ${p.areaCode}, ${p.fileDigest}, ${p.fileBytes}, ${p.bytes}, ${p.capturedAt},
      ${p.sentBy}, ${p.sentAt})
    on conflict do nothing`.execute(tx)
}

export async function countSitePhotos(tx: Tx, applicationNo: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from licensing.site_photo where application_no = ${applicationNo}`.execute(tx)
  return rows[0]?.count ?? 0
}

export async function insertHeldSiteCheck(
  tx: Tx,
  held: {
    id: string
    applicationNo: string
    areaCode: string
    why: string
    sealed: string
    by: string
    heldAt: string
  },
): Promise<void> {
  await sql`insert into licensing.held_site_record (id, application_no, area_code, why, sealed, by, held_at)
    values (${held.id}, ${held.applicationNo}, ${held.areaCode}, ${held.why}, ${held.sealed}, ${held.by}, ${held.heldAt})`.execute(
    tx,
  )
}

/** False when it is not there or was settled already. */
export async function settleHeldSiteCheck(
  tx: Tx,
  of: { readonly applicationNo: string; readonly id: string },
  by: { readonly by: string; readonly at: string; readonly note: string },
): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update licensing.held_site_record set settled_by = ${by.by}, settled_at = ${by.at},
      settled_note = ${by.note}
    where id = ${of.id} and application_no = ${of.applicationNo} and settled_at is null`.execute(tx)
  return numAffectedRows === 1n
}
