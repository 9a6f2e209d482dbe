import { routes as licensing } from '#contract/licensing'
import type { SignedLicenceToken } from '#kernel/licence-token'
import { call, Problem } from '../../shared/api.ts'
import { type BureauKeys, checkSignature } from './check-signature.ts'
import { browserShelf, keepKeys, keptKeys } from './key-store.ts'
import { judgeNumber, judgeToken, type StatusFinding, type Verdict } from './verdict.ts'

export interface Finding {
  readonly verdict: Verdict
  readonly status: StatusFinding
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

/** Signature first, in the browser; the register is not asked about a code that the bureau did not sign. */
export async function verifyToken(signed: SignedLicenceToken): Promise<Finding> {
  const signature = await checkSignature(signed, await findKeys())
  const { licenceNo, version, copyNo } = signed.token
  const status = signature === 'bad' ? 'unreachable' : await askStatus(licenceNo, { version, copyNo })
  return { verdict: judgeToken(signed.token, { signature, status }, todayInChina()), status }
}

export async function verifyNumber(licenceNo: string): Promise<Finding> {
  const status = await askStatus(licenceNo)
  return { verdict: judgeNumber(status), status }
}

const todayInChina = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
