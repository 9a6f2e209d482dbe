import { cleanText } from '#kernel/chinese-text'
import { dayInChina, type Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { recordWalk } from '#modules/registry'
import type { Tx } from '#platform/database'
import type { SiteCheckRecord } from '../../contract.ts'
import { aroundTowns, listVerifiers } from '../../queries/site-checks.ts'
import { distanceLines } from '../../rules/site-check/distances.ts'
import { objectionWords, schoolMetresOf, siteVisitOf } from '../../rules/site-check/visit.ts'
import { endSiteCheck, lockOpenSiteCheck, type SiteCheckRow } from '../../store/site-checks.ts'
import { type ApplicationRecord, lockApplication } from '../../store.ts'
import type { Setting } from '../setting.ts'
import { type Officer, takeStep } from '../take-step.ts'
import { doorOnRecord, openRecord, townOf } from './frame.ts'

export interface SignRequest {
  readonly applicationNo: string
  readonly id: string
  /** Of the record as the signer read it. */
  readonly digest: string
  readonly by: Officer
  readonly at: Moment
}

/**
 * 另一名核查人员签认, under his own account, of exactly what he read. Only now two people have seen the premises (XK 34): the
 * walks count in the register, and the file goes back to review with its papers.
 */
export async function signSiteCheck(tx: Tx, request: SignRequest, setting: Setting): Promise<Result<string>> {
  const open = await openFor(tx, request)
  if (!open.ok) return open
  const { file, check } = open.value
  const { by, at } = request
  const record = openRecord(check.recordSealed, setting.keyring)
  const walked = await keepWalks(tx, { file, check, record }, at)
  if (!walked.ok) return walked
  await endSiteCheck(tx, check.id, { state: 'signed', at: at.instant.toString() })
  const names = new Map((await listVerifiers(tx, file.areaCode)).map(({ id, name }) => [id, name]))
  const nameOf = (id: string) => names.get(id) ?? '（已离岗）'
  const around = await aroundTowns(tx, [townOf(file)], at.today)
  const visit = siteVisitOf(record, {
    id: check.id,
    digest: check.digest,
    verifiers: [nameOf(check.recordedBy), nameOf(check.second)],
    lines: distanceLines(record, around, await doorOnRecord(tx, file, setting.keyring)),
  })
  const siteCheck = {
    second: nameOf(check.recordedBy),
    schoolMetres: schoolMetresOf(record),
    objection: objectionWords(record).join('；').slice(0, 500),
    visit,
  }
  const step = { event: 'recordSiteCheck', version: file.version, input: { opinion: record.findings, siteCheck } }
  const stepped = await takeStep(tx, { applicationNo: file.applicationNo, ...step, by, at }, setting)
  return stepped.ok ? ok(check.id) : stepped
}

/** 提出不符: the other verifier saw it otherwise; the record ends and the check is still to be made. */
export async function disputeSiteCheck(
  tx: Tx,
  request: SignRequest & { readonly why: string },
): Promise<Result<string>> {
  const why = cleanText(request.why, { max: 500, lines: true })
  if (!why.ok) return why
  const open = await openFor(tx, request)
  if (!open.ok) return open
  const { check } = open.value
  await endSiteCheck(tx, check.id, { state: 'disputed', at: request.at.instant.toString(), dispute: why.value })
  return ok(check.id)
}

async function openFor(
  tx: Tx,
  { applicationNo, id, digest, by }: SignRequest,
): Promise<Result<{ file: ApplicationRecord; check: SiteCheckRow }>> {
  const file = await lockApplication(tx, applicationNo)
  if (!file) return refuse('applicationNotFound')
  const check = await lockOpenSiteCheck(tx, applicationNo)
  if (check === undefined || check.id !== id) return refuse('siteCheckEnded')
  if (check.second !== by.staffId) return refuse('siteCheckNotYours')
  return check.digest === digest ? ok({ file, check }) : refuse('siteCheckDiffers')
}

/** 步行测量 joins the register: of a shop on record under its licence, of a new one under its application. */
async function keepWalks(
  tx: Tx,
  { file, check, record }: { file: ApplicationRecord; check: SiteCheckRow; record: SiteCheckRecord },
  at: Moment,
): Promise<Result<null>> {
  const { applicationNo, areaCode, licenceNo } = file
  const door = record.place === null ? null : { lng: record.place.lng, lat: record.place.lat }
  const from = licenceNo === null ? { applicationNo, areaCode, door } : { licenceNo }
  const seenOn = dayInChina(record.capturedAt)
  // A clock a few minutes ahead of ours around midnight must not measure tomorrow.
  const measuredOn = Temporal.PlainDate.compare(seenOn, at.today) > 0 ? at.today : seenOn
  for (const walk of record.walks) {
    const kept = await recordWalk(
      tx,
      from,
      {
        ...walk,
        measuredOn: measuredOn.toString(),
        officers: [check.recordedBy, check.second],
        photos: record.photos.map(({ digest }) => digest),
      },
      { by: check.recordedBy, at, second: check.second },
    )
    if (!kept.ok) return kept
  }
  return ok(null)
}
