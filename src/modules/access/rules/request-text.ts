import { ok, type Result, refuse } from '#kernel/refusal'

/** What a terminal sends with every request (decision 0002 §3). */
export interface RequestSigns {
  readonly terminalId: string
  readonly channelId: string
  readonly counter: number
  /** Hex, 64 digits. */
  readonly mac: string
  /** Token of the citizen's session, or empty. */
  readonly session: string
}

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu

/** Whether somebody claims to be a terminal: one header of four is claim enough. */
export const claimsTerminal = (headers: Headers): boolean =>
  headers['x-yzt-terminal'] !== undefined || headers['x-yzt-mac'] !== undefined

/** Reads the five headers. One that cannot be right is refused as a wrong code: it tells a stranger nothing more. */
export function readRequestSigns(headers: Headers): Result<RequestSigns, 'macWrong'> {
  const one = (name: string) => (typeof headers[name] === 'string' ? headers[name] : '')
  const signs = {
    terminalId: one('x-yzt-terminal'),
    channelId: one('x-yzt-channel'),
    counter: /^[1-9]\d{0,15}$/u.test(one('x-yzt-counter')) ? Number(one('x-yzt-counter')) : 0,
    mac: one('x-yzt-mac').toLowerCase(),
    session: one('x-yzt-session'),
  }
  const wellFormed =
    uuid.test(signs.terminalId) &&
    uuid.test(signs.channelId) &&
    signs.counter > 0 &&
    Number.isSafeInteger(signs.counter) &&
    /^[0-9a-f]{64}$/u.test(signs.mac) &&
    /^[\w-]{0,100}$/u.test(signs.session)
  return wellFormed ? ok(signs) : refuse('macWrong')
}

/** The text under the code of a request: every part that a man in the middle could want to change. */
export function requestText(
  signs: Pick<RequestSigns, 'channelId' | 'counter' | 'session'>,
  request: { readonly method: string; readonly path: string; readonly bodyDigest: string },
): string {
  const { channelId, counter, session } = signs
  return ['yzt-request-v1', channelId, counter, request.method, request.path, request.bodyDigest, session].join('\n')
}

/** The public site sends this with every call; it only chooses which of two cookies is read. */
export const fromPortal = (headers: Readonly<Record<string, unknown>>): boolean => headers['x-yzt-portal'] === '1'
