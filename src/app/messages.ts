import { formatDateZh, type Moment } from '#kernel/dates'
import { queueMessage, tellOnDuty } from '#modules/access'
import { checkCodeOf, findContact } from '#modules/licensing'
import { findAwaitedPhone } from '#modules/partners'
import { findRetailer } from '#modules/registry'
import type { Tx } from '../platform/database.ts'
import type { Services } from '../platform/module.ts'

interface Due {
  readonly licenceNo: string
  readonly validTo: string
  readonly lastTimelyDay: string
  readonly daysLeft: number
}

interface File {
  readonly applicationNo: string
  readonly licenceNo: string | null
}

type House = Pick<Services, 'keyring' | 'config'>

const day = (text: string): string => formatDateZh(Temporal.PlainDate.from(text))

/** The reminder of a renewal, to the number on file; a shop without one stands on the list of those an officer tells. */
export async function remindOfRenewal(tx: Tx, due: Due, at: Moment): Promise<void> {
  const retailer = await findRetailer(tx, due.licenceNo)
  if (!retailer) return
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
    at,
  )
}

/** 收件回执: what was taken in, and where to see how far it is; what the machine granted at once is a result already. */
export async function tellReceipt(
  tx: Tx,
  fact: File & { readonly outcome: 'grant' | 'person' },
  at: Moment,
  house: House,
): Promise<void> {
  const { applicationNo, outcome } = fact
  const said =
    outcome === 'grant'
      ? `您的申请（办件编号${applicationNo}）已经准予。请评价这次服务：`
      : `已经收到您的申请（办件编号${applicationNo}），正由工作人员审核。查进度：`
  await tellApplicant(
    tx,
    fact,
    { kind: 'receipt', text: `【恩平烟草】${said}${progressLink(applicationNo, house)}` },
    at,
  )
}

/** The result of a decision by people or by law; what it says in full stands on the paper. */
export async function tellDecision(
  tx: Tx,
  fact: File & { readonly result: 'grant' | 'deny' },
  at: Moment,
  house: House,
): Promise<void> {
  const { applicationNo } = fact
  const result = fact.result === 'grant' ? '准予' : '不予准许，理由和救济途径写在决定书里'
  const text = `【恩平烟草】您的申请（办件编号${applicationNo}）已经作出决定：${result}。可以到村里的粤智助终端或者窗口查看。查看和评价：${progressLink(applicationNo, house)}`
  await tellApplicant(tx, fact, { kind: 'decision', text }, at)
}

/** Number and code stand behind the #: the browser keeps them to itself, no server's log sees them. */
function progressLink(applicationNo: string, { keyring, config }: House): string {
  return `${config.publicUrl.replace(/\/$/, '')}/p#${applicationNo}.${checkCodeOf(keyring.blindIndex('progress', applicationNo))}`
}

/** The number on file of the shop; 新办 has no shop yet, and is reached at the number given with the application. */
const contactOf = async (tx: Tx, { applicationNo, licenceNo }: File) =>
  (licenceNo === null ? undefined : await findRetailer(tx, licenceNo)) ?? (await findContact(tx, applicationNo))

/** One fact of one file, one message, to the number on file. */
async function tellApplicant(
  tx: Tx,
  { applicationNo, licenceNo }: File,
  message: { readonly kind: 'receipt' | 'decision'; readonly text: string },
  at: Moment,
): Promise<void> {
  const contact = await contactOf(tx, { applicationNo, licenceNo })
  if (!contact?.phoneSealed) return
  const { areaCode, phoneSealed } = contact
  const key = `${message.kind}:${applicationNo}`
  await queueMessage(tx, { ...message, key, areaCode, about: applicationNo, phoneSealed }, at)
}

/** 信用事项: a record, an entry, a talk or an answer; once a step, to the number on file. */
export async function tellCredit(
  tx: Tx,
  fact: { readonly key: string; readonly licenceNo: string; readonly text: string },
  at: Moment,
): Promise<void> {
  const retailer = await findRetailer(tx, fact.licenceNo)
  if (!retailer?.phoneSealed) return
  const { areaCode, phoneSealed } = retailer
  const message = {
    key: `credit:${fact.key}`,
    kind: 'credit',
    about: fact.licenceNo,
    text: `【恩平烟草】${fact.text}`,
  } as const
  await queueMessage(tx, { ...message, areaCode, phoneSealed }, at)
}

/** 信用等级变化: what it is now, and where its reasons stand. */
export const tellGrade = (
  tx: Tx,
  fact: { readonly licenceNo: string; readonly grade: string; readonly gradedOn: string },
  at: Moment,
): Promise<void> => {
  const { licenceNo, grade, gradedOn } = fact
  const text = `您的店（许可证尾号${licenceNo.slice(-4)}）信用等级为${grade}。理由和提出异议的办法在“我的”里，也可以到窗口查询。`
  return tellCredit(tx, { key: `grade:${licenceNo}:${gradedOn}:${grade}`, licenceNo, text }, at)
}

/** 启封告警: to the heads and auditors on duty, but for the one who agreed; the words hold the clue's number and nobody's name. */
export async function tellOpening(
  tx: Tx,
  fact: { readonly openingId: string; readonly clueNo: string; readonly areaCode: string; readonly agreedBy: string },
  at: Moment,
): Promise<void> {
  const { openingId, clueNo: about, areaCode, agreedBy } = fact
  const text = `【恩平烟草】线索${about}的举报人身份已经启封，24 小时后重新封存。请在工作台“举报人启封”里核对。`
  const said = { key: `opening:${openingId}`, kind: 'identityOpened', about, areaCode, text } as const
  await tellOnDuty(tx, { ...said, roles: ['head', 'auditAdmin'], except: [agreedBy] }, at)
}

/**
 * 通知联系人: one to one, and only that something waits. A telephone may lie open on a table: number, kind and content stay where signing in and
 * each look are on record.
 */
export async function tellContact(
  tx: Tx,
  fact: {
    readonly aboutNo: string
    readonly state: string
    readonly contactId: string
    readonly areaCode: string
    readonly turn: string
  },
  at: Moment,
): Promise<void> {
  const phoneSealed = await findAwaitedPhone(tx, fact)
  if (phoneSealed === undefined) return
  const { aboutNo: about, contactId, areaCode, turn } = fact
  const text = '【恩平烟草】有一项协作事项等您接收。请登录协作平台，或者打开手机上的外勤应用查看。'
  const key = `awaited:${about}:${turn}:${contactId}`
  await queueMessage(tx, { key, kind: 'contactAwaited', about, areaCode, phoneSealed, text }, at)
}
