import { ok, type Result, refuse } from '#kernel/refusal'
import { type Audience, checkShownWords } from '../guard/check-words.ts'

/** Hosts that a code in a picture may lead to: our own, and those the bureau named, with what stands below them (`gov.cn`). */
export interface KnownHosts {
  readonly own: string
  readonly others: readonly string[]
}

/**
 * 画面里的码: a viewer's telephone follows it, so it is held to what a text is held to. A link leads to the house itself or to a host
 * the bureau named; whatever else opens something (a payment, a mini-program) is a link too. Plain words pass the guard of words.
 * Refuses `pictureLinkForeign` with the link, `adWords`.
 */
export function checkCodes(codes: readonly string[], hosts: KnownHosts, audience: Audience): Result<readonly string[]> {
  const foreign = codes.find(code => isLink(code) && !leadsHome(code, hosts))
  if (foreign !== undefined) return refuse('pictureLinkForeign', { link: foreign.slice(0, 120) })
  const words = checkShownWords(codes, audience)
  return words.ok ? ok(codes) : words
}

/** `https://…`, `wxp://…`, and an address that a telephone completes by itself. */
const isLink = (code: string): boolean => /^[a-z][a-z0-9+.-]*:|^www\.|^[a-z0-9-]+(\.[a-z0-9-]+)+\//iu.test(code.trim())

function leadsHome(code: string, { own, others }: KnownHosts): boolean {
  const text = code.trim()
  if (!URL.canParse(text)) return false
  const { protocol, hostname, host, username } = new URL(text)
  if (protocol !== 'https:' && protocol !== 'http:') return false
  // `https://gov.cn@elsewhere.example` leads elsewhere; nobody honest writes a name before the host.
  if (username !== '') return false
  return host === own || others.some(other => hostname === other || hostname.endsWith(`.${other}`))
}
