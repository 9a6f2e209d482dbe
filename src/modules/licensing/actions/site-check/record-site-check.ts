import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { randomId } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { SiteCheckRecord } from '../../contract.ts'
import { siteCheckPolicy } from '../../policy.ts'
import { aroundTowns, knownPhotos, listStandingBack, listVerifiers } from '../../queries/site-checks.ts'
import { distanceLines, shortWalk } from '../../rules/site-check/distances.ts'
import { readSiteCheck } from '../../rules/site-check/read-record.ts'
import { endSiteCheck, insertSiteCheck, lockOpenSiteCheck, type SiteCheckRow } from '../../store/site-checks.ts'
import { lockApplication } from '../../store.ts'
import type { Setting } from '../setting.ts'
import type { Officer } from '../take-step.ts'
import { digestOfRecord, doorOnRecord, townOf } from './frame.ts'

export interface RecordRequest {
  readonly applicationNo: string
  readonly record: SiteCheckRecord
  /** The digest of the colleague's record that this one stands in for, after both were compared. */
  readonly replaces: string | null
  readonly by: Officer
  readonly at: Moment
}

/**
 * 现场记录: written by one verifier on the spot, told now or after an outage. It waits for the other verifier's own signature.
 * Refusals that the telephone shows as 需要处理: `siteCheckNotOrdered`, `siteCheckRecordedAlready` (the colleague wrote one too:
 * both are compared), what is missing in the record, `sitePhotoMissing`.
 */
export async function recordSiteCheck(
  tx: Tx,
  request: RecordRequest,
  { keyring }: Pick<Setting, 'keyring'>,
): Promise<Result<string>> {
  const { applicationNo, by, at } = request
  const file = await lockApplication(tx, applicationNo)
  if (!file) return refuse('applicationNotFound')
  if (file.state !== 'siteCheck') return refuse('siteCheckNotOrdered')
  const standing = (await listStandingBack(tx, [applicationNo], at.today.toString())).get(applicationNo) ?? []
  if ([by.staffId, request.record.second].some(id => standing.includes(id))) return refuse('siteCheckStandsBack')
  const verifiers = (await listVerifiers(tx, file.areaCode)).map(({ id }) => id)
  const policy = siteCheckPolicy(at.today)
  const read = readSiteCheck(request.record, { by: by.staffId, verifiers, now: at.instant, policy })
  if (!read.ok) return read
  const record = read.value
  const around = await aroundTowns(tx, [townOf(file)], at.today)
  // Between the same two ends as the register will take the walk; the telephone's own error is wider and only hints.
  const door = file.licenceNo === null ? record.place : await doorOnRecord(tx, file, keyring)
  const lines = distanceLines({ ...record, place: null }, around, door)
  if (lines.some(({ limit, kind }) => kind === 'gate' && limit === null)) return refuse('siteCheckGateUnknown')
  const short = shortWalk(lines, record)
  if (short) return refuse('siteWalkShort', { name: short.name, metres: short.walk, least: short.line?.least ?? 0 })
  const wanted = record.photos.map(({ digest }) => digest)
  const known = await knownPhotos(tx, applicationNo, wanted)
  if (wanted.some(digest => !known.includes(digest))) return refuse('sitePhotoMissing')
  const stood = await standIn(tx, request)
  if (!stood.ok) return stood
  const id = randomId()
  await insertSiteCheck(tx, {
    id,
    applicationNo,
    areaCode: file.areaCode,
    recordSealed: keyring.sealField(JSON.stringify(record)),
    digest: digestOfRecord(applicationNo, by.staffId, record),
    recordedBy: by.staffId,
    second: record.second,
    capturedAt: Temporal.Instant.from(record.capturedAt).toString(),
    recordedAt: at.instant.toString(),
  })
  return ok(id)
}

/** One record waits at a time: another stands in for it only when its writer has read the first one and is one of its two people. */
async function standIn(tx: Tx, { applicationNo, replaces, by, at }: RecordRequest): Promise<Result<null>> {
  const before = await lockOpenSiteCheck(tx, applicationNo)
  if (before === undefined) return ok(null)
  if (replaces !== before.digest || !isOfPair(before, by.staffId)) return refuse('siteCheckRecordedAlready')
  await endSiteCheck(tx, before.id, { state: 'replaced', at: at.instant.toString() })
  return ok(null)
}

const isOfPair = ({ recordedBy, second }: Pick<SiteCheckRow, 'recordedBy' | 'second'>, staffId: string) =>
  recordedBy === staffId || second === staffId
