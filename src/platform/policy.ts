import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Type, { type Static } from 'typebox'
import { Value } from 'typebox/value'
import { type Citation, instruments } from '#kernel/citation'
import { parseDate } from '#kernel/dates'
import { projectFolder } from './config.ts'

const strict = { additionalProperties: false } as const
const Basis = Type.Object(
  {
    instrument: Type.String(),
    article: Type.Integer({ minimum: 1 }),
    paragraph: Type.Optional(Type.Integer({ minimum: 1 })),
    item: Type.Optional(Type.Integer({ minimum: 1 })),
  },
  strict,
)
const Entry = Type.Object(
  {
    key: Type.String({ pattern: '^[a-z]+\\.[a-zA-Z]+$' }),
    value: Type.Union([Type.Number(), Type.String(), Type.Boolean()]),
    unit: Type.String(),
    basis: Type.Union([Type.Array(Basis, { minItems: 1 }), Type.String({ minLength: 1 })]),
    effective: Type.String(),
    sure: Type.Enum(['law', 'excerpt', 'recalled', 'design']),
    note: Type.String(),
  },
  strict,
)
const PolicyFile = Type.Object({ about: Type.String(), entries: Type.Array(Entry) }, strict)

/** How well we know a value: read in the statute, seen in an excerpt, from general knowledge, or our own choice. */
type Sureness = Static<typeof Entry>['sure']

/** One number of the bureau (本局参数) with where it comes from. Several versions of a key differ in `effective`. */
export interface PolicyEntry {
  readonly key: string
  readonly value: number | string | boolean
  readonly unit: string
  readonly basis: readonly Citation[] | string
  /** First day on which the value holds. */
  readonly effective: string
  readonly sure: Sureness
  readonly note: string
  /** 待确认: the bureau has to confirm it before go-live. */
  readonly unconfirmed: boolean
}

/** A value that two people of the bureau published over the shipped one. */
export interface PublishedEntry extends PolicyEntry {
  /** Its number; the later one wins where two begin on one day. */
  readonly publication: number
  readonly draftedBy: string
  readonly publishedBy: string
  readonly publishedAt: string
}

/** The values that hold on one day. Asking for a missing key or another type throws: that is a fault of the files. */
export interface PolicySet {
  number(key: string): number
  text(key: string): string
  flag(key: string): boolean
  /** Digest of all values that hold: kept with every decision made under them. */
  readonly version: string
  list(): readonly PolicyEntry[]
}

export interface PolicyBook {
  on(day: Temporal.PlainDate): PolicySet
}

/** A file in `policy/` is wrong; the message names file, key and what is allowed. */
export class PolicyError extends Error {
  override name = 'PolicyError'
}

/** Reads every `*.json` of the folder once. @throws PolicyError for the first fault; no value is guessed. */
export function readPolicyBook(folder: string): PolicyBook {
  return policyBookOf(readEntriesOf(folder))
}

function readEntriesOf(folder: string): PolicyEntry[] {
  const names = readdirSync(folder).filter(name => name.endsWith('.json'))
  return names.sort().flatMap(name => readEntries(join(folder, name)))
}

/** The values of the folder that hold on `on`. */
export function loadPolicy(folder: string, on: Temporal.PlainDate): PolicySet {
  return readPolicyBook(folder).on(on)
}

/**
 * A book of entries already in hand; a later `effective` replaces an earlier one from that day on. What the bureau has
 * published stands above everything shipped from its first day on: an upgrade of the program never takes it back.
 */
export function policyBookOf(entries: readonly PolicyEntry[], published: readonly PublishedEntry[] = []): PolicyBook {
  refuseTwins(entries)
  const sets = new Map<string, PolicySet>()
  const setOn = (day: string): PolicySet => {
    const holding = valuesOn(entries, published, day)
    // Days between two changes share one set: its version is its identity.
    const version = digestOf(holding)
    const set = sets.get(version) ?? policySetOf(holding, version)
    sets.set(version, set)
    return set
  }
  // Asked at every request, nearly always for today.
  const days = new Map<string, PolicySet>()
  return {
    on: day => {
      const key = day.toString()
      const set = days.get(key) ?? setOn(key)
      days.set(key, set)
      return set
    },
  }
}

