import type { Language } from './language.ts'
import type { CitationText } from './law-text.ts'

/** Why a call failed: the server's problem+json (RFC 9457), or our own words when no answer came. */
export class Problem extends Error {
  /** HTTP status; 0 where no answer came. */
  readonly status: number
  /** The name of the refusal; `offline` and `timeout` where no answer came. */
  readonly code: string
  /** 发生了什么 */
  readonly title: string
  /** 接下来怎么办 */
  readonly next: string
  /** 依据 */
  readonly basis: readonly CitationText[]

  constructor(fields: ProblemFields) {
    super(`${fields.code}: ${fields.title}`)
    this.name = 'Problem'
    this.status = fields.status
    this.code = fields.code
    this.title = fields.title
    this.next = fields.next
    this.basis = fields.basis
  }

  /** The server was not reached, or did not answer in time: the same request may succeed later. */
  get unreachable(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 504
  }
}

export interface ProblemFields {
  status: number
  code: string
  title: string
  next: string
  basis: readonly CitationText[]
}

const words = {
  offline: {
    zh: ['网络不通，没有连上服务器。', '请稍后再试；一直不通的，请联系工作人员。'],
    en: ['The server could not be reached.', 'Try again in a moment; if it stays so, ask a member of staff.'],
  },
  timeout: {
    zh: ['服务器没有及时回答。', '请稍后再试。'],
    en: ['The server did not answer in time.', 'Try again in a moment.'],
  },
  unknown: {
    zh: ['这一步没有办成。', '请再试一次；仍不行的，请联系工作人员。'],
    en: ['This step did not succeed.', 'Try again; if it fails again, ask a member of staff.'],
  },
} as const

/** A problem of our own making, for when no readable answer came. */
export function localProblem(code: 'offline' | 'timeout' | 'unknown', language: Language, status = 0): Problem {
  const [title, next] = words[code][language]
  return new Problem({ status, code, title, next, basis: [] })
}

/** Reads a problem+json body of any shape; what is missing is filled with our own words. */
export function problemOf(status: number, body: unknown, language: Language): Problem {
  const given = typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>) : {}
  const fallback = localProblem('unknown', language, status)
  return new Problem({
    status,
    code: textOr(given['code'], `http${status}`),
    title: textOr(given['title'], fallback.title),
    next: textOr(given['next'], fallback.next),
    basis: Array.isArray(given['basis']) ? given['basis'].map(citationIn).filter(isCitation) : [],
  })
}

const textOr = (value: unknown, otherwise: string): string =>
  typeof value === 'string' && value !== '' ? value : otherwise

/** The server sends each article as `{ citation, text }`; other senders may give the bare citation. */
const citationIn = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'citation' in value ? value.citation : value

function isCitation(value: unknown): value is CitationText {
  return typeof value === 'object' && value !== null && 'instrument' in value && 'article' in value
}
