import { parseLicenceToken } from '#kernel/licence-token'
import { parseStatusList, statusInList, statusListAge } from '#kernel/status-list'
import { checkSignature, checkText } from '../../portal/verify/check-signature.ts'
import type { InspectionDay } from './bundle.ts'

interface ListAge {
  readonly number: number
  readonly hours: number
  readonly stale: boolean
}

export type ScanFinding =
  | {
      readonly kind: 'good'
      readonly text: string
      readonly shop: string
      readonly status: 'valid' | 'unknown' | 'bad'
      /** How old the status list is that was asked; null = none that the bureau signed. */
      readonly list: ListAge | null
    }
  | { readonly kind: 'other'; readonly no: string }
  | { readonly kind: 'bad' | 'unread' | 'noKeys' }

/** 验证码 without network: the bureau's signature, the shop of the task, and what the kept status list says. */
export async function checkLicence(text: string, day: InspectionDay, licenceNo: string): Promise<ScanFinding> {
  const parsed = parseLicenceToken(text)
  if (!parsed.ok) return { kind: parsed.refusal === 'licenceTokenMalformed' ? 'bad' : 'unread' }
  if (day.keys === null) return { kind: 'noKeys' }
  if ((await checkSignature(parsed.value, day.keys)) !== 'good') return { kind: 'bad' }
  const { token } = parsed.value
  if (token.licenceNo !== licenceNo) return { kind: 'other', no: token.licenceNo }
  return { kind: 'good', text, shop: token.shopName, ...(await statusOf(token, day)) }
}

async function statusOf(
  token: Parameters<typeof statusInList>[1],
  day: InspectionDay,
): Promise<{ readonly status: 'valid' | 'unknown' | 'bad'; readonly list: ListAge | null }> {
  const parsed = parseStatusList(day.statusList ?? '')
  if (!parsed.ok || day.keys === null) return { status: 'unknown', list: null }
  const { list, ...signed } = parsed.value
  if ((await checkText({ keyId: list.keyId, ...signed }, day.keys)) !== 'good') return { status: 'unknown', list: null }
  const age = { number: list.number, ...statusListAge(list, Date.now()) }
  const { kind } = statusInList(list, token)
  if (kind === 'state' || kind === 'oldVersion' || kind === 'voidCopy') return { status: 'bad', list: age }
  return { status: kind === 'clear' && !age.stale ? 'valid' : 'unknown', list: age }
}