function valuesOn(entries: readonly PolicyEntry[], published: readonly PublishedEntry[], day: string): PolicyEntry[] {
  const holding = new Map<string, PolicyEntry>()
  for (const entry of entries) {
    const known = holding.get(entry.key)
    if (entry.effective <= day && (known === undefined || known.effective < entry.effective))
      holding.set(entry.key, entry)
  }
  const order = published.toSorted((a, b) =>
    a.effective === b.effective ? a.publication - b.publication : a.effective < b.effective ? -1 : 1,
  )
  for (const entry of order) if (entry.effective <= day) holding.set(entry.key, entry)
  return [...holding.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1))
}

function digestOf(entries: readonly PolicyEntry[]): string {
  const values = entries.map(entry => [entry.key, entry.value, entry.effective])
  return createHash('sm3').update(JSON.stringify(values)).digest('hex').slice(0, 16)
}

function policySetOf(entries: readonly PolicyEntry[], version: string): PolicySet {
  const values = new Map(entries.map(entry => [entry.key, entry.value]))
  function get<T extends number | string | boolean>(key: string, is: (value: unknown) => value is T): T {
    const value = values.get(key)
    if (is(value)) return value
    throw new PolicyError(
      value === undefined ? `policy value ${key} is missing` : `policy value ${key} has another type`,
    )
  }
  return {
    number: key => get(key, (value): value is number => typeof value === 'number'),
    text: key => get(key, (value): value is string => typeof value === 'string'),
    flag: key => get(key, (value): value is boolean => typeof value === 'boolean'),
    version,
    list: () => entries,
  }
}

function readEntries(path: string): PolicyEntry[] {
  let content: unknown
  try {
    content = JSON.parse(readFileSync(path, 'utf8'))
  } catch (cause) {
    throw new PolicyError(`${path} is not JSON`, { cause })
  }
  if (!Value.Check(PolicyFile, content)) {
    const [first] = Value.Errors(PolicyFile, content)
    throw new PolicyError(`${path}: ${first?.instancePath ?? ''} ${first?.message ?? ''}`)
  }
  return content.entries.map(entry => entryOf(path, entry))
}

function entryOf(path: string, entry: Static<typeof Entry>): PolicyEntry {
  if (!parseDate(entry.effective).ok)
    throw new PolicyError(`${path}: ${entry.key} is effective on no day: ${entry.effective}`)
  const { basis } = entry
  const unknown = typeof basis === 'string' ? undefined : basis.find(c => !Object.hasOwn(instruments, c.instrument))
  if (unknown) throw new PolicyError(`${path}: ${entry.key} cites the unknown instrument ${unknown.instrument}`)
  return { ...entry, basis: basis as readonly Citation[] | string, unconfirmed: entry.sure !== 'law' }
}

function refuseTwins(entries: readonly PolicyEntry[]): void {
  const seen = new Set<string>()
  for (const { key, effective } of entries) {
    const id = `${key} ${effective}`
    if (seen.has(id)) throw new PolicyError(`policy value ${key} is given twice for ${effective}`)
    seen.add(id)
  }
}

const shipped: { entries?: readonly PolicyEntry[] } = {}
let houseBook: PolicyBook | undefined

/** The entries of `policy/`, read once in the life of the process. */
export function shippedEntries(): readonly PolicyEntry[] {
  shipped.entries ??= readEntriesOf(join(projectFolder, 'policy'))
  return shipped.entries
}

/** From now on the house lives by these publications too (see policy/published.ts). */
export function holdPublished(published: readonly PublishedEntry[]): void {
  houseBook = policyBookOf(shippedEntries(), published)
}

/** All values of the house that hold on a day. */
export function houseSetOn(day: Temporal.PlainDate): PolicySet {
  houseBook ??= policyBookOf(shippedEntries())
  return houseBook.on(day)
}

/** A domain's own view of the house's values: what `interpret` makes of those that hold on a day, once for each set of values. */
export function housePolicy<T extends object>(interpret: (set: PolicySet) => T): (day: Temporal.PlainDate) => T {
  const made = new WeakMap<PolicySet, T>()
  return day => {
    const set = houseSetOn(day)
    const view = made.get(set) ?? interpret(set)
    made.set(set, view)
    return view
  }
}
