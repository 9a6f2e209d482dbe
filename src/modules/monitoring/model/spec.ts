import Type, { type Static } from 'typebox'
import { Value } from 'typebox/value'
import { ok, type Refusal, type Result, refuse } from '#kernel/refusal'

const Name = Type.String({ minLength: 1 })
const Names = Type.Array(Name)

/** The columns of two files, told by whoever knows them. Nothing about a trade or a city is in the program. */
const RankSpec = Type.Object({
  entity: Name,
  date: Name,
  outcome: Type.Object({ column: Name, positiveWhen: Type.String({ pattern: '^(>=|>|<=|<|=)\\s*-?\\d+(\\.\\d+)?$' }) }),
  candidate: Name,
  place: Type.Optional(Type.Object({ lng: Name, lat: Name })),
  severity: Type.Optional(Names),
  codes: Type.Optional(Type.Object({ column: Name, separator: Type.String({ minLength: 1 }) })),
  categories: Type.Optional(Names),
  chain: Type.Optional(Names),
  flags: Type.Optional(Names),
  since: Type.Optional(Name),
  never: Type.Optional(Names),
  /** Which past visits were drawn at random (双随机): the control of a back-test. */
  randomArm: Type.Optional(Type.Object({ column: Name, equals: Name })),
  /** Groups that must not be visited for what they are: town, shop size, market type. Never features. */
  groups: Type.Optional(Names),
})
export type RankSpec = Static<typeof RankSpec>

export type SpecRefusal = Refusal<'rankSpecNoJson' | 'rankSpecField' | 'rankSpecForbidden'>

/** Reads a spec; the refusal names the field. A column of `never` that is used anywhere is refused, not ignored. */
export function parseRankSpec(text: string): Result<RankSpec> | SpecRefusal {
  const content = json(text)
  if (content === undefined) return refuse('rankSpecNoJson')
  const [wrong] = Value.Errors(RankSpec, content)
  if (wrong || !Value.Check(RankSpec, content)) return refuse('rankSpecField', { field: fieldOf(wrong) })
  const forbidden = usedColumns(content).find(column => content.never?.some(no => same(no, column)))
  return forbidden === undefined ? ok(content) : refuse('rankSpecForbidden', { column: forbidden })
}

/** Every column that becomes part of a feature. */
const featureColumns = (spec: RankSpec): string[] => [
  ...(spec.place ? [spec.place.lng, spec.place.lat] : []),
  ...(spec.categories ?? []),
  ...(spec.chain ?? []),
  ...(spec.flags ?? []),
  ...(spec.since ? [spec.since] : []),
]

const usedColumns = (spec: RankSpec): string[] => [
  spec.entity,
  spec.outcome.column,
  ...(spec.severity ?? []),
  ...(spec.codes ? [spec.codes.column] : []),
  ...featureColumns(spec),
]

/** What each file must have. */
export const historyColumns = (spec: RankSpec): string[] => [
  ...new Set([
    spec.date,
    ...usedColumns(spec),
    ...(spec.randomArm ? [spec.randomArm.column] : []),
    ...(spec.groups ?? []),
  ]),
]
export const candidateColumns = (spec: RankSpec): string[] => [spec.candidate, spec.entity, ...featureColumns(spec)]

/** `>=1` as a test of a number. */
export function positiveTest(rule: string): (value: number) => boolean {
  const [, sign = '', number = ''] = /^(>=|>|<=|<|=)\s*(.+)$/.exec(rule) ?? []
  const limit = Number(number)
  const tests: Readonly<Record<string, (value: number) => boolean>> = {
    '>=': v => v >= limit,
    '>': v => v > limit,
    '<=': v => v <= limit,
    '<': v => v < limit,
    '=': v => v === limit,
  }
  return tests[sign] ?? (() => false)
}

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase()

function json(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''))
  } catch {
    return undefined
  }
}

function fieldOf(wrong: { instancePath: string; params?: object } | undefined): string {
  const missing =
    wrong?.params && 'requiredProperties' in wrong.params && Array.isArray(wrong.params.requiredProperties)
      ? wrong.params.requiredProperties.join('、')
      : ''
  return (
    [wrong?.instancePath.slice(1).replaceAll('/', '.') ?? '', missing].filter(part => part !== '').join('.') ||
    '整份文件'
  )
}
