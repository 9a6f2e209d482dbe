import Type, { type Static } from 'typebox'

/** 抽查名单和规则, frozen and published with its hash before any of the chance exists (优化营商环境条例 §54). */

export const drawFormat = 'yzt-draw/1'
/** Whoever could foresee the chance could choose the list: so it is made of the secrets of at least this many parties. */
export const leastParties = 3
/** 行政处罚法 §42, 烟草专卖法实施条例 §49: two or more. */
export const officersPerGroup = 2

const strict = { additionalProperties: false } as const
const Text = (maxLength: number) => Type.String({ minLength: 1, maxLength })
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const Instant = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z$' })
const Digest = Type.String({ pattern: '^[0-9a-f]{64}$' })
/** `|` separates the parts of what is hashed; an id that held it could stand for two things. */
const Id = Type.String({ pattern: '^[^|:\\s]{1,64}$' })

export const DrawManifest = Type.Object(
  {
    format: Type.Literal(drawFormat),
    drawId: Id,
    title: Text(120),
    /** 检查事项: what will be looked at, by its code in the bureau's list. */
    items: Type.Array(Type.Object({ code: Id, name: Text(120) }, strict), { minItems: 1, maxItems: 50 }),
    visitsFrom: Day,
    visitsTo: Day,
    rule: Type.Object(
      {
        version: Text(60),
        /** Shops drawn of each class, in hundredths of a percent, rounded up. */
        rates: Type.Record(Id, Type.Integer({ minimum: 0, maximum: 10_000 })),
        /** Shops of one town that one pair of officers visits. */
        groupSize: Type.Integer({ minimum: 1, maximum: 60 }),
      },
      strict,
    ),
    /** 检查对象名录库, by id: the number of the licence, its credit class, its town. */
    objects: Type.Array(Type.Object({ id: Id, stratum: Id, area: Id }, strict), { minItems: 1 }),
    /** Left out of the draw, each with who left it out and why: targeted visits stand outside the draw too. */
    exclusions: Type.Array(Type.Object({ object: Id, by: Text(60), reason: Text(200) }, strict)),
    /** 执法检查人员名录库, by id. */
    officers: Type.Array(Type.Object({ id: Id, name: Text(60), certificate: Text(40), validTo: Day }, strict), {
      minItems: officersPerGroup,
    }),
    /** 回避: this officer does not go to this shop. */
    recusals: Type.Array(Type.Object({ officer: Id, object: Id, by: Text(60), reason: Text(200) }, strict)),
    parties: Type.Array(Type.Object({ id: Id, name: Text(60) }, strict), { minItems: leastParties, maxItems: 12 }),
    /** A number that nobody here makes and everybody can look up later, described before it exists. */
    publicValue: Type.Union([Type.Null(), Text(200)]),
  },
  strict,
)
export type DrawManifest = Static<typeof DrawManifest>

/** Nobody could be drawn: no shop of a class that has a rate is left after the exclusions. */
export function drawnEmpty({ objects, exclusions, rule }: DrawManifest): boolean {
  const excluded = new Set(exclusions.map(({ object }) => object))
  return !objects.some(({ id, stratum }) => !excluded.has(id) && (rule.rates[stratum] ?? 0) > 0)
}

export const DrawResult = Type.Object(
  {
    seed: Digest,
    selected: Type.Array(Type.Object({ id: Id, stratum: Id, area: Id, score: Digest }, strict)),
    groups: Type.Array(Type.Object({ key: Text(80), objects: Type.Array(Id), officers: Type.Array(Id) }, strict)),
  },
  strict,
)
export type DrawResult = Static<typeof DrawResult>

/** 公示的抽查文件: everything a stranger needs to make the draw again. */
export const DrawFile = Type.Object(
  {
    manifest: DrawManifest,
    manifestHash: Digest,
    frozenAt: Instant,
    commitments: Type.Array(Type.Object({ party: Id, commitment: Digest, at: Instant }, strict)),
    reveals: Type.Array(Type.Object({ party: Id, secret: Digest, at: Instant }, strict)),
    publicValue: Type.Union([Type.Null(), Type.Object({ value: Text(200), at: Instant }, strict)]),
    result: DrawResult,
    drawnAt: Instant,
  },
  strict,
)
export type DrawFile = Static<typeof DrawFile>
