import { maskName } from '#kernel/masking'
import { findRetailer } from '#modules/registry'
import type { Tx } from '#platform/database'
import type { SiteCheckTask, SiteCheckView } from '../../contract.ts'
import { type FileRow, listFiles } from '../../queries/files.ts'
import {
  aroundTowns,
  listSiteChecks,
  listStandingBack,
  type NamedSiteCheck,
  orderWords,
} from '../../queries/site-checks.ts'
import { requestInWords } from '../../rules/services/in-words.ts'
import { parsePlaceText } from '../../rules/services/place-text.ts'
import { services } from '../../rules/services/table.ts'
import { type Around, distanceLines } from '../../rules/site-check/distances.ts'
import { answersOf } from '../answers-of.ts'
import type { Setting } from '../setting.ts'
import { doorOnRecord, openRecord, townOf } from './frame.ts'

/** One record with its straight lines, as this member of staff sees it. */
async function siteCheckView(
  tx: Tx,
  { file, check, around }: { file: FileRow; check: NamedSiteCheck; around: Around },
  { staffId, keyring }: { readonly staffId: string } & Pick<Setting, 'keyring'>,
): Promise<SiteCheckView> {
  const record = openRecord(check.recordSealed, keyring)
  const { id, state, digest, capturedAt, recordedAt, endedAt, dispute } = check
  return {
    ...{ id, state, digest, capturedAt, recordedAt, endedAt, dispute, record },
    by: check.byName,
    second: check.secondName,
    awaitsMe: state === 'recorded' && check.second === staffId,
    mine: check.recordedBy === staffId,
    lines: distanceLines(record, around, await doorOnRecord(tx, file, keyring)),
  }
}

/** 核查 of one file, oldest first. */
export async function siteChecksOfFile(
  tx: Tx,
  file: FileRow,
  on: { readonly staffId: string; readonly today: Temporal.PlainDate } & Pick<Setting, 'keyring'>,
): Promise<SiteCheckView[]> {
  const around = await aroundTowns(tx, [townOf(file)], on.today)
  const views: SiteCheckView[] = []
  for (const check of await listSiteChecks(tx, [file.applicationNo]))
    views.push(await siteCheckView(tx, { file, check, around }, on))
  return views
}

/** A telephone keeps no more files than two people can see in a day. */
const mostTasks = 40

/** 待核查的办件 of this person's areas, the most pressing first: what must be known at the door, and nothing else. */
export async function siteCheckTasks(
  tx: Tx,
  on: { readonly staffId: string; readonly today: Temporal.PlainDate } & Pick<Setting, 'keyring'>,
): Promise<{ tasks: SiteCheckTask[]; around: Around }> {
  const today = on.today.toString()
  const found = await listFiles(tx, { states: ['siteCheck'], today, soonUntil: today, page: 1, size: mostTasks })
  const standing = await listStandingBack(
    tx,
    found.map(({ applicationNo }) => applicationNo),
    today,
  )
  // Who stands back from a file is not sent to it; the others see with whom they cannot go.
  const files = found.filter(({ applicationNo }) => !standing.get(applicationNo)?.includes(on.staffId))
  const numbers = files.map(({ applicationNo }) => applicationNo)
  const around = await aroundTowns(tx, [...new Set(files.map(townOf))], on.today)
  const [words, checks] = [await orderWords(tx, numbers), await listSiteChecks(tx, numbers)]
  const tasks: SiteCheckTask[] = []
  for (const file of files) {
    const check = checks.findLast(one => one.applicationNo === file.applicationNo && one.state !== 'signed')
    const last = check === undefined ? null : await siteCheckView(tx, { file, check, around }, on)
    tasks.push({
      ...(await placeOf(tx, file, on)),
      reason: words.get(file.applicationNo) ?? '',
      last,
      standBack: [...(standing.get(file.applicationNo) ?? [])],
    })
  }
  return { tasks, around }
}

/** Answers that can be compared with what stands there. */
const visible = ['subjectKind', 'address', 'addressText', 'placeOwner', 'areaM2', 'independent', 'format', 'scope']

async function placeOf(
  tx: Tx,
  file: FileRow,
  { keyring }: Pick<Setting, 'keyring'>,
): Promise<Omit<SiteCheckTask, 'reason' | 'last' | 'standBack'>> {
  const retailer = file.licenceNo === null ? undefined : await findRetailer(tx, file.licenceNo)
  const answers = answersOf(file, keyring)
  const seen = Object.fromEntries(Object.entries(answers).filter(([key]) => visible.includes(key)))
  const sealedPhone = file.phoneSealed ?? retailer?.phoneSealed ?? null
  const { name } = services[file.service]
  return {
    applicationNo: file.applicationNo,
    service: file.service,
    serviceLabel: name.zh,
    serviceLabelEn: name.en,
    shopName: file.shopName,
    address: retailer?.address ?? answers['address'] ?? '',
    townCode: townOf(file),
    operatorNameMasked: maskName(retailer?.operatorName ?? answers['operatorName'] ?? ''),
    phone: sealedPhone === null ? '' : keyring.openField(sealedPhone),
    position: retailer?.position ?? parsePlaceText(answers['position'] ?? '')?.position ?? null,
    dueOn: file.clockDueOn,
    asked: requestInWords(file.service, seen, { before: undefined, townName: file.townName }).map(
      ({ label, labelEn, value }) => ({
        label,
        labelEn,
        value,
      }),
    ),
  }
}
