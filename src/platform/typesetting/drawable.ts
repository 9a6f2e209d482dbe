import { shippedCoverage } from './coverage.ts'

/**
 * The same data with every text drawable: a character no font has leaves an open place (□) that a person fills in, for a
 * paper must go out all the same. Line ends stay.
 */
export function drawable<T>(value: T): T {
  const coverage = shippedCoverage()
  const drawn = (text: string) =>
    [...text].map(one => (one === '\n' || coverage.has(one.codePointAt(0) ?? 0) ? one : '□')).join('')
  return JSON.parse(JSON.stringify(value), (_, one: unknown) => (typeof one === 'string' ? drawn(one) : one)) as T
}
