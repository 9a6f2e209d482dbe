import { type Field, numbered, textAt } from './field.ts'

/**
 * Columns that repeat others. Evidence must be counted once: a full name beside first name and family name is no third
 * witness. A column that is two names joined fills the gaps of the two and goes; of a column that contains the names, what it says beyond
 * them stays.
 */
export function independentFields(fields: readonly Field[]): Field[] {
  const joined = fields.flatMap(field => joinOf(field, fields) ?? [])
  const filled = fields
    .filter(field => !joined.some(({ whole }) => whole === field))
    .map(field => joined.reduce((now, join) => withGapsFilled(now, field, join), field))
  return filled.flatMap(field => withoutWordsOf(field, filled) ?? [])
}

interface Join {
  readonly whole: Field
  readonly first: Field
  readonly last: Field
}

function joinOf(whole: Field, fields: readonly Field[]): Join | undefined {
  if (whole.kind.name !== 'words') return undefined
  const names = fields.filter(({ kind }) => kind.name === 'name')
  for (const first of names)
    for (const last of names) if (first !== last && isJoin({ whole, first, last })) return { whole, first, last }
  return undefined
}

function isJoin({ whole, first, last }: Join): boolean {
  let seen = 0
  let same = 0
  for (let record = 0; record < whole.value.length; record += 1) {
    const [text, head, tail] = [textAt(whole, record), textAt(first, record), textAt(last, record)]
    if (text === '' || head === '' || tail === '') continue
    seen += 1
    if (text === `${head} ${tail}`) same += 1
  }
  return seen > 0 && same / seen > 0.8
}

function withGapsFilled(now: Field, original: Field, { whole, first, last }: Join): Field {
  if (original !== first && original !== last) return now
  const other = original === first ? last : first
  const cells = Array.from(now.value, (_, record) => {
    const own = textAt(now, record)
    return own === '' ? partOf(textAt(whole, record), textAt(other, record), original === first) : own
  })
  return numbered(now.name, now.kind, cells)
}

/** The part of a joined name beside the known one; without a known one its first or last word. */
function partOf(whole: string, known: string, isFirst: boolean): string {
  if (whole === '') return ''
  if (known !== '') {
    if (isFirst && whole.endsWith(` ${known}`)) return whole.slice(0, -known.length - 1)
    if (!isFirst && whole.startsWith(`${known} `)) return whole.slice(known.length + 1)
  }
  return (isFirst ? whole.split(' ')[0] : whole.split(' ').at(-1)) ?? ''
}

/** Without the words that names of the same record already say; undefined when next to nothing is left. */
function withoutWordsOf(field: Field, fields: readonly Field[]): Field | undefined {
  if (field.kind.name !== 'words') return field
  const names = fields.filter(({ kind }) => kind.name === 'name')
  let repeated = 0
  const cells = Array.from(field.value, (_, record) => {
    const said = textAt(field, record).split(' ')
    const before = said.length
    for (const other of names) {
      const at = said.indexOf(textAt(other, record))
      if (at >= 0) said.splice(at, 1)
    }
    if (said.length < before) repeated += 1
    return said.join(' ')
  })
  if (repeated < 0.7 * field.present) return field
  const rest = numbered(field.name, field.kind, cells)
  return rest.present > 0.05 * field.present ? rest : undefined
}
