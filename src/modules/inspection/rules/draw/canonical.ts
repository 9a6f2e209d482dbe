/** SM3 (GB/T 32905) of a UTF-8 text, as lower-case hexadecimal: the server's and the browser's are handed in alike. */
export type TextDigest = (text: string) => string

type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain }

/**
 * One text for one value (RFC 8785 for what we use: no fractions): keys by UTF-16 code unit, no blanks.
 * Throws on a fraction or an unsafe integer: two programs may write them differently.
 */
export function canonicalJson(value: Plain): string {
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new RangeError(`no canonical form: ${value}`)
    return String(value)
  }
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  const entries = Object.entries(value as { readonly [key: string]: Plain }).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`).join(',')}}`
}
