import pino from 'pino'

/**
 * Writes one line of JSON: the name of what happened and plain facts about the machine.
 * Never a name, number, token, address or anything a person typed.
 */
export type Log = (event: string, facts?: Readonly<Record<string, string | number | boolean>>) => void

export function standardLog(): Log {
  const logger = pino({ base: { part: 'agent' } })
  return (event, facts = {}) => logger.info(facts, event)
}
