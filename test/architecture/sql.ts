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

/** 举报人 lie in a schema that two stores of intelligence may name, and nothing else: not even its own queries. */
const mayNameInformant = /^src\/modules\/intelligence\/(store\/(informant|reporter-calls|rewards)\.ts|migrations\/)/

/** One schema a domain: another's rows are read only through its `published_*` views. */
export function sqlViolations({ path, text }: Source): Violation[] {
  const own = /^src\/modules\/(\w+)\//.exec(path)?.[1]
  if (
    !own ||
    !/(\.sql|store\S*\.ts|queries\S*\.ts|queries\/.*\.ts|actions\/.*\.ts|jobs\S*\.ts)$/.test(path) ||
    /\.test\.ts$/.test(path)
  )
    return []
  const plain = plainOf(text)
  const vault =
    !mayNameInformant.test(path) && /\binformant\.(?!ts\b)\w+/.test(plain) && /\bsql\b|\.sql$/.test(plain + path)
  if (vault) return [{ path, rule: `only the vault's own stores may name the schema informant` }]
  const found = plain.matchAll(schemaName)
  return [...found].flatMap(match => {
    const [whole, schema = '', name = ''] = match
    const before = plain.slice(Math.max(0, match.index - 300), match.index)
    const foreign = schema !== own && !name.startsWith('published_')
    return foreign && inSql.test(before)
      ? [{ path, rule: `SQL of ${own} names ${whole}; only published_* views of ${schema} may be read` }]
      : []
  })
}

const plainOf = (text: string): string => text.replaceAll(/--[^\n]*|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '')
