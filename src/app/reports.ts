import type { Moment } from '#kernel/dates'
import { queueReport } from '#modules/exchange'
import type { Tx } from '../platform/database.ts'

interface File {
  readonly applicationNo: string
  readonly licenceNo: string | null
  readonly service: string
}

const gateway = 'nationalPortal'

/** 申请 to the national portal; what the machine granted at once is application and result in one act, told as two. */
export async function reportApplied(tx: Tx, fact: File & { readonly outcome: 'grant' | 'person' }, at: Moment) {
  const { applicationNo, licenceNo, service, outcome } = fact
  const on = at.today.toString()
  const applied = { key: `applied:${applicationNo}`, about: applicationNo, body: { service, licenceNo, on } }
  await queueReport(tx, { gateway, kind: 'applied', ...applied }, at)
  if (outcome === 'grant') await reportDecided(tx, { ...fact, result: 'grant', decidedAs: 'machine' }, at)
}

/** 结果 */
export async function reportDecided(
  tx: Tx,
  fact: File & { readonly result: 'grant' | 'deny'; readonly decidedAs: string },
  at: Moment,
): Promise<void> {
  const { applicationNo: about, licenceNo, service, result, decidedAs } = fact
  const body = { service, licenceNo, result, decidedAs, on: at.today.toString() }
  await queueReport(tx, { gateway, kind: 'decided', key: `decided:${about}`, about, body }, at)
}

/** 撤回 */
export async function reportWithdrawn(tx: Tx, { applicationNo: about, licenceNo, service }: File, at: Moment) {
  const body = { service, licenceNo, on: at.today.toString() }
  await queueReport(tx, { gateway, kind: 'withdrawn', key: `withdrawn:${about}`, about, body }, at)
}

interface Licence {
  readonly licenceNo: string
  readonly state: string
  readonly validFrom: string
  readonly validTo: string
  readonly version: number
}

/** 电子证照归集: every version and every change of state, in the order in which they are told. */
export async function publishCertificate(tx: Tx, { licenceNo, ...body }: Licence, at: Moment): Promise<void> {
  const key = `certificate:${licenceNo}:${body.version}:${at.instant}`
  await queueReport(tx, { gateway: 'certificatePublisher', kind: 'certificate', key, about: licenceNo, body }, at)
}

/** 评价 to the provincial platform. */
export async function reportRating(
  tx: Tx,
  {
    applicationNo: about,
    ...body
  }: { readonly applicationNo: string; readonly service: string; readonly grade: number },
  at: Moment,
): Promise<void> {
  await queueReport(tx, { gateway: 'ratingPlatform', kind: 'rating', key: `rating:${about}`, about, body }, at)
}
