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
