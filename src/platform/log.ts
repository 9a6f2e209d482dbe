import { type DestinationStream, type LogFn, type Logger, type LoggerOptions, pino } from 'pino'
import { blanked } from './log/blanked.ts'
import { errorFields, textWithoutQuotes, withoutNumbers } from './log/error-fields.ts'

export type { Logger } from 'pino'

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent'

/** What a line about a request may say of it; fits a Fastify request. */
interface RequestLike {
  readonly id?: unknown
  readonly method?: string
  readonly routeOptions?: { readonly url?: string | undefined }
}

/** What a line about a reply may say of it; fits a Fastify reply. */
interface ReplyLike {
  readonly statusCode?: number
  readonly elapsedTime?: number
}

/**
 * The log (日志) of a process: one JSON object a line on the standard output, or where `destination` says.
 *
 * Nothing personal may reach it. Of a request (`req`) it keeps the method, the pattern of the route, never the address
 * with its numbers, and the id; of a reply (`res`) status and milliseconds; of an error (`err`) class, codes and places.
 * Keys that name personal data or secrets are blanked at any depth, in child loggers too. The message is the
 * programmer's own fixed text: put no data into it.
 */
export function createLogger(options: { level: LogLevel; process?: string; destination?: DestinationStream }): Logger {
  const settings: LoggerOptions = {
    level: options.level,
    base: { process: options.process ?? 'server', pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: label => ({ level: label }), log: blanked },
    serializers: { req: requestFields, res: replyFields, err: error => errorFields(error) },
    hooks: { logMethod: withCleanText },
  }
  const log = options.destination === undefined ? pino(settings) : pino(settings, options.destination)
  return withCleanChildren(log)
}

/** pino offers no way to see what is bound to a child. Children inherit this from their parent. */
function withCleanChildren(log: Logger): Logger {
  const child: (bindings: Record<string, unknown>, options?: object) => Logger = log.child
  const clean = function (this: Logger, bindings: Record<string, unknown>, options?: object) {
    return child.call(this, blanked(bindings), options)
  }
  return Object.assign(log, { child: clean })
}

function requestFields(request: RequestLike) {
  return { id: request.id, method: request.method, route: request.routeOptions?.url ?? '(none)' }
}

function replyFields(reply: ReplyLike) {
  return { status: reply.statusCode, ms: reply.elapsedTime === undefined ? undefined : Math.round(reply.elapsedTime) }
}

/** pino and Fastify make an error's text, or the address of an unknown route, the message of the line. */
function withCleanText(this: Logger, args: Parameters<LogFn>, method: LogFn): void {
  const [first, text, ...rest]: unknown[] = args
  if (typeof first === 'string') {
    method.apply(this, [withoutNumbers(first), text, ...rest] as unknown as Parameters<LogFn>)
    return
  }
  const error: unknown = first instanceof Error ? first : isObject(first) ? first['err'] : undefined
  const own = error instanceof Error && (text === undefined || text === error.message)
  const message = own ? textWithoutQuotes(error.message) : typeof text === 'string' ? withoutNumbers(text) : text
  const fields = first instanceof Error ? { err: first } : first
  method.apply(this, [fields, message, ...rest] as Parameters<LogFn>)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
