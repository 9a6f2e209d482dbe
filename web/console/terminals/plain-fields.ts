/** The fields of an unknown body that are text, number or yes/no; anything nested is left out. */
export function plainFields(body: unknown): [string, string][] {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return []
  return Object.entries(body).flatMap(([name, value]) =>
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? [[name, String(value).slice(0, 200)] as [string, string]]
      : [],
  )
}
