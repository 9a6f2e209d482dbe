import type { Moment } from '#kernel/dates'
import { parseLicenceNo } from '#kernel/licence-no'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import { bind, type RouteBinding } from '#platform/module'
import { routes, type Verification } from '../contract.ts'
import { type VerifiedCopy, verificationOf } from '../elicence/verification.ts'
import { bureauOn } from '../papers/bureau.ts'
import { findCurrentLicence } from '../queries/print-licence.ts'
import { findCopy } from '../queries/verify-copy.ts'
import { findStatusList } from '../store/status-lists.ts'

/** The register answers anyone; what it answers is masked. */
const everyone = { areas: 'all' } as const

interface Question {
  readonly licenceNo: string
  readonly version?: number | undefined
  readonly copyNo?: number | undefined
}

/** 公开核验 and the public keys: what the QR code on the wall leads to. */
export const verificationRoutes: readonly RouteBinding[] = [
  bind(routes.verify, ask => ask.read(tx => verify(tx, { ...ask.params, ...ask.query }, ask.at), everyone)),

  bind(routes.statusList, async ask => {
    const stored = await ask.read(findStatusList, everyone)
    if (stored === undefined) return refuse('statusListNotYet')
    const { text, ...head } = stored
    return ok({ ...head, list: text })
  }),

  bind(routes.verificationKeys, async ({ services, at }) => {
    const keys = Object.entries(services.keyring.licencePublicKeys())
    return ok({ bureau: bureauOn(at.today).name, keys: keys.map(([keyId, publicKey]) => ({ keyId, publicKey })) })
  }),
]

async function verify(tx: Tx, question: Question, at: Moment): Promise<Result<Verification>> {
  const licenceNo = parseLicenceNo(question.licenceNo)
  if (!licenceNo.ok) return licenceNo
  const licence = await findCurrentLicence(tx, licenceNo.value)
  if (licence === undefined) return refuse('notFound')
  const { version = licence.version, copyNo } = question
  // A number beyond the counter's range is as unknown as one never given out; the database would call it an error.
  if (!isCounter(version)) return refuse('licenceVersionUnknown')
  const copy = await findCopy(tx, { licenceNo: licence.licenceNo, version, copyNo: isCounter(copyNo) ? copyNo : -1 })
  if (!copy.issued) return refuse('licenceVersionUnknown')
  const verified: VerifiedCopy = { version, copyNo: copy.known ? (copyNo ?? null) : null }
  return ok(verificationOf(licence, verified, at))
}

const isCounter = (n: number | undefined): n is number => n !== undefined && n >= 0 && n <= 2_147_483_647
