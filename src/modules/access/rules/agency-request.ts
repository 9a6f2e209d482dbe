import { ok, type Result, refuse } from '#kernel/refusal'

/** What a partner's system sends with every request: the terminals' way of signing, with a signature of its own key in place of a channel. */
export interface AgencySigns {
  readonly keyId: string
  /** When it was signed, ISO with offset. */
  readonly time: string
  readonly nonce: string
  /** SM2, DER in hex. */
  readonly signature: string
}

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>

export const claimsAgency = (headers: Headers): boolean => headers['x-yzt-partner-key'] !== undefined

/** Reads the four headers. One that cannot be right is refused as a wrong signature: it tells a stranger nothing more. */
export function readAgencySigns(headers: Headers): Result<AgencySigns, 'partnerSignatureWrong'> {
  const one = (name: string) => (typeof headers[name] === 'string' ? headers[name] : '')
  const signs = {
    keyId: one('x-yzt-partner-key').toLowerCase(),
    time: one('x-yzt-partner-time'),
    nonce: one('x-yzt-partner-nonce'),
    signature: one('x-yzt-partner-signature').toLowerCase(),
  }
  const wellFormed =
    /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(signs.keyId) &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?(?:Z|[+-]\d\d:\d\d)$/u.test(signs.time) &&
    /^[\w-]{16,64}$/u.test(signs.nonce) &&
    /^[0-9a-f]{16,200}$/u.test(signs.signature)
  return wellFormed ? ok(signs) : refuse('partnerSignatureWrong')
}

/** The text under the signature: every part that a man in the middle could want to change. */
export function agencyRequestText(
  { keyId, time, nonce }: Pick<AgencySigns, 'keyId' | 'time' | 'nonce'>,
  request: { readonly method: string; readonly path: string; readonly bodyDigest: string },
): string {
  return ['yzt-partner-v1', keyId, time, nonce, request.method, request.path, request.bodyDigest].join('\n')
}

/** Whether the clock of the request is near enough to ours; a nonce is remembered for as long. */
export function isTimely(time: string, now: Temporal.Instant, windowSeconds: number): boolean {
  try {
    const apart = Math.abs(Temporal.Instant.from(time).epochMilliseconds - now.epochMilliseconds)
    return apart <= windowSeconds * 1000
  } catch {
    return false
  }
}
