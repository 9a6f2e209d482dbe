import type { Moment } from '#kernel/dates'
import type { Position } from '#kernel/position'
import { ok, type Result, refuse } from '#kernel/refusal'
import { randomId, sm3 } from '#platform/crypto'
import type { Tx } from '#platform/database'
import { schoolLimits } from '../policy.ts'
import { findDoor, findGate, listMeasurers } from '../queries/walks.ts'
import { readWalk, type WalkAsked } from '../rules/walk.ts'
import { insertWalk, lockWalk, saveConfirmation, saveLicenceOfWalks } from '../store/walks.ts'

/** From where the walk goes: the door of a shop on record, or of an application that has no licence yet. */
export type WalkFrom =
  | { readonly licenceNo: string }
  | { readonly applicationNo: string; readonly areaCode: string; readonly door: Position | null }

interface By {
  /** The id of the officer who writes it down. */
  readonly by: string
  readonly at: Moment
  /** The other officer signed on the same telephone, at once. */
  readonly second?: string
}

/**
 * 记录实地测量. It counts from the moment when both officers have signed: here at once (`second`), or by `confirmWalk` under
 * the other's own account.
 */
export async function recordWalk(
  tx: Tx,
  from: WalkFrom,
  asked: WalkAsked,
  { by, at, second }: By,
): Promise<Result<string>> {
  const start = 'licenceNo' in from ? await findDoor(tx, from.licenceNo) : from
  if (start === undefined) return refuse('retailerNotFound')
  const gateAt = await findGate(tx, asked.schoolId, asked.gate)
  if (gateAt === undefined) return refuse('walkGateUnknown')
  const { positionErrorMetres } = schoolLimits(at.today)
  const ends = { door: start.door, gate: gateAt, positionErrorMetres }
  const read = readWalk(asked, ends, { by, today: at.today.toString(), staff: await listMeasurers(tx) })
  if (!read.ok) return read
  if (second !== undefined && (second === by || !asked.officers.includes(second))) return refuse('walkNotYours')
  const subject = {
    licenceNo: 'licenceNo' in from ? from.licenceNo : null,
    applicationNo: 'licenceNo' in from ? null : from.applicationNo,
    areaCode: start.areaCode,
    door: start.door,
    gateAt,
  }
  const id = randomId()
  await insertWalk(tx, {
    ...read.value,
    ...subject,
    id,
    digest: sm3(Buffer.from(JSON.stringify({ id, ...subject, ...read.value }))).toString('hex'),
    recordedBy: by,
    recordedAt: at.instant.toString(),
    confirmed: second === undefined ? null : { by: second, at: at.instant.toString() },
  })
  return ok(id)
}

/** 签认: by the other officer, of exactly what he has read (its digest), once. */
export async function confirmWalk(
  tx: Tx,
  asked: { readonly id: string; readonly licenceNo: string; readonly digest: string },
  { by, at }: Pick<By, 'by' | 'at'>,
): Promise<Result<null>> {
  const walk = await lockWalk(tx, asked.id)
  if (walk === undefined || walk.licenceNo !== asked.licenceNo) return refuse('walkUnknown')
  if (!walk.officers.includes(by) || walk.recordedBy === by) return refuse('walkNotYours')
  if (walk.confirmedBy !== null) return refuse('walkConfirmed')
  if (walk.digest !== asked.digest) return refuse('walkDiffers')
  await saveConfirmation(tx, asked.id, by, at.instant.toString())
  return ok(null)
}

/** 新办 granted: the walks of its application go on counting for the licence. */
export async function joinWalks(tx: Tx, applicationNo: string, licenceNo: string): Promise<void> {
  await saveLicenceOfWalks(tx, applicationNo, licenceNo)
}
