import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import type { CodeVerdict } from '../rules/visit/codes.ts'
import type { FieldValue, VisitLine } from '../rules/visit/content.ts'
import { noVisit, type Signature, type VisitFacts } from '../rules/visit/decide.ts'
import type { VisitState } from '../rules/visit/moves.ts'

type Opener = Pick<Keyring, 'openField'>

/** Rows of several tasks, by task; each function below is one query, however many tasks are asked for. */
type ByTask<T> = ReadonlyMap<string, readonly T[]>
const byTask = <T extends object>(rows: readonly (T & { readonly taskId: string })[]): ByTask<Omit<T, 'taskId'>> =>
  new Map(
    [...Map.groupBy(rows, ({ taskId }) => taskId)].map(([id, own]) => [id, own.map(({ taskId: _, ...row }) => row)]),
  )

interface VisitParts {
  readonly facts: VisitFacts
  readonly scans: readonly Scan[]
  readonly photos: readonly PhotoLine[]
}

/** The visits of these tasks as the rules see them, with what a page shows besides; a task has none before its first scan-in. */
export async function listVisitParts(
  tx: Db | Tx,
  taskIds: readonly string[],
  keyring: Opener,
): Promise<ReadonlyMap<string, VisitParts>> {
  const { rows } = await sql<{ taskId: string; state: VisitState }>`
    select task_id, state from inspection.visit where task_id = any(${[...taskIds]})`.execute(tx)
  const ids = rows.map(({ taskId }) => taskId)
  const scans = await scansOf(tx, ids)
  const lines = await linesOf(tx, ids, keyring)
  const photos = await photosOf(tx, ids)
  const signatures = await signaturesOf(tx, ids)
  return new Map(
    rows.map(({ taskId, state }) => {
      const own = { scans: scans.get(taskId) ?? [], photos: photos.get(taskId) ?? [] }
      const facts = {
        state,
        scans: own.scans,
        lines: lines.get(taskId) ?? [],
        photos: own.photos.map(({ digest }) => digest),
        signatures: signatures.get(taskId) ?? [],
      }
      return [taskId, { facts, ...own }]
    }),
  )
}

/** The visit of a task; `noVisit` before the first scan-in. */
export const findVisitFacts = async (tx: Db | Tx, taskId: string, keyring: Opener): Promise<VisitFacts> =>
  (await listVisitParts(tx, [taskId], keyring)).get(taskId)?.facts ?? noVisit

export interface Scan {
  readonly way: 'in' | 'out'
  readonly by: string
  readonly how: 'token' | 'number' | null
  readonly reason: string
  readonly capturedAt: string
}

async function scansOf(tx: Db | Tx, taskIds: readonly string[]): Promise<ByTask<Scan>> {
  const { rows } = await sql<Scan & { taskId: string }>`
    select task_id, way, by::text as by, how, reason, captured_at from inspection.visit_scan
    where task_id = any(${[...taskIds]}) order by captured_at, way, by`.execute(tx)
  return byTask(rows)
}

export const listScans = async (tx: Db | Tx, taskId: string) => (await scansOf(tx, [taskId])).get(taskId) ?? []

async function linesOf(tx: Db | Tx, taskIds: readonly string[], keyring: Opener): Promise<ByTask<VisitLine>> {
  const { rows } = await sql<{ taskId: string; kind: 'enter' | 'choose'; field: string; by: string; sealed: string }>`
    select task_id, kind, field, by::text as by, sealed from inspection.visit_line
    where task_id = any(${[...taskIds]}) order by id`.execute(tx)
  const opened = rows.map(({ taskId, kind, field, by, sealed }) => {
    const open = JSON.parse(keyring.openField(sealed)) as unknown
    const line: VisitLine =
      kind === 'enter'
        ? { kind, field, by, value: open as FieldValue }
        : { kind, field, by, ...(open as { side: string; reason: string }) }
    return { taskId, line }
  })
  return new Map([...Map.groupBy(opened, ({ taskId }) => taskId)].map(([id, own]) => [id, own.map(({ line }) => line)]))
}

interface PhotoLine {
  readonly digest: string
  readonly bytes: number
  readonly by: string
  readonly capturedAt: string
}

async function photosOf(tx: Db | Tx, taskIds: readonly string[]): Promise<ByTask<PhotoLine>> {
  const { rows } = await sql<PhotoLine & { taskId: string }>`
    select task_id, digest, bytes, by::text as by, captured_at from inspection.visit_photo
    where task_id = any(${[...taskIds]}) order by captured_at, digest`.execute(tx)
  return byTask(rows)
}

export const listPhotos = async (tx: Db | Tx, taskId: string) => (await photosOf(tx, [taskId])).get(taskId) ?? []

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

async function signaturesOf(tx: Db | Tx, taskIds: readonly string[]): Promise<ByTask<Signature>> {
  const { rows } = await sql<Signature & { taskId: string }>`
    select task_id, who, by::text as by, digest from inspection.visit_signature
    where task_id = any(${[...taskIds]}) order by id`.execute(tx)
  return byTask(rows)
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

interface CodeLine {
  readonly code: string
  readonly verdict: CodeVerdict
  readonly licenceNo: string | null
  readonly sortedOn: string | null
}

export async function codesOf(tx: Db | Tx, taskIds: readonly string[]): Promise<ByTask<CodeLine>> {
  const { rows } = await sql<CodeLine & { taskId: string }>`
    select task_id, code, verdict, licence_no, sorted_on from inspection.visit_code
    where task_id = any(${[...taskIds]}) order by code`.execute(tx)
  return byTask(rows)
}

export const listCodes = async (tx: Db | Tx, taskId: string) => (await codesOf(tx, [taskId])).get(taskId) ?? []

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

/** 现场检查笔录 numbers by task. */
export async function listRecordNos(tx: Db | Tx, taskIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ taskId: string; number: string }>`
    select task_id, number from inspection.visit_record where task_id = any(${[...taskIds]})`.execute(tx)
  return new Map(rows.map(({ taskId, number }) => [taskId, number]))
}
