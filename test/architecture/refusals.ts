import { kernelRefusals } from '../../src/kernel/refusal-texts.ts'
import { platformRefusals } from '../../src/platform/http/refusals.ts'
import type { Source } from './imports.ts'

const platformNames = new Set([...Object.keys(kernelRefusals), ...Object.keys(platformRefusals), 'surprise'])
/** Refusals of commands and of the agent's own loopback door have their words where they are said. */
const elsewhere = /^(agent|web|town)\/|^src\/(kernel|app)\/|\.test\.ts$|\/testing\//

/** Names given to `refuse('…')` in the server for which no table holds words. */
export function houseRefusalNames(sources: readonly Source[]): string[] {
  const server = sources.filter(({ path }) => path.startsWith('src/') && !elsewhere.test(path))
  const tables = sources
    .filter(({ path }) => /refusal|words/.test(path) || /^src\/modules\/\w+\/index\.ts$/.test(path))
    .map(({ text }) => text)
    .join('\n')
  const given = server.flatMap(({ text }) => [...text.matchAll(/\brefuse\(\s*'(\w+)'/g)].map(match => match[1] ?? ''))
  return [...new Set(given)]
    .filter(name => !platformNames.has(name) && !new RegExp(`\\b${name}:\\s`).test(tables))
    .toSorted()
}

/** Names that two domains have words for: the house has one table for all of them and does not start with two. */
export function doubledRefusals(sources: readonly Source[]): string[] {
  const homes = new Map<string, Set<string>>()
  for (const { path, text } of sources) {
    const domain = /^src\/modules\/(\w+)\/refusals(?:\.ts|\/)/.exec(path)?.[1]
    if (domain === undefined) continue
    for (const [, name = ''] of text.matchAll(/^ {2}(\w+): (?:entry\(|\{$)/gm))
      homes.set(name, (homes.get(name) ?? new Set()).add(domain))
  }
  return [...homes].flatMap(([name, domains]) => (domains.size > 1 ? [`${name}: ${[...domains].join(', ')}`] : []))
}
