import { formatDateZh, momentOf } from '#kernel/dates'
import { queueMessage } from '#modules/access'
import { findRetailer } from '#modules/registry'
import type { Tx } from '../platform/database.ts'

interface Due {
  readonly licenceNo: string
  readonly validTo: string
  readonly lastTimelyDay: string
  readonly daysLeft: number
}

const day = (text: string): string => formatDateZh(Temporal.PlainDate.from(text))
const now = () => momentOf(Temporal.Now.instant())

/** The reminder of a renewal, to the number on file; a shop without one is called by its grid officer. */
export async function remindOfRenewal(tx: Tx, due: Due): Promise<void> {
  const retailer = await findRetailer(tx, due.licenceNo)
  if (!retailer?.phoneSealed) return
  const text = `【恩平烟草】您的烟草专卖零售许可证（尾号${due.licenceNo.slice(-4)}）${day(due.validTo)}到期，请在${day(due.lastTimelyDay)}以前办理延续。带身份证到村里的粤智助终端就能办，不收费。`
  await queueMessage(
    tx,
    {
      key: `renewal:${due.licenceNo}:${due.validTo}:${due.daysLeft}`,
      areaCode: retailer.areaCode,
      about: due.licenceNo,
      kind: 'renewalReminder',
      phoneSealed: retailer.phoneSealed,
      text,
    },
    now(),
  )
}

/** The result of a decision by people or by law; what it says in full stands on the paper. */
export async function tellDecision(
  tx: Tx,
  fact: { readonly applicationNo: string; readonly licenceNo: string | null; readonly result: 'grant' | 'deny' },
): Promise<void> {
  const retailer = fact.licenceNo === null ? undefined : await findRetailer(tx, fact.licenceNo)
  if (!retailer?.phoneSealed) return
  const result = fact.result === 'grant' ? '准予' : '不予准许，理由和救济途径写在决定书里'
  const text = `【恩平烟草】您的申请（办件编号${fact.applicationNo}）已经作出决定：${result}。可以到村里的粤智助终端或者窗口查看。`
  await queueMessage(
    tx,
    {
      key: `decision:${fact.applicationNo}`,
      areaCode: retailer.areaCode,
      about: fact.applicationNo,
      kind: 'decision',
      phoneSealed: retailer.phoneSealed,
      text,
    },
    now(),
  )
}
