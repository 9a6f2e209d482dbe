/** One HTTP exchange with the server, with the agent's time-out; never throws. */
export interface Letter {
  method: string
  /** Path with query, as it is signed. */
  path: string
  headers?: Record<string, string>
  body?: Uint8Array
}

export type Answer =
  | { kind: 'reply'; status: number; headers: Headers; body: Buffer }
  /** neverSent: no connection, so the server cannot have acted on it. Otherwise nobody knows. */
  | { kind: 'noAnswer'; neverSent: boolean }

export type Post = (letter: Letter) => Promise<Answer>

const mostReplyBytes = 32 * 1024 * 1024

/** @param server its address, e.g. https://yzt.example; @param timeoutMs for the whole exchange, last byte included. */
export function postOffice(server: string, timeoutMs = 10_000): Post {
  return async ({ method, path, headers, body }) => {
    try {
      const response = await fetch(new URL(path, server), {
        method,
        headers: { ...headers },
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
        ...(body ? { body: Buffer.from(body) } : {}),
      })
      return { kind: 'reply', status: response.status, headers: response.headers, body: await bodyOf(response) }
    } catch (error) {
      return { kind: 'noAnswer', neverSent: isNotConnected(error) }
    }
  }
}

async function bodyOf(response: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.length
    if (size > mostReplyBytes) throw new Error('reply too long')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function isNotConnected(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  return (
    typeof code === 'string' && ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH'].includes(code)
  )
}

/** The body of a JSON reply; undefined when it is none. */
export function jsonOf(answer: { body: Buffer }): unknown {
  try {
    return JSON.parse(answer.body.toString('utf8'))
  } catch {
    return undefined
  }
}

/** The name of the refusal in a problem+json reply, if it is one. */
export function problemCode(answer: Answer): string | undefined {
  if (answer.kind === 'noAnswer' || answer.status < 400) return undefined
  const problem = jsonOf(answer)
  const code = typeof problem === 'object' && problem && 'code' in problem ? problem.code : undefined
  return typeof code === 'string' ? code : undefined
}
