import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import type { CodeVerdict } from '../rules/visit/codes.ts'
import type { FieldValue, VisitLine } from '../rules/visit/content.ts'
import { noVisit, type Signature, type VisitFacts } from '../rules/visit/decide.ts'
import type { VisitState } from '../rules/visit/moves.ts'

type Opener = Pick<Keyring, 'openField'>

/** The visit of a task as the rules see it; `noVisit` before the first scan-in. */
export async function findVisitFacts(tx: Db | Tx, taskId: string, keyring: Opener): Promise<VisitFacts> {
  const { rows } = await sql<{
    state: VisitState
  }>`select state from inspection.visit where task_id = ${taskId}`.execute(tx)
  const [visit] = rows
  if (!visit) return noVisit
  return {
    state: visit.state,
    scans: await listScans(tx, taskId),
    lines: await listLines(tx, taskId, keyring),
    photos: (await listPhotos(tx, taskId)).map(({ digest }) => digest),
    signatures: await listSignatures(tx, taskId),
  }
}

export interface Scan {
  readonly way: 'in' | 'out'
  readonly by: string
  readonly how: 'token' | 'number' | null
  readonly reason: string
  readonly capturedAt: string
}

export async function listScans(tx: Db | Tx, taskId: string): Promise<readonly Scan[]> {
  const { rows } = await sql<Scan>`select way, by::text as by, how, reason, captured_at from inspection.visit_scan
    where task_id = ${taskId} order by captured_at, way, by`.execute(tx)
  return rows
}

async function listLines(tx: Db | Tx, taskId: string, keyring: Opener): Promise<readonly VisitLine[]> {
  const { rows } = await sql<{ kind: 'enter' | 'choose'; field: string; by: string; sealed: string }>`
    select kind, field, by::text as by, sealed from inspection.visit_line where task_id = ${taskId} order by id`.execute(
    tx,
  )
  return rows.map(({ kind, field, by, sealed }) => {
    const open = JSON.parse(keyring.openField(sealed)) as unknown
    return kind === 'enter'
      ? { kind, field, by, value: open as FieldValue }
      : { kind, field, by, ...(open as { side: string; reason: string }) }
  })
}

export async function listPhotos(tx: Db | Tx, taskId: string) {
  const { rows } = await sql<{ digest: string; bytes: number; by: string; capturedAt: string }>`
    select digest, bytes, by::text as by, captured_at from inspection.visit_photo where task_id = ${taskId}
    order by captured_at, digest`.execute(tx)
  return rows
}

interface PhotoRow {
  /** Of a picture kept before pictures were files. */
  readonly sealed: string | null
  readonly fileDigest: string | null
  readonly fileBytes: number | null
}

export async function findPhoto(tx: Tx, taskId: string, digest: string): Promise<PhotoRow | undefined> {
  const { rows } = await sql<PhotoRow>`select sealed, file_digest, file_bytes from inspection.visit_photo
    where task_id = ${taskId} and digest = ${digest}`.execute(tx)
  return rows[0]
}

async function listSignatures(tx: Db | Tx, taskId: string): Promise<readonly Signature[]> {
  const { rows } = await sql<Signature>`select who, by::text as by, digest from inspection.visit_signature
    where task_id = ${taskId} order by id`.execute(tx)
  return rows
}

export interface SealedSignature extends Signature {
  readonly sealed: string
  readonly capturedAt: string
}

export async function listSealedSignatures(tx: Tx, taskId: string): Promise<readonly SealedSignature[]> {
  const { rows } = await sql<SealedSignature>`select who, by::text as by, digest, sealed, captured_at
    from inspection.visit_signature where task_id = ${taskId} order by id`.execute(tx)
  return rows
}

export async function listCodes(tx: Db | Tx, taskId: string) {
  const { rows } = await sql<{ code: string; verdict: CodeVerdict; licenceNo: string | null; sortedOn: string | null }>`
    select code, verdict, licence_no, sorted_on from inspection.visit_code where task_id = ${taskId} order by code`.execute(
    tx,
  )
  return rows
}

export interface OfficerRow {
  readonly id: string
  readonly name: string
  readonly certificateNo: string | null
  readonly certificateFrom: string | null
  readonly certificateTo: string | null
}

/** The two of a task, with their certificates. */
export async function listOfficers(tx: Db | Tx, ids: readonly string[]): Promise<readonly OfficerRow[]> {
  const { rows } = await sql<OfficerRow>`select id::text as id, name, certificate_no, certificate_from, certificate_to
    from access.published_staff where id = any(${[...ids]}::uuid[]) order by id`.execute(tx)
  return rows
}

export interface RecordRow {
  readonly number: string
  readonly content: string
  readonly digest: string
  readonly signature: string
  readonly keyId: string
  readonly issuedAt: string
}

export async function findRecord(tx: Db | Tx, taskId: string): Promise<RecordRow | undefined> {
  const { rows } = await sql<RecordRow>`select number, content, digest, signature, key_id, issued_at
    from inspection.visit_record where task_id = ${taskId}`.execute(tx)
  return rows[0]
}
