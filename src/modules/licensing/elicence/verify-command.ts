import { readFile, stat } from 'node:fs/promises'
import Type from 'typebox'
import { Value } from 'typebox/value'
import { formatDateZh } from '#kernel/dates'
import type { LicenceToken } from '#kernel/licence-token'
import { fillText, ok, type Refusal, type Result, refuse } from '#kernel/refusal'
import { kernelRefusals } from '#kernel/refusal-texts'
import { elicenceRefusals } from './refusals.ts'
import { electronicCopy } from './sign-face.ts'
import type { StatusListRefusal } from './status-list.ts'
import { isPdf, tokenOfPdf } from './token-of-pdf.ts'
import { type TokenRefusal, type VerificationKeys, verifyToken } from './verify-token.ts'
import { type ListCheck, type ListVerdict, listVerdictOf } from './verify-with-list.ts'

type LicenceVerdict = 'genuine' | 'expired' | 'notYetInForce' | ListVerdict | TokenRefusal | StatusListRefusal

export interface LicenceVerification {
  /**
   * Genuine and not past its term on `today`: exit code 0. A term that begins later is that of a renewal granted ahead
   * of time; its shop sells under the old term until then.
   */
  readonly ok: boolean
  readonly verdict: LicenceVerdict
  /** Chinese lines for a terminal. */
  readonly lines: readonly string[]
}

const KeysFile = Type.Object({
  keys: Type.Array(Type.Object({ keyId: Type.String(), publicKey: Type.String() }), { minItems: 1 }),
})

/** Our pages have 0.05 MB; whatever is a hundred times as large is no licence. */
const largestFile = 20_000_000

/** Reads the reply of `/api/licensing/verification-keys`, saved as a file. */
export function readVerificationKeys(json: string): Result<VerificationKeys, 'verificationKeysUnreadable'> {
  try {
    const content: unknown = JSON.parse(json)
    if (!Value.Check(KeysFile, content)) return refuse('verificationKeysUnreadable')
    return ok(Object.fromEntries(content.keys.map(key => [key.keyId, key.publicKey])))
  } catch {
    return refuse('verificationKeysUnreadable')
  }
}

/** The day, and where one was given a status list to ask as well. */
export interface Against {
  readonly today: Temporal.PlainDate
  readonly list?: ListCheck
}

/**
 * `yzt licence verify FILE|TEXT`: a licence PDF, a file with the scanned text, the text itself or the scanned address.
 * Needs neither network nor database. Never throws for what the file holds.
 */
export async function verifyLicenceInput(
  fileOrText: string,
  keys: VerificationKeys,
  { today, list }: Against,
): Promise<LicenceVerification> {
  const verified = verifyToken(await textOf(fileOrText), keys)
  if (!verified.ok) return { ok: false, verdict: verified.refusal, lines: refusalLines(verified) }
  const token = verified.value
  const verdict = verdictOn(token, today)
  if (list === undefined)
    return {
      ok: verdict !== 'expired',
      verdict,
      lines: [verdictLines[verdict], ...faceLines(token), offlineLine(today)],
    }
  const listed = listVerdictOf(token, keys, list)
  if (!listed.ok) return { ok: false, verdict: listed.refusal, lines: [...refusalLines(listed), ...faceLines(token)] }
  const { value } = listed
  const lines = [value.kind === 'clear' ? verdictLines[verdict] : value.line, ...faceLines(token), value.ageLine]
  if (value.kind !== 'clear') return { ok: false, verdict: value.kind, lines }
  return { ok: verdict !== 'expired', verdict, lines }
}

async function textOf(fileOrText: string): Promise<string> {
  // A scanned address is longer than any file name and may hold characters no file system takes.
  const file = await stat(fileOrText).catch(() => undefined)
  if (!file?.isFile()) return fileOrText
  if (file.size > largestFile) return ''
  const bytes = await readFile(fileOrText)
  return isPdf(bytes) ? (tokenOfPdf(bytes) ?? '') : bytes.toString('utf8')
}

function verdictOn({ validFrom, validTo }: LicenceToken, today: Temporal.PlainDate): keyof typeof verdictLines {
  if (today.toString() > validTo) return 'expired'
  return today.toString() < validFrom ? 'notYetInForce' : 'genuine'
}

const verdictLines = {
  genuine: '真实有效：签名由发证机关签发，内容没有被改动，且在有效期限内。',
  expired: '已过有效期限：签名真实，内容没有被改动，但有效期限已届满。',
  notYetInForce: '真实：签名由发证机关签发，内容没有被改动。新的有效期限还没有开始，在此之前请联网查询原期限。',
} as const

function faceLines(token: LicenceToken): string[] {
  const copy = token.copyNo === electronicCopy ? '电子证照' : `打印第 ${token.copyNo} 份`
  return [
    `许可证号：${token.licenceNo}`,
    `企业（字号）名称：${token.shopName}`,
    `负责人：${token.operatorMasked}`,
    `经营场所：${token.address}`,
    `有效期限：${token.validFrom} 至 ${token.validTo}`,
    `发证机关：${token.issuer}（${token.issuedOn} 发证）`,
    `证照第 ${token.version} 版，${copy}`,
  ]
}

const offlineLine = (today: Temporal.PlainDate): string =>
  `${formatDateZh(today)}离线核验。停业、注销等发证之后的变化，请联网查询。`

const words = { ...kernelRefusals, ...elicenceRefusals }

function refusalLines({ refusal, details }: Refusal<TokenRefusal | StatusListRefusal>): string[] {
  const { title, next } = words[refusal].zh
  return [`核验未通过：${fillText(title, details)}`, fillText(next, details)]
}
