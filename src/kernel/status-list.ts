import { fromBase64Url, toBase64Url } from './base64url.ts'
import type { LicenceToken } from './licence-token.ts'
import { ok, type Result, refuse } from './refusal.ts'

/**
 * 许可证状态清单: every licence that is not simply valid, signed by the issuing bureau, so that whoever has no network knows what
 * changed after a licence was printed. Text form `YZTL1.<base64url of UTF-8 JSON array>.<base64url of the 64-byte SM2 signature r‖s>`.
 * Compact: a licence takes its last six digits; the first six are the county's.
 */
export interface StatusList {
  readonly keyId: string
  readonly issuer: string
  /** First six digits of every number in it. */
  readonly areaCode: string
  /** Rises with each list: a list with a smaller number than one already seen is not taken. */
  readonly number: number
  /** ISO instants. After `goodUntil` a licence that is not listed may no longer be called valid. */
  readonly issuedAt: string
  readonly goodUntil: string
  /** State by licence number; what is not listed stood valid. */
  readonly states: ReadonlyMap<string, string>
  /** The oldest version that still counts, where it is not the first. */
  readonly versions: ReadonlyMap<string, number>
  /** Copies that never came out of the printer whole (作废份号). */
  readonly voidCopies: ReadonlyMap<string, readonly number[]>
}

export interface SignedStatusList {
  readonly list: StatusList
  /** The exact text that was signed. */
  readonly signedText: string
  readonly signature: Uint8Array
}

const PREFIX = 'YZTL1'
/** A county of 40,000 shops, all of them listed, has a tenth of it. */
const MAX_LENGTH = 4_000_000
const SHORT = 6

/** The text that is signed. Throws for a number of another county. */
export function statusListSignedText(list: StatusList): string {
  const short = (licenceNo: string): string => {
    if (!licenceNo.startsWith(list.areaCode)) throw new RangeError('a licence of another county in the status list')
    return licenceNo.slice(SHORT)
  }
  const byState: Record<string, string> = {}
  for (const [licenceNo, state] of list.states) byState[state] = `${byState[state] ?? ''}${short(licenceNo)}`
  const versions = [...list.versions].map(([licenceNo, version]) => [short(licenceNo), version])
  const copies = [...list.voidCopies].map(([licenceNo, numbers]) => [short(licenceNo), ...numbers])
  const { keyId, issuer, areaCode, number, issuedAt, goodUntil } = list
  const fields = [keyId, issuer, areaCode, number, issuedAt, goodUntil, byState, versions, copies]
  return `${PREFIX}.${toBase64Url(new TextEncoder().encode(JSON.stringify(fields)))}`
}

export const statusListText = (signedText: string, signature: Uint8Array): string =>
  `${signedText}.${toBase64Url(signature)}`

/** Reads a list from any text that contains one. Says nothing about the signature. Never throws. */
export function parseStatusList(text: string): Result<SignedStatusList, 'statusListMissing' | 'statusListMalformed'> {
  const found = /YZTL1\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]{86})(?![A-Za-z0-9_-])/.exec(text)
  if (!found) return refuse(/YZTL1\./.test(text) ? 'statusListMalformed' : 'statusListMissing')
  const [, body = '', signature = ''] = found
  if (body.length > MAX_LENGTH) return refuse('statusListMalformed')
  try {
    const fields: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(fromBase64Url(body)))
    const list = listOf(fields)
    if (!list) return refuse('statusListMalformed')
    return ok({ list, signedText: `${PREFIX}.${body}`, signature: fromBase64Url(signature) })
  } catch {
    return refuse('statusListMalformed')
  }
}

function listOf(fields: unknown): StatusList | undefined {
  if (!Array.isArray(fields) || fields.length !== 9) return undefined
  const [keyId, issuer, areaCode, number, issuedAt, goodUntil, byState, versions, copies] = fields as unknown[]
  const heads = [keyId, issuer, areaCode, issuedAt, goodUntil]
  if (!heads.every(head => typeof head === 'string') || !Number.isSafeInteger(number)) return undefined
  if (typeof byState !== 'object' || byState === null || !Array.isArray(versions) || !Array.isArray(copies))
    return undefined
  if (Number.isNaN(Date.parse(issuedAt as string)) || Number.isNaN(Date.parse(goodUntil as string))) return undefined
  const full = (short: unknown): string => `${areaCode as string}${String(short)}`
  const states = Object.entries(byState as Record<string, unknown>).flatMap(([state, packed]) =>
    (String(packed).match(/.{6}/gu) ?? []).map((short): [string, string] => [full(short), state]),
  )
  const rows = (given: unknown[]) => given.filter(row => Array.isArray(row)) as unknown[][]
  return {
    ...({ keyId, issuer, areaCode, number, issuedAt, goodUntil } as Omit<
      StatusList,
      'states' | 'versions' | 'voidCopies'
    >),
    states: new Map(states),
    versions: new Map(rows(versions).map(([short, version]) => [full(short), Number(version)])),
    voidCopies: new Map(rows(copies).map(([short, ...numbers]) => [full(short), numbers.map(Number)])),
  }
}

/** What the list says of one copy of a licence. `newer`: the licence was issued after the list was made. */
export type ListedStatus =
  | { readonly kind: 'state'; readonly state: string }
  | { readonly kind: 'oldVersion'; readonly current: number }
  | { readonly kind: 'voidCopy' | 'newer' | 'clear' | 'otherCounty' }

export function statusInList(
  list: StatusList,
  token: Pick<LicenceToken, 'licenceNo' | 'version' | 'copyNo' | 'issuedOn'>,
): ListedStatus {
  const { licenceNo, version, copyNo, issuedOn } = token
  if (!licenceNo.startsWith(list.areaCode)) return { kind: 'otherCounty' }
  const state = list.states.get(licenceNo)
  if (state !== undefined) return { kind: 'state', state }
  const current = list.versions.get(licenceNo)
  if (current !== undefined && version < current) return { kind: 'oldVersion', current }
  if (list.voidCopies.get(licenceNo)?.includes(copyNo)) return { kind: 'voidCopy' }
  return issuedOn > dayInChina(list.issuedAt) ? { kind: 'newer' } : { kind: 'clear' }
}

const HOUR = 3_600_000

/** How old the list is. `stale`: past its time, or dated after the clock of whoever reads it, so that one of both is wrong. */
export function statusListAge(
  list: Pick<StatusList, 'issuedAt' | 'goodUntil'>,
  nowMs: number,
): { readonly hours: number; readonly stale: boolean } {
  const age = nowMs - Date.parse(list.issuedAt)
  return { hours: Math.max(0, Math.floor(age / HOUR)), stale: nowMs > Date.parse(list.goodUntil) || age < -HOUR }
}

const dayInChina = (instant: string): string => new Date(Date.parse(instant) + 8 * HOUR).toISOString().slice(0, 10)
