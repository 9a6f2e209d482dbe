import { routes as licensing } from '#contract/licensing'
import type { LicenceToken, SignedLicenceToken } from '#kernel/licence-token'
import { statusInList, statusListAge } from '#kernel/status-list'
import { call, Problem } from '../../shared/api.ts'
import { type BureauKeys, checkSignature } from './check-signature.ts'
import { browserShelf, keepKeys, keptKeys } from './key-store.ts'
import { newestList } from './list-store.ts'
import { judgeNumber, judgeToken, type ListFinding, type StatusFinding, type Verdict } from './verdict.ts'

export interface Finding {
  readonly verdict: Verdict
  readonly status: StatusFinding
  /** What the kept status list says; only asked where the register cannot be. */
  readonly listed?: ListFinding | undefined
}

/** Fresh keys where the network allows, else those kept from the last time. */
async function findKeys(): Promise<BureauKeys | undefined> {
  try {
    const keys = await call(licensing.verificationKeys, { patience: 6_000 })
    keepKeys(browserShelf(), keys)
    return keys
  } catch {
    return keptKeys(browserShelf())
  }
}

async function askStatus(licenceNo: string, paper: { version?: number; copyNo?: number } = {}): Promise<StatusFinding> {
  try {
    return await call(licensing.verify, { params: { licenceNo }, query: paper, patience: 6_000 })
  } catch (error) {
    return error instanceof Problem && error.status === 404 ? 'notFound' : 'unreachable'
  }
}

/** The list of the day where the network allows; kept for when it does not. */
async function askList(token: LicenceToken, keys: BureauKeys | undefined): Promise<ListFinding | undefined> {
  const fetched = await call(licensing.statusList, { patience: 6_000 }).catch(() => undefined)
  const list = await newestList(browserShelf(), keys, fetched?.list)
  if (list === undefined) return undefined
  return { ...statusListAge(list, Date.now()), issuedAt: list.issuedAt, status: statusInList(list, token) }
}

/** Signature first, in the browser; the register is not asked about a code that the bureau did not sign. */
export async function verifyToken(signed: SignedLicenceToken): Promise<Finding> {
  const keys = await findKeys()
  const signature = await checkSignature(signed, keys)
  const { licenceNo, version, copyNo } = signed.token
  const [status, listed] =
    signature === 'bad'
      ? (['unreachable', undefined] as const)
      : await Promise.all([askStatus(licenceNo, { version, copyNo }), askList(signed.token, keys)])
  return { verdict: judgeToken(signed.token, { signature, status, listed }, todayInChina()), status, listed }
}

export async function verifyNumber(licenceNo: string): Promise<Finding> {
  const status = await askStatus(licenceNo)
  return { verdict: judgeNumber(status), status }
}

const todayInChina = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
