import type { RefusalTable } from '#kernel/refusal'

/**
 * One table of all domains. A name has one meaning in the whole house: the same name with other words would silently be answered in
 * another domain's words, so it stops the server from being built.
 */
export function joinRefusals(tables: readonly RefusalTable[]): RefusalTable {
  const joined = new Map<string, RefusalTable[string]>()
  for (const [name, entry] of tables.flatMap(table => Object.entries(table))) {
    const known = joined.get(name)
    if (known && JSON.stringify(known) !== JSON.stringify(entry))
      throw new Error(`two domains have different words for the refusal ${name}`)
    joined.set(name, entry)
  }
  return Object.fromEntries(joined)
}
