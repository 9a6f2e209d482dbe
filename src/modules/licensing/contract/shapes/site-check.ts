import Type, { type Static } from 'typebox'
import { siteCheckItemCodes } from '../../rules/site-check/items.ts'

const strict = { additionalProperties: false } as const
const Nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const Text = (maxLength: number, minLength = 0) => Type.String({ minLength, maxLength })
export const Digest = Type.String({ pattern: '^[0-9a-f]{64}$' })
export const Uuid = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' })
const Instant = Text(40, 10)
/** As the pad of the telephone gives them: a point is a pair. */
const Strokes = Type.Array(
  Type.Array(Type.Array(Type.Integer({ minimum: -2000, maximum: 4000 }), { minItems: 2, maxItems: 2 }), {
    maxItems: 600,
  }),
  { maxItems: 80 },
)
const method = Type.Enum(['wheel', 'tape', 'laser', 'track'])
const metres = Type.Number({ minimum: 0, maximum: 9999 })

/** 定位: WGS-84 and the error that the telephone itself gives. */
const Fix = Type.Object(
  {
    lng: Type.Number({ minimum: 73, maximum: 136 }),
    lat: Type.Number({ minimum: 3, maximum: 54 }),
    accuracyMetres: Type.Integer({ minimum: 0, maximum: 100_000 }),
    at: Instant,
  },
  strict,
)

/** 现场记录: everything two verifiers bring back from the premises, as one of them wrote it there. */
export const SiteCheckRecord = Type.Object(
  {
    arrivedAt: Instant,
    capturedAt: Instant,
    /** The other verifier. */
    second: Uuid,
    /** Neither has an interest in the matter. */
    noInterest: Type.Boolean(),
    place: Nullable(Fix),
    items: Type.Array(
      Type.Object(
        { code: Type.Enum(siteCheckItemCodes), answer: Type.Enum(['yes', 'no', 'unclear']), note: Text(200) },
        strict,
      ),
      { maxItems: siteCheckItemCodes.length },
    ),
    areaM2: Nullable(Type.Number({ minimum: 0, maximum: 100_000 })),
    /** 步行测量 to school gates: the legal value. */
    walks: Type.Array(
      Type.Object({ schoolId: Text(40, 1), gate: Text(40, 1), metres, method, note: Text(300) }, strict),
      { maxItems: 6 },
    ),
    /** 步行测量 to shops nearby. */
    shops: Type.Array(
      Type.Object({ licenceNo: Type.String({ pattern: '^\\d{12}$' }), metres, method, note: Text(200) }, strict),
      { maxItems: 6 },
    ),
    findings: Text(1000),
    objections: Type.Array(
      Type.Object({ who: Type.Enum(['applicant', 'thirdParty']), name: Text(30), text: Text(500, 1) }, strict),
      { maxItems: 4 },
    ),
    sketch: Strokes,
    photos: Type.Array(Type.Object({ digest: Digest, capturedAt: Instant, place: Nullable(Fix) }, strict), {
      maxItems: 12,
    }),
    signatures: Type.Object(
      {
        first: Strokes,
        second: Strokes,
        applicant: Type.Union([
          Type.Object({ kind: Type.Literal('signed'), name: Text(30), strokes: Strokes }, strict),
          Type.Object({ kind: Type.Enum(['refused', 'absent']), why: Text(200) }, strict),
        ]),
      },
      strict,
    ),
  },
  strict,
)
export type SiteCheckRecord = Static<typeof SiteCheckRecord>

/** A gate or a shop as the telephone keeps it: public facts only. */
export const NearPlace = { lng: Type.Number(), lat: Type.Number() }

/** 一次核查 as the field app and the console list it. */
export const SiteCheckView = Type.Object({
  id: Type.String(),
  state: Type.Enum(['recorded', 'signed', 'disputed', 'replaced']),
  digest: Type.String(),
  by: Type.String(),
  second: Type.String(),
  capturedAt: Type.String(),
  recordedAt: Type.String(),
  endedAt: Nullable(Type.String()),
  dispute: Type.String(),
  /** The asker is the other verifier and has neither signed nor objected. */
  awaitsMe: Type.Boolean(),
  /** The asker wrote it. */
  mine: Type.Boolean(),
  record: SiteCheckRecord,
  /** 直线提示 beside each measured walk, from the position taken at the door. */
  lines: Type.Array(
    Type.Object({
      to: Type.String(),
      name: Type.String(),
      kind: Type.Enum(['gate', 'shop']),
      walk: Type.Number(),
      limit: Nullable(Type.Number()),
      line: Nullable(Type.Object({ metres: Type.Number(), least: Type.Number(), most: Type.Number() })),
    }),
  ),
})
export type SiteCheckView = Static<typeof SiteCheckView>

/** 待核查的一件: what two verifiers must know at the door, and no more. */
export const SiteCheckTask = Type.Object({
  applicationNo: Type.String(),
  service: Type.String(),
  serviceLabel: Type.String(),
  serviceLabelEn: Type.String(),
  shopName: Type.String(),
  address: Type.String(),
  townCode: Type.String(),
  operatorNameMasked: Type.String(),
  /** To agree on an hour. */
  phone: Type.String(),
  position: Nullable(Type.Object({ lng: Type.Number(), lat: Type.Number() })),
  dueOn: Nullable(Type.String()),
  /** Why the office sends somebody. */
  reason: Type.String(),
  /** 申请内容 that can be seen at the place. */
  asked: Type.Array(Type.Object({ label: Type.String(), labelEn: Type.String(), value: Type.String() })),
  /** The newest record of this check. */
  last: Nullable(SiteCheckView),
  /** Verifiers with an interest on record, who do not go; telephones hold bundles that are older than this. */
  standBack: Type.Optional(Type.Array(Type.String())),
})
export type SiteCheckTask = Static<typeof SiteCheckTask>
