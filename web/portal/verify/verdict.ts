import type { Verification } from '#contract/licensing'
import type { LicenceToken } from '#kernel/licence-token'
import type { ListedStatus } from '#kernel/status-list'

/** What the browser found about the signature of a code; `noKeys` = no network and no key kept from before. */
export type SignatureFinding = 'good' | 'bad' | 'unknownKey' | 'noKeys'

/** What the register says; `unreachable` = nobody could be asked. */
export type StatusFinding = Verification | 'notFound' | 'unreachable'

/** What the newest signed status list (状态清单) on this phone says, and how old it is. */
export interface ListFinding {
  readonly status: ListedStatus
  readonly hours: number
  readonly stale: boolean
  readonly issuedAt: string
}

export type VerdictKind =
  | 'valid'
  | 'superseded'
  | 'differs'
  | 'suspended'
  | 'rectifying'
  | 'expiredPending'
  | 'expired'
  | 'cancelled'
  | 'notValid'
  | 'forged'
  | 'unknownSigner'
  | 'notOnRecord'
  | 'offlineValid'
  | 'offlineVoid'
  | 'offlineSigned'
  | 'offlineEnded'
  | 'offlineUnchecked'

type Tone = 'good' | 'wait' | 'bad'

/** Word, shape and colour of a verdict: the shape alone must tell good from bad on a grey print. */
export interface Verdict {
  readonly kind: VerdictKind
  readonly tone: Tone
  readonly sign: '✓' | '◆' | '✕'
}

const tones: Readonly<Record<VerdictKind, Tone>> = {
  valid: 'good',
  superseded: 'wait',
  differs: 'bad',
  suspended: 'wait',
  rectifying: 'wait',
  expiredPending: 'wait',
  expired: 'bad',
  cancelled: 'bad',
  notValid: 'bad',
  forged: 'bad',
  unknownSigner: 'bad',
  notOnRecord: 'bad',
  offlineValid: 'good',
  offlineVoid: 'bad',
  offlineSigned: 'wait',
  offlineEnded: 'bad',
  offlineUnchecked: 'wait',
}

const signs: Readonly<Record<Tone, Verdict['sign']>> = { good: '✓', wait: '◆', bad: '✕' }

export const verdict = (kind: VerdictKind): Verdict => ({ kind, tone: tones[kind], sign: signs[tones[kind]] })

/**
 * The verdict on a scanned code. The signature is asked first: what a forged code says about itself is worth nothing,
 * even when the number in it belongs to a valid licence. `today` is an ISO day in China.
 */
export function judgeToken(
  token: LicenceToken,
  found: {
    readonly signature: SignatureFinding
    readonly status: StatusFinding
    readonly listed?: ListFinding | undefined
  },
  today: string,
): Verdict {
  const { signature, status } = found
  if (signature === 'bad') return verdict('forged')
  // Without network the key may simply be newer than what this phone has kept.
  if (signature === 'unknownKey') return verdict(status === 'unreachable' ? 'offlineUnchecked' : 'unknownSigner')
  if (status === 'unreachable') {
    if (signature === 'noKeys') return verdict('offlineUnchecked')
    return verdict(offlineKind(token, found.listed, today))
  }
  if (signature === 'noKeys') return verdict('offlineUnchecked')
  if (status === 'notFound') return verdict('notOnRecord')
  return verdict(kindOnRecord(status, token))
}

/** Without network: what had ended by the list has ended; only a fresh list may say that a licence stands. */
function offlineKind(token: LicenceToken, listed: ListFinding | undefined, today: string): VerdictKind {
  const status = listed?.status
  if (status?.kind === 'state') return known.find(state => state === status.state) ?? 'offlineVoid'
  if (status?.kind === 'oldVersion' || status?.kind === 'voidCopy') return 'offlineVoid'
  if (token.validTo < today) return 'offlineEnded'
  return status?.kind === 'clear' && listed?.stale === false && token.validFrom <= today
    ? 'offlineValid'
    : 'offlineSigned'
}

/** The verdict on a typed number: there is no signature, only what the register says. */
export function judgeNumber(status: StatusFinding): Verdict {
  if (status === 'unreachable') return verdict('offlineUnchecked')
  return verdict(status === 'notFound' ? 'notOnRecord' : stateKind(status))
}

function kindOnRecord(status: Verification, token: LicenceToken): VerdictKind {
  const kind = stateKind(status)
  if (kind !== 'valid') return kind
  if (status.currentVersion > token.version) return 'superseded'
  return status.shopName === token.shopName && status.validTo === token.validTo ? 'valid' : 'differs'
}

const known = ['suspended', 'rectifying', 'expiredPending', 'expired', 'cancelled'] as const

/** Only the server's own `valid` makes a licence valid; a state this page has never heard of does not. */
function stateKind(status: Verification): VerdictKind {
  const named = known.find(state => state === status.state)
  if (named !== undefined) return named
  return status.valid ? 'valid' : 'notValid'
}
