import type { Source, Violation } from './imports.ts'

const modules = [
  'access',
  'registry',
  'licensing',
  'delivery',
  'exchange',
  'outreach',
  'monitoring',
  'inspection',
  'credit',
  'intelligence',
  'cases',
  'partners',
  'metrics',
  'policies',
]
const schemaName = new RegExp(`\\b(${modules.join('|')})\\.(\\w+)`, 'g')
/** After these words an SQL statement names a table or function; elsewhere `licensing.submit` may be an action's name. */
const inSql =
  /\b(from|join|into|update|table|on|references|policy\s+\w+\s+on|select|exists|view|function|trigger|grant|schema|execute\s+function)\b[^;'`]*$/i

/** One schema a domain: another's rows are read only through its `published_*` views. */
export function sqlViolations({ path, text }: Source): Violation[] {
  const own = /^src\/modules\/(\w+)\//.exec(path)?.[1]
  if (
    !own ||
    !/(\.sql|store\S*\.ts|queries\S*\.ts|queries\/.*\.ts|actions\/.*\.ts|jobs\S*\.ts)$/.test(path) ||
    /\.test\.ts$/.test(path)
  )
    return []
  const plain = text.replaceAll(/--[^\n]*|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '')
  return [...plain.matchAll(schemaName)].flatMap(match => {
    const [whole, schema = '', name = ''] = match
    const before = plain.slice(Math.max(0, match.index - 300), match.index)
    const foreign = schema !== own && !name.startsWith('published_')
    return foreign && inSql.test(before)
      ? [{ path, rule: `SQL of ${own} names ${whole}; only published_* views of ${schema} may be read` }]
      : []
  })
}
