import { Logger } from 'graphile-worker'
import { textWithoutQuotes } from '../log/error-fields.ts'
import type { Logger as Log } from '../log.ts'

/** The library's own messages, which may quote payloads, cut and at debug level only: what matters we log ourselves. */
export function quietLogger(log?: Log): Logger {
  return new Logger(
    () => (level, message) => log?.debug({ source: 'graphile-worker', severity: level }, textWithoutQuotes(message)),
  )
}
