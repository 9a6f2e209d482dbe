import type { Static, TSchema } from 'typebox'
import { currentLanguage, languageTags } from './language.ts'
import { localProblem, problemOf } from './problem.ts'

export { Problem } from './problem.ts'

/** What the client needs of a contract value: the server's routes and the terminal's device routes both have it. */
export interface Callable {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly url: string
  readonly reply: object | 'pdf' | 'empty'
  readonly params?: object
  readonly query?: object
  readonly body?: object
  readonly withoutKey?: string
}

type Typed<T, Key extends string> = T extends { readonly [K in Key]: infer S extends TSchema } ? Static<S> : never
type Needs<T extends Callable> = (T extends { readonly params: object } ? { params: Typed<T, 'params'> } : object) &
  (T extends { readonly body: object } ? { body: Typed<T, 'body'> } : object) &
  (T extends { readonly query: object } ? { query?: Partial<Typed<T, 'query'>> } : object)

interface Options {
  /** One key per intended act: pass the same key again when the same act is tried again. */
  idempotencyKey?: string
  signal?: AbortSignal
  /** Milliseconds; 20 s unless told. */
  patience?: number
}

export type Input<T extends Callable> = Needs<T> & Options

export type Reply<T extends Callable> = T['reply'] extends 'pdf'
  ? Blob
  : T['reply'] extends 'empty'
    ? undefined
    : T['reply'] extends infer S extends TSchema
      ? Static<S>
      : unknown

/** An act 办理动作 at a terminal: done, or kept on the machine (202) until the server can be reached. */
export type Acted<T extends Callable> = { state: 'done'; reply: Reply<T> } | { state: 'kept'; receipt: string }

type InputIfNeeded<T extends Callable> = object extends Input<T> ? [input?: Input<T>] : [input: Input<T>]

/**
 * Calls one route of a contract. Throws `Problem` for every refusal and for a lost network (`offline`, `timeout`).
 * The reply is trusted as typed: one build serves both ends, so the browser carries no validator.
 */
export async function call<T extends Callable>(route: T, ...[input]: InputIfNeeded<T>): Promise<Reply<T>> {
  const response = await send(route, input ?? ({} as Input<T>), {})
  return (await read(route, response)) as Reply<T>
}

/** The same to the device agent on this machine, which is another origin: no cookie goes there. */
export async function callDevice<T extends Callable>(origin: string, route: T, input: Input<T>): Promise<Reply<T>> {
  const response = await send(route, input, {}, origin)
  return (await read(route, response)) as Reply<T>
}

/** The same from the public site: the citizen's own cookie counts there, whoever else is signed in in this browser. */
export async function callFromPortal<T extends Callable>(route: T, ...[input]: InputIfNeeded<T>): Promise<Reply<T>> {
  const response = await send(route, input ?? ({} as Input<T>), { 'x-yzt-portal': '1' })
  return (await read(route, response)) as Reply<T>
}

/** The same as nobody: no cookie goes with it, whoever is signed in in this browser (举报). */
export async function callAsNobody<T extends Callable>(route: T, ...[input]: InputIfNeeded<T>): Promise<Reply<T>> {
  const response = await send(route, input ?? ({} as Input<T>), {}, '', 'omit')
  return (await read(route, response)) as Reply<T>
}

/** The same for an act of a citizen at a terminal: the agent beside the page keeps it first, then sends it. */
export async function act<T extends Callable>(route: T, ...[input]: InputIfNeeded<T>): Promise<Acted<T>> {
  const response = await send(route, input ?? ({} as Input<T>), { 'x-yzt-act': '1' })
  const reply = await read(route, response)
  if (response.status === 202 && isKept(reply)) return { state: 'kept', receipt: reply.receipt }
  return { state: 'done', reply: reply as Reply<T> }
}

const isKept = (reply: unknown): reply is { state: 'kept'; receipt: string } =>
  typeof reply === 'object' && reply !== null && 'state' in reply && reply.state === 'kept' && 'receipt' in reply

async function send<T extends Callable>(
  route: T,
  input: Input<T>,
  more: Readonly<Record<string, string>>,
  origin = '',
  credentials: RequestCredentials = 'same-origin',
): Promise<Response> {
  const given: Options & { params?: unknown; query?: unknown; body?: unknown } = input
  const headers: Record<string, string> = { 'accept-language': languageTags[currentLanguage()], ...more }
  if (given.body !== undefined) headers['content-type'] = 'application/json'
  if (route.method !== 'GET' && route.withoutKey === undefined) {
    headers['idempotency-key'] = given.idempotencyKey ?? freshKey()
  }
  const timeout = AbortSignal.timeout(given.patience ?? 20_000)
  try {
    const address = addressOf(route.url, given.params, { ...(given.query ?? {}), ...languageOfDevice(route.url) })
    return await fetch(origin + address, {
      method: route.method,
      headers,
      credentials,
      // Personal data must not lie in the browser's cache on the disk of a public machine.
      cache: 'no-store',
      signal: given.signal ? AbortSignal.any([given.signal, timeout]) : timeout,
      ...(given.body === undefined ? {} : { body: JSON.stringify(given.body) }),
    })
  } catch (error) {
    if (given.signal?.aborted) throw error
    throw localProblem(timeout.aborted ? 'timeout' : 'offline', currentLanguage())
  }
}

/** The agent beside the page chooses its words by `?lang=en`; the server reads Accept-Language. */
const languageOfDevice = (url: string): { lang?: string } =>
  url.startsWith('/device/') && currentLanguage() === 'en' ? { lang: 'en' } : {}

async function read(route: Callable, response: Response): Promise<unknown> {
  if (!response.ok) throw problemOf(response.status, await response.json().catch(() => undefined), currentLanguage())
  if (route.reply === 'pdf') return response.blob()
  if (response.status === 204 || route.reply === 'empty') return undefined
  return response.json().catch(() => {
    throw localProblem('offline', currentLanguage())
  })
}

/** `/api/x/:id` with its params and query filled in; absent query values are left out. */
export function addressOf(url: string, params: unknown = {}, query: unknown = {}): string {
  const values = params as Readonly<Record<string, unknown>>
  const path = url.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(values[name])))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query as object)) {
    if (value !== undefined && value !== '') search.set(name, String(value))
  }
  return search.size > 0 ? `${path}?${search}` : path
}

/** A random UUID; `crypto.randomUUID` does not exist on plain http addresses of a local network. */
export function freshKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
