/** What the database says about an error apart from its text; none of it holds data of a row. */
const safe = ['code', 'severity', 'schema', 'table', 'column', 'constraint', 'routine', 'syscall'] as const

/**
 * An error for the log: its class, its text without anything quoted, and the places in the code it came from.
 * A database quotes the row it stumbled over in the text and in `detail`, a parser quotes its input.
 */
export function errorFields(error: unknown, depth = 0): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error }
  const fields: Record<string, unknown> = {
    type: error.name,
    text: textWithoutQuotes(error.message),
    at: placesOf(error),
  }
  for (const key of safe) {
    const value: unknown = Reflect.get(error, key)
    if (typeof value === 'string') fields[key] = value
  }
  if (error.cause !== undefined && depth < 3) fields['cause'] = errorFields(error.cause, depth + 1)
  return fields
}

/** Cuts what stands in quotes or brackets, numbers of four digits and more, and Chinese words: a name may be any of them. */
export function textWithoutQuotes(text: string): string {
  return text
    .slice(0, 1000)
    .replaceAll(/"[^"]*(?:"|$)|'[^']*(?:'|$)|`[^`]*(?:`|$)|\([^)]*(?:\)|$)/gu, '…')
    .replaceAll(/[\p{Script=Han}·]+|[+\d][\d -]{2,}[\dxX]/gu, '…')
}

/** Cuts addresses of pages and numbers of six digits and more: enough for a message that a programmer wrote. */
export function withoutNumbers(text: string): string {
  return text.replaceAll(/:\/\S+|\d{6,}[\dxX]*/gu, '…')
}

function placesOf(error: Error): string[] {
  const lines = (error.stack ?? '').split('\n').filter(line => /^\s+at .*:\d+:\d+\)?$/u.test(line))
  return lines.slice(0, 10).map(line => line.trim().slice(3))
}
