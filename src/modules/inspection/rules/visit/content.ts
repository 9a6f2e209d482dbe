import { canonicalJson } from '../draw/canonical.ts'

/** What one field of a visit holds: plain texts, so that two programs write them alike. */
export type FieldValue = Readonly<Record<string, string | boolean | null>>

/** 记录行, in the order in which the server (or the telephone) took them. */
export type VisitLine =
  | { readonly kind: 'enter'; readonly field: string; readonly by: string; readonly value: FieldValue }
  | {
      readonly kind: 'choose'
      readonly field: string
      readonly by: string
      /** Whose value stands. */
      readonly side: string
      readonly reason: string
    }

interface Side {
  readonly by: string
  readonly value: FieldValue
}

export interface VisitContent {
  /** What stands, by field. */
  readonly fields: Readonly<Record<string, FieldValue>>
  /** 两人填得不一样: both, side by side, until one is chosen with a reason. */
  readonly conflicts: readonly { readonly field: string; readonly sides: readonly Side[] }[]
}

interface Held {
  readonly sides: Map<string, { readonly value: FieldValue; readonly place: number }>
  choice?: { readonly side: string; readonly place: number }
}

/**
 * 汇总: the last word of each officer about each field. Two different words stay two until a later choice; a word after the choice
 * opens the question again. Pure and without a clock: server and telephone come to the same content from the same lines.
 */
export function foldContent(lines: readonly VisitLine[]): VisitContent {
  const held = new Map<string, Held>()
  for (const [place, line] of lines.entries()) {
    const field: Held = held.get(line.field) ?? { sides: new Map() }
    held.set(line.field, field)
    if (line.kind === 'choose') field.choice = { side: line.side, place }
    else field.sides.set(line.by, { value: line.value, place })
  }
  const fields: Record<string, FieldValue> = {}
  const conflicts: { field: string; sides: readonly Side[] }[] = []
  for (const [field, it] of [...held].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const value = standing(it)
    if (value) fields[field] = value
    else if (it.sides.size > 0) conflicts.push({ field, sides: sidesOf(it) })
  }
  return { fields, conflicts }
}

const sidesOf = ({ sides }: Held): readonly Side[] =>
  [...sides].map(([by, { value }]) => ({ by, value })).toSorted((a, b) => (a.by < b.by ? -1 : 1))

function standing({ sides, choice }: Held): FieldValue | undefined {
  const words = [...sides.values()]
  const [first] = words
  if (first && words.every(({ value }) => canonicalJson(value) === canonicalJson(first.value))) return first.value
  const after = choice !== undefined && words.every(({ place }) => place < choice.place)
  return after ? sides.get(choice.side)?.value : undefined
}

/** The one text of a content: who signs, signs its SM3. The photos stand in it by their own SM3. */
export const contentText = (taskId: string, content: VisitContent, photos: readonly string[]): string =>
  canonicalJson({
    taskId,
    fields: content.fields,
    open: content.conflicts.map(({ field, sides }) => ({
      field,
      sides: sides.map(({ by, value }) => ({ by, value })),
    })),
    photos: photos.toSorted(),
  })

/** 核对码: enough of the digest that a second officer without network signs what the first one's telephone shows. */
export const shortCode = (digest: string): string => digest.slice(0, 8).toUpperCase()

/** Which fields differ from what somebody signed; `undefined` for what is no content text. */
export function fieldsChanged(signed: string, content: VisitContent): readonly string[] | undefined {
  try {
    const { fields } = JSON.parse(signed) as { fields?: Readonly<Record<string, FieldValue>> }
    if (typeof fields !== 'object') return undefined
    const all = new Set([...Object.keys(fields), ...Object.keys(content.fields)])
    const same = (field: string): boolean =>
      canonicalJson(fields[field] ?? null) === canonicalJson(content.fields[field] ?? null)
    return [...all].filter(field => !same(field)).toSorted()
  } catch {
    return undefined
  }
}
